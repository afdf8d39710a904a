import { open } from 'node:fs/promises'
import { Refusal } from '#kernel/operation/refusal.ts'
import type { Words } from '#kernel/shape.ts'

/** What a forecast can be made from at most takes far less. */
const mostBytes = 50_000_000

/** Reads the JSON of a file, or of standard input for null. Refuses what is not there, too large or no JSON. */
export async function readForecastFile(path: string | null): Promise<unknown> {
  const text = await readText(path)
  try {
    return JSON.parse(text.replace(/^\u{FEFF}/u, ''))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    const name = nameOf(path)
    throw new Refusal(
      'invalid',
      {
        en: `${name.en} holds no JSON: ${error.message}.`,
        de: `${name.de} enthält kein JSON: ${error.message}.`,
      },
      {
        en: 'Write it as docs/forecast.schema.json says.',
        de: 'Schreibe es so, wie docs/forecast.schema.json es beschreibt.',
      },
    )
  }
}

async function readText(path: string | null): Promise<string> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of path === null ? process.stdin : await opened(path)) {
    const part = Buffer.from(chunk)
    chunks.push(part)
    bytes += part.length
    if (bytes > mostBytes) throw tooLarge(path)
  }
  return Buffer.concat(chunks).toString('utf8')
}

async function opened(path: string): Promise<AsyncIterable<Buffer | string>> {
  try {
    const file = await open(path)
    if (!(await file.stat()).isDirectory()) return file.createReadStream()
    await file.close()
    throw notRead(path, { en: 'it is a folder', de: 'es ist ein Ordner' })
  } catch (error) {
    if (error instanceof Refusal || !(error instanceof Error) || !('code' in error)) throw error
    if (error.code === 'ENOENT')
      throw new Refusal(
        'not-found',
        { en: `There is no file ${path}.`, de: `Es gibt keine Datei ${path}.` },
        { en: 'Check the path for typing errors.', de: 'Prüfe den Pfad auf Tippfehler.' },
      )
    throw notRead(path, { en: String(error.code), de: String(error.code) })
  }
}

function notRead(path: string, why: Words): Refusal {
  return new Refusal(
    'invalid',
    { en: `${path} cannot be read: ${why.en}.`, de: `${path} lässt sich nicht lesen: ${why.de}.` },
    { en: 'Name a file that you may read.', de: 'Nenne eine Datei, die Du lesen darfst.' },
  )
}

function tooLarge(path: string | null): Refusal {
  const name = nameOf(path)
  const most = mostBytes / 1_000_000
  return new Refusal(
    'too-much',
    { en: `${name.en} has more than ${most} MB.`, de: `${name.de} hat mehr als ${most} MB.` },
    { en: 'Leave out what is not needed.', de: 'Lass weg, was nicht gebraucht wird.' },
  )
}

function nameOf(path: string | null): Words {
  return path === null ? { en: 'Standard input', de: 'Die Standardeingabe' } : { en: path, de: path }
}
