import { mkdirSync, readdirSync, renameSync, rmSync, statfsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { Refusal } from '#kernel/operation/refusal.ts'
import { folderRefusal } from '#kernel/store/data-folder.ts'
import type { Tables } from '#kernel/store/tables.ts'
import { verifyBackup, type RestoreOptions } from '../restore-store.ts'
import { writeBackup } from '../write-backup.ts'
import { keptName, listKept, type BackupKind, type KeptBackup } from './list-kept.ts'
import { superseded } from './superseded.ts'

/** Where backups are kept, and what they are made with. */
export interface BackupPlace {
  readonly folder: string
  /** The secret that opens them; asked for when one is made. */
  readonly secret: () => string
  readonly options: RestoreOptions
  /** Bytes that are free in the folder; as the system says unless said. */
  readonly freeBytes?: (folder: string) => number
}

/** An empty database takes some forty million bytes while a backup is tried in it. */
const leastFree = 256 * 2 ** 20
const hour = 3_600_000

const anotherPlace = {
  en: 'Free some space, or set LEITSTAND_BACKUPS to a folder on another disk.',
  de: 'Schaffe Platz, oder setze LEITSTAND_BACKUPS auf einen Ordner auf einem anderen Datenträger.',
}
const backupFolder = {
  name: { en: 'The folder of the backups', de: 'Der Ordner der Sicherungen' },
  hint: anotherPlace,
}

/**
 * Makes a backup, restores it into a second database, and only then gives it its name and lets it take the place of older
 * ones. Where any of this fails or is stopped, nothing is left of it and all older ones stay.
 */
export async function keepBackup(
  database: Kysely<Tables>,
  place: BackupPlace,
  kind: BackupKind,
  now: Date,
  signal?: AbortSignal,
): Promise<KeptBackup & { readonly path: string }> {
  const { folder, options } = place
  const name = keptName(kind, now)
  const draft = join(folder, `.${name}`)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (error) {
    throw folderRefusal(folder, error, backupFolder) ?? error
  }
  try {
    clearLeftovers(folder, now)
    assertRoom(place)
    const secret = place.secret()
    await writeBackup(database, draft, secret, options.blanks)
    signal?.throwIfAborted()
    await verifyBackup(draft, secret, { ...options, scratch: folder })
    signal?.throwIfAborted()
    renameSync(draft, join(folder, name))
  } catch (error) {
    throw error instanceof Refusal ? error : (folderRefusal(folder, error, backupFolder) ?? error)
  } finally {
    rmSync(draft, { force: true })
  }
  const kept = listKept(folder)
  for (const old of superseded(kept)) rmSync(join(folder, old.name), { force: true })
  const made = kept.find((each) => each.name === name)
  if (!made) throw new Error(`The backup ${name} went as soon as it was made.`)
  return { ...made, path: join(folder, name) }
}

/** What a process left that was killed while it made or tried one; another that is at it now is left alone. */
function clearLeftovers(folder: string, now: Date): void {
  for (const name of readdirSync(folder)) {
    if (!/^(\.leitstand-.*\.backup(\.\d+)?|leitstand-verify-\w+)$/.test(name)) continue
    const found = statSync(join(folder, name), { throwIfNoEntry: false })
    if (found && now.getTime() - found.mtimeMs > 6 * hour)
      rmSync(join(folder, name), { recursive: true, force: true })
  }
}

/** A disk that a backup fills up would take the database on it along. */
function assertRoom({ folder, freeBytes = freeBytesOf }: BackupPlace): void {
  const [newest] = listKept(folder)
  const needed = leastFree + 20 * (newest?.bytes ?? 0)
  const free = freeBytes(folder)
  if (free >= needed) return
  const [has, needs] = [free, needed].map((bytes) => `${Math.round(bytes / 2 ** 20)} MiB`)
  throw new Refusal(
    'conflict',
    {
      en: `There is too little room in ${folder} for a backup and its trial: ${has} are free, ${needs} are needed.`,
      de: `In ${folder} ist zu wenig Platz für eine Sicherung und ihre Probe: ${has} sind frei, ${needs} werden gebraucht.`,
    },
    anotherPlace,
  )
}

function freeBytesOf(folder: string): number {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}
