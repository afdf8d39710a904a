import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { z } from 'zod'
import { Refusal } from '#kernel/operation/refusal.ts'
import type { DumpLine } from './dump-tables.ts'
import { unseal } from './sealed-file.ts'
import type { BackupEnd, BackupStart } from './write-backup.ts'

const start = z.strictObject({ migrations: z.array(z.string()) })
const end = z.strictObject({ rows: z.int(), hash: z.string() })
const line = z.union([
  z.strictObject({ table: z.string(), columns: z.array(z.string()) }),
  z.strictObject({ rows: z.array(z.array(z.string().nullable())) }),
])

/** A backup as it is read: its start at once, then its lines; its end is known after the last of them. */
export interface ReadBackup {
  readonly start: BackupStart
  readonly lines: AsyncGenerator<DumpLine, BackupEnd>
}

/** Opens a backup. Nothing of it is handed on that was not found whole. */
export async function readBackup(file: string, secret: string): Promise<ReadBackup> {
  const texts = textLines(file, secret)
  const first = await texts.next()
  if (first.done) throw withoutEnd(file)
  return { start: start.parse(JSON.parse(first.value)), lines: dumpLines(file, texts) }
}

/** Reads a backup to its end and keeps nothing: refuses whatever is wrong with the file or its key. */
export async function readThrough(file: string, secret: string): Promise<void> {
  const { lines } = await readBackup(file, secret)
  while (!(await lines.next()).done);
}

async function* dumpLines(file: string, texts: AsyncGenerator<string>): AsyncGenerator<DumpLine, BackupEnd> {
  for await (const text of texts) {
    const value: unknown = JSON.parse(text)
    const last = end.safeParse(value)
    if (last.success) return last.data
    yield line.parse(value)
  }
  throw withoutEnd(file)
}

async function* textLines(file: string, secret: string): AsyncGenerator<string> {
  const sealed = Readable.from(unseal(file, secret))
  const plain = createGunzip()
  // What goes wrong on the way in must reach whoever reads on the way out.
  sealed.on('error', (error) => plain.destroy(error))
  sealed.pipe(plain)
  const failed = new Promise<never>((_resolve, reject) => plain.once('error', reject))
  failed.catch(() => undefined)
  const lines = createInterface({ input: plain, crlfDelay: Infinity })[Symbol.asyncIterator]()
  for (;;) {
    const next = await Promise.race([lines.next(), failed])
    if (next.done) break
    yield next.value
  }
}

function withoutEnd(file: string): Refusal {
  return new Refusal(
    'invalid',
    { en: `The backup ${file} has no end.`, de: `Der Sicherung ${file} fehlt das Ende.` },
    { en: 'Use another copy of it.', de: 'Nimm eine andere Kopie davon.' },
  )
}
