import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Client } from 'pg'
import { Refusal } from '#kernel'
import { erasureListName, verifyBackup } from '#workspace'
import { backupOptions } from './backup-options.ts'
import { backupPlace } from './backup-place.ts'
import { restoreAndErase } from './restore-and-erase.ts'

interface Target {
  readonly data: string
  readonly environment: NodeJS.ProcessEnv
  /** A list of erasures besides the one beside the backup and the one of the target. */
  readonly erasures: string | null
}

/** What a restore did besides: how many erasures it repeated. */
interface Restored {
  readonly repeated: number
}

/**
 * Restores a backup into a data folder that is new or empty, and erases again what lists say was erased since. It is filled
 * beside it and moved there when all of it was found right. With the address of a PostgreSQL a database of its own tries
 * the backup first.
 */
export async function restoreFolder(target: Target, file: string, secret: string): Promise<Restored> {
  const { data, environment } = target
  if (environment['DATABASE_URL']) return restoreRemote(target, environment['DATABASE_URL'], file, secret)
  assertEmpty(data)
  const draft = join(dirname(data), `.${basename(data)}.${process.pid}`)
  try {
    mkdirSync(dirname(data), { recursive: true })
    const restored = await fill({ folder: draft }, target, file, secret)
    if (existsSync(data)) rmdirSync(data)
    renameSync(draft, data)
    return restored
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

async function restoreRemote(target: Target, url: string, file: string, secret: string): Promise<Restored> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ found: boolean }>(
      `select to_regclass('kysely_migration') is not null as found`,
    )
    if (rows[0]?.found) throw databaseNotEmpty()
  } finally {
    await client.end()
  }
  await verifyBackup(file, secret, backupOptions)
  return fill({ url, folder: target.data }, target, file, secret)
}

async function fill(
  location: Parameters<typeof restoreAndErase>[0],
  { data, environment, erasures }: Target,
  file: string,
  secret: string,
): Promise<Restored> {
  const lists = [...listsBeside(file, erasures), join(backupPlace(data, environment).folder, erasureListName)]
  return { repeated: await restoreAndErase(location, file, secret, lists) }
}

/** Where lists of erasures may lie that come along with a backup: beside it, and where somebody says. */
export function listsBeside(file: string, named: string | null): string[] {
  const beside = join(dirname(file), erasureListName)
  return named === null ? [beside] : [beside, named]
}

function assertEmpty(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length > 0) throw notEmpty(folder)
}

function notEmpty(place: string): Refusal {
  return new Refusal(
    'conflict',
    {
      en: `A backup is restored into an empty place alone, and ${place} is not empty.`,
      de: `Eine Sicherung wird nur an einen leeren Ort eingespielt, und ${place} ist nicht leer.`,
    },
    {
      en: 'Name a new folder with --data, stop the server that runs on the old one, and start it on the new one with leitstand serve --data.',
      de: 'Nenne mit --data einen neuen Ordner, halte den Server auf dem alten an und starte ihn mit leitstand serve --data auf dem neuen.',
    },
  )
}

function databaseNotEmpty(): Refusal {
  return new Refusal(
    'conflict',
    {
      en: 'A backup is restored into an empty database alone, and the one in DATABASE_URL is not empty, even where no record is in it yet.',
      de: 'Eine Sicherung wird nur in eine leere Datenbank eingespielt, und die in DATABASE_URL ist nicht leer, auch wenn noch kein Datensatz darin steht.',
    },
    {
      en: 'Create a new database, name it in DATABASE_URL, restore, and start the server on it.',
      de: 'Lege eine neue Datenbank an, nenne sie in DATABASE_URL, spiele ein und starte den Server damit.',
    },
  )
}
