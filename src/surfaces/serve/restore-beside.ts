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
import { Refusal } from '#kernel'
import { restoreAndErase } from '#surfaces/files/restore-and-erase.ts'

/** A database that was filled from a backup and lies beside the one in use. */
export interface RestoredBeside {
  /** Puts it in the place of the other, which must be closed. */
  swap(): void
  /** Undoes that. */
  swapBack(): void
  clear(): void
  /** How many erasures were done again. */
  readonly repeated: number
}

const prefix = 'restoring-'
const largest = 4 * 1024 ** 3

/** What comes along with a backup. */
export interface Accompanied {
  readonly secret: string
  /** Lists of what was erased since. */
  readonly lists: readonly string[]
  /** Whether it came over the network, which bounds it. */
  readonly isSent: boolean
}

/**
 * Takes a backup in and restores it beside the database in use, which stays as it is; refuses what is no backup, is
 * altered, or has another key. The secret of the workspace stays the one of the folder.
 */
export async function restoreBeside(
  data: string,
  body: ReadableStream,
  { secret, lists, isSent }: Accompanied,
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
  let repeated = 0
  try {
    const file = join(place, 'backup')
    await pipeline(
      Readable.fromWeb(body),
      noMoreThan(isSent ? largest : Number.POSITIVE_INFINITY),
      createWriteStream(file, { mode: 0o600 }),
    )
    const key = join(data, 'workspace.key')
    if (existsSync(key)) copyFileSync(key, join(draft, 'workspace.key'))
    repeated = await restoreAndErase({ folder: draft }, file, secret, lists)
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
    repeated,
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
