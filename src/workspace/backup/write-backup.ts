import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { sql, type Kysely, type Transaction } from 'kysely'
import type { Tables } from '#kernel/store/tables.ts'
import { dumpTables, type Blanks } from './dump-tables.ts'
import { seal } from './sealed-file.ts'
import { wholeFile } from './whole-file.ts'

/** The first line of a backup: what the database had gone through when it was made. */
export interface BackupStart {
  readonly migrations: readonly string[]
}

/** Its last line: what all lines between were. */
export interface BackupEnd {
  readonly rows: number
  readonly hash: string
}

/**
 * Writes everything that cannot be had again into one encrypted file, as of one instant, while others go on working.
 * Nothing is at `file` before all of it is; refuses a file that is there already.
 */
export async function writeBackup(
  database: Kysely<Tables>,
  file: string,
  secret: string,
  blanks: Blanks,
): Promise<BackupEnd> {
  let end: BackupEnd = { rows: 0, hash: '' }
  return wholeFile(file, async (draft) => {
    await database
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute(async (transaction) => {
        const lines = async function* () {
          const start: BackupStart = { migrations: await migrationsOf(transaction) }
          yield `${JSON.stringify(start)}\n`
          for await (const text of dumpText(transaction, blanks, (told) => (end = told))) yield text
          yield `${JSON.stringify(end)}\n`
        }
        await pipeline(
          Readable.from(lines(), { objectMode: true }),
          createGzip(),
          (source: AsyncIterable<Buffer>) => seal(source, secret),
          createWriteStream(draft, { mode: 0o600, flags: 'wx', flush: true }),
        )
      })
    return end
  })
}

/** The lines of a dump as text; tells at the end what they were. */
export async function* dumpText(
  transaction: Transaction<Tables>,
  blanks: Blanks,
  tell: (end: BackupEnd) => void,
): AsyncGenerator<string> {
  const hash = createHash('sha256')
  let rows = 0
  for await (const line of dumpTables(transaction, blanks)) {
    if ('rows' in line) rows += line.rows.length
    const text = `${JSON.stringify(line)}\n`
    hash.update(text)
    yield text
  }
  tell({ rows, hash: hash.digest('hex') })
}

async function migrationsOf(transaction: Transaction<Tables>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(
    transaction,
  )
  return rows.map(({ name }) => name)
}
