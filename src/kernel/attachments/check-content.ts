import { contentOf, fileEndings, typeOfName, type FileType } from '../record/fields/file-types.ts'
import { Refusal } from '../operation/refusal.ts'

/**
 * The type of a file: the one that its name says, if its bytes say the same. Refuses names of types that are not kept,
 * and whatever pretends to be something else than it is.
 */
export function checkContent(name: string, bytes: Buffer): FileType {
  const type = typeOfName(name)
  if (type === null) throw notKept(name)
  if (contentIs(bytes) !== contentOf(type)) throw notWhatItSays(name)
  return type
}

/** What the bytes are by themselves; null for what is not kept. */
export function contentIs(bytes: Buffer): FileType | null {
  const begins = (text: string, at = 0) => bytes.subarray(at, at + text.length).toString('latin1') === text
  if (begins('\x89PNG\r\n\x1a\n')) return 'image/png'
  if (begins('\xff\xd8\xff')) return 'image/jpeg'
  if (begins('GIF87a') || begins('GIF89a')) return 'image/gif'
  if (begins('RIFF') && begins('WEBP', 8)) return 'image/webp'
  if (begins('%PDF-')) return 'application/pdf'
  if (begins('PK\x03\x04')) return officeFile(bytes)
  return isText(bytes) ? 'text/plain' : null
}

const openDocument = 'application/vnd.oasis.opendocument.'
const parts = {
  'word/document.xml': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'xl/workbook.xml': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'ppt/presentation.xml': 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
} as const satisfies Readonly<Record<string, FileType>>

/**
 * OpenDocument says its type as the first, unpacked part; the other kind is known by its main part. What holds macros is
 * neither. Nothing is unpacked: only names are read.
 */
function officeFile(bytes: Buffer): FileType | null {
  if (bytes.subarray(30, 38).toString('latin1') === 'mimetype') {
    const said = bytes.subarray(38, 38 + 80).toString('latin1')
    const kind = (['text', 'spreadsheet', 'presentation'] as const).find((each) =>
      said.startsWith(`${openDocument}${each}PK`),
    )
    return kind ? `${openDocument}${kind}` : null
  }
  if (!bytes.includes('[Content_Types].xml') || bytes.includes('vbaProject.bin')) return null
  const part = Object.entries(parts).find(([name]) => bytes.includes(name))
  return part?.[1] ?? null
}

/** UTF-8 without control characters but tabs and ends of lines and pages. */
function isText(bytes: Buffer): boolean {
  if (bytes.some((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13)) return false
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    // That it is no UTF-8 is the answer.
    return false
  }
}

function notKept(name: string): Refusal {
  const endings = fileEndings.join(', ')
  return new Refusal(
    'invalid',
    {
      en: `Files like “${name}” are not kept here.`,
      de: `Dateien wie „${name}“ werden hier nicht aufbewahrt.`,
    },
    {
      en: `Possible are names that end in ${endings}. Save it as PDF, or link to where it lies.`,
      de: `Möglich sind Namen, die auf ${endings} enden. Speichere sie als PDF, oder verlinke, wo sie liegt.`,
    },
  )
}

function notWhatItSays(name: string): Refusal {
  return new Refusal(
    'invalid',
    {
      en: `“${name}” is not what its name says: its content is of another kind.`,
      de: `„${name}“ ist nicht, was der Name sagt: Der Inhalt ist von anderer Art.`,
    },
    {
      en: 'Open it in the program it belongs to and save it again. Texts have to be UTF-8; files with macros are not taken.',
      de: 'Öffne sie in ihrem Programm und speichere sie neu. Texte müssen UTF-8 sein; Dateien mit Makros werden nicht genommen.',
    },
  )
}
