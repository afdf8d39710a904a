import {
  copyFileSync,
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { restoreStore } from '#workspace'
import { Refusal } from '#kernel'
import { backupOptions } from '#surfaces/files/backup-options.ts'

/** A database that was filled from a backup and lies beside the one in use. */
export interface RestoredBeside {
  /** Puts it in the place of the other, which must be closed. */
  swap(): void
  /** Undoes that. */
  swapBack(): void
  clear(): void
}

const prefix = 'restoring-'
const largest = 4 * 1024 ** 3

/**
 * Takes a backup in and restores it beside the database in use, which stays as it is; refuses what is no backup, is
 * altered, or has another key. The secret of the workspace stays the one of the folder.
 */
export async function restoreBeside(
  data: string,
  body: ReadableStream,
  secret: string,
): Promise<RestoredBeside> {
  clearAll(data)
  const place = join(data, `${prefix}${process.pid}`)
  const draft = join(place, 'data')
  mkdirSync(draft, { recursive: true, mode: 0o700 })
  const [database, restored, replaced] = [
    join(data, 'database'),
    join(draft, 'database'),
    join(place, 'before'),
  ]
  try {
    const file = join(place, 'backup')
    await pipeline(Readable.fromWeb(body), noMoreThan(largest), createWriteStream(file, { mode: 0o600 }))
    const key = join(data, 'workspace.key')
    if (existsSync(key)) copyFileSync(key, join(draft, 'workspace.key'))
    const store = await restoreStore({ folder: draft }, file, secret, backupOptions)
    await store.close()
  } catch (error) {
    clearAll(data)
    throw error
  }
  return {
    // Killed between the two, the next start finds no database and makes an empty one, as it was before.
    swap() {
      renameSync(database, replaced)
      renameSync(restored, database)
    },
    swapBack() {
      rmSync(database, { recursive: true, force: true })
      renameSync(replaced, database)
    },
    clear: () => clearAll(data),
  }
}

function clearAll(data: string): void {
  for (const name of readdirSync(data))
    if (name.startsWith(prefix)) rmSync(join(data, name), { recursive: true, force: true })
}

function noMoreThan(most: number): Transform {
  let seen = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length
      if (seen <= most) done(null, chunk)
      else
        done(
          new Refusal(
            'too-much',
            {
              en: 'The backup is larger than 4 GiB.',
              de: 'Die Sicherung ist größer als 4 GiB.',
            },
            {
              en: 'Restore it from the command line: leitstand restore FILE --data DIR.',
              de: 'Spiele sie von der Kommandozeile aus ein: leitstand restore FILE --data DIR.',
            },
          ),
        )
    },
  })
}
