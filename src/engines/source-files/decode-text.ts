import { Refusal } from '#kernel/operation/refusal.ts'

/**
 * The text of a file in UTF-8 or UTF-16, with a byte order mark or without; what is neither is read as Windows-1252, of
 * which Latin-1 is a part. Refuses what is no text.
 */
export function decodeText(bytes: Uint8Array): string {
  const kind = binaryKind(bytes)
  if (kind !== null) throw noText(kind)
  const text = decoded(bytes)
  if (text.includes('\0')) throw noText('binary')
  return text
}

function decoded(bytes: Uint8Array): string {
  const wide = wideEncoding(bytes)
  if (wide !== null) return new TextDecoder(wide).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Every byte is a character there, so what is no UTF-8 cannot fail a second time.
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Which UTF-16 it is: by its mark, or because every second byte of plain text is nought. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const [even, odd] = [0, 1].map((start) => {
    let noughts = 0
    for (let at = start; at < Math.min(bytes.length, 2000); at += 2) if (bytes[at] === 0) noughts += 1
    return noughts
  }) as [number, number] // one for each start
  const enough = Math.min(bytes.length, 2000) / 4
  if (bytes.length > 3 && odd > enough && even === 0) return 'utf-16le'
  return bytes.length > 3 && even > enough && odd === 0 ? 'utf-16be' : null
}

const beginnings = {
  workbook: [0x50, 0x4b, 0x03, 0x04],
  oldWorkbook: [0xd0, 0xcf, 0x11, 0xe0],
  pdf: [0x25, 0x50, 0x44, 0x46],
} as const

function binaryKind(bytes: Uint8Array): keyof typeof kinds | null {
  const is = (beginning: readonly number[]) => beginning.every((byte, at) => bytes[at] === byte)
  if (is(beginnings.workbook) || is(beginnings.oldWorkbook)) return 'workbook'
  return is(beginnings.pdf) ? 'pdf' : null
}

const kinds = {
  workbook: {
    en: 'This is a workbook or an archive, and not the text of a table.',
    de: 'Das ist eine Arbeitsmappe oder ein Archiv und nicht der Text einer Tabelle.',
  },
  pdf: { en: 'This is a PDF, and not a table.', de: 'Das ist ein PDF und keine Tabelle.' },
  binary: { en: 'This file is no text.', de: 'Diese Datei ist kein Text.' },
} as const

function noText(kind: keyof typeof kinds): Refusal {
  return new Refusal('invalid', kinds[kind], {
    en: 'Save it as CSV, or export issues as JSON or CSV.',
    de: 'Speichere sie als CSV, oder exportiere Issues als JSON oder CSV.',
  })
}
