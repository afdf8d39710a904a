import { closeSync, constants, fstatSync, openSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { TextDecoder } from 'node:util'
import type { Export } from '#workspace'
import { Refusal } from '#kernel/operation/refusal.ts'

/** How much a folder may hold: far more than any workspace has, and little enough to be read at once. */
const most = {
  files: 500_000,
  attached: 10 * 2 ** 20,
  record: 16 * 2 ** 20,
  history: 256 * 2 ** 20,
  all: 2 ** 30,
  depth: 2,
}

/**
 * Reads every file of a folder with its path below it: as text, what is attached as base64. What begins with a dot is
 * nothing of ours and is left out. Refuses links, whatever they lead to, whatever is neither file nor folder, too much, and text that is no UTF-8.
 */
export function readFolder(folder: string): Pick<Export, 'files' | 'attachments'> {
  const files: Export['files'][number][] = []
  const attachments: Export['attachments'][number][] = []
  let bytes = 0
  for (const path of pathsIn(folder, '', 0)) {
    const content = readWhole(folder, path)
    bytes += content.length
    if (files.length + attachments.length >= most.files || bytes > most.all) throw tooMuch(folder)
    if (isAttached(path)) attachments.push({ path, content: content.toString('base64') })
    else files.push({ path, text: decode(path, content) })
  }
  return { files, attachments }
}

const isAttached = (path: string) => path.startsWith('attachments/')

function mostOf(path: string): number {
  if (isAttached(path)) return most.attached
  return path.startsWith('history/') || path.endsWith('.jsonl') ? most.history : most.record
}

function pathsIn(folder: string, below: string, depth: number): string[] {
  const entries = entriesOf(folder, below)
  return entries
    .filter(({ name }) => !name.startsWith('.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = below === '' ? entry.name : `${below}/${entry.name}`
      if (entry.isFile()) return [path]
      if (entry.isDirectory() && depth < most.depth) return pathsIn(folder, path, depth + 1)
      throw entry.isDirectory() ? tooMuch(join(folder, path)) : notPlain(path)
    })
}

function entriesOf(folder: string, below: string) {
  try {
    return readdirSync(join(folder, below), { withFileTypes: true })
  } catch (error) {
    const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined
    if (typeof code !== 'string' || !['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM'].includes(code)) throw error
    throw new Refusal(
      code === 'ENOENT' ? 'not-found' : 'invalid',
      {
        en: `The folder ${join(folder, below)} cannot be read: ${code === 'ENOENT' ? 'it is not there' : code === 'ENOTDIR' ? 'it is not a folder' : 'permission denied'}.`,
        de: `Der Ordner ${join(folder, below)} lässt sich nicht lesen: ${code === 'ENOENT' ? 'es gibt ihn nicht' : code === 'ENOTDIR' ? 'es ist kein Ordner' : 'keine Berechtigung'}.`,
      },
      { en: 'Name a folder that was exported.', de: 'Nenne einen Ordner, der exportiert wurde.' },
    )
  }
}

/** Opened so that nobody can put a link or a pipe in the place of the file between looking and reading. */
function readWhole(folder: string, path: string): Buffer {
  const file = open(folder, path)
  try {
    const about = fstatSync(file)
    if (!about.isFile()) throw notPlain(path)
    if (about.size > mostOf(path)) throw tooMuch(path)
    return readFileSync(file)
  } finally {
    closeSync(file)
  }
}

function open(folder: string, path: string): number {
  try {
    return openSync(join(folder, path), constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
  } catch (error) {
    const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined
    if (code === 'ELOOP') throw notPlain(path)
    if (code !== 'EACCES' && code !== 'EPERM') throw error
    throw new Refusal(
      'invalid',
      {
        en: `The file ${path} cannot be read: permission denied.`,
        de: `Die Datei ${path} lässt sich nicht lesen: keine Berechtigung.`,
      },
      { en: 'Give this user the right to read it.', de: 'Gib diesem Benutzer das Recht, sie zu lesen.' },
    )
  }
}

function decode(path: string, content: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch {
    const line = brokenLine(content)
    throw new Refusal(
      'invalid',
      {
        en: `The folder was not imported, and nothing was written.\n${path}, line ${line}: The text is not valid UTF-8.`,
        de: `Der Ordner wurde nicht importiert, und nichts wurde geschrieben.\n${path}, Zeile ${line}: Der Text ist kein gültiges UTF-8.`,
      },
      { en: 'Save the file as UTF-8.', de: 'Speichere die Datei als UTF-8.' },
    )
  }
}

/** The first line that is not UTF-8, counted from 1. */
function brokenLine(content: Buffer): number {
  let line = 1
  for (let from = 0; from < content.length; line++) {
    const end = content.indexOf(10, from)
    const to = end < 0 ? content.length : end
    const bytes = content.subarray(from, to)
    if (!bytes.equals(Buffer.from(bytes.toString('utf8')))) return line
    from = to + 1
  }
  return line
}

function notPlain(path: string): Refusal {
  return new Refusal(
    'invalid',
    {
      en: `The folder was not imported, and nothing was written.\n${path}: This is no plain file; links have no place in an export.`,
      de: `Der Ordner wurde nicht importiert, und nichts wurde geschrieben.\n${path}: Das ist keine gewöhnliche Datei; Verweise haben in einem Export keinen Platz.`,
    },
    { en: 'Take it out of the folder.', de: 'Nimm sie aus dem Ordner.' },
  )
}

function tooMuch(path: string): Refusal {
  return new Refusal(
    'too-much',
    {
      en: `The folder was not imported, and nothing was written.\n${path}: There is more here than an export has.`,
      de: `Der Ordner wurde nicht importiert, und nichts wurde geschrieben.\n${path}: Hier liegt mehr, als ein Export hat.`,
    },
    {
      en: 'A record has at most 16 MiB, an attached file 10 MiB, a history 256 MiB, an export 1 GiB.',
      de: 'Ein Datensatz hat höchstens 16 MiB, eine angehängte Datei 10 MiB, ein Verlauf 256 MiB, ein Export 1 GiB.',
    },
  )
}
