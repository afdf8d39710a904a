import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { inspect } from 'node:util'
import { Client } from 'pg'
import { linkRules, records } from '#areas/records.ts'
import { createKernel, Refusal } from '#kernel'
import { erasureListName, repeatKnownErasures, restoreStore, verifyBackup } from '#workspace'
import { backupOptions } from './backup-options.ts'
import { backupPlace } from './backup-place.ts'

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
    if (rows[0]?.found) throw notEmpty('DATABASE_URL')
  } finally {
    await client.end()
  }
  await verifyBackup(file, secret, backupOptions)
  return fill({ url, folder: target.data }, target, file, secret)
}

async function fill(
  location: Parameters<typeof restoreStore>[0],
  { data, environment, erasures }: Target,
  file: string,
  secret: string,
): Promise<Restored> {
  const store = await restoreStore(location, file, secret, backupOptions)
  try {
    const lists = [dirname(file), backupPlace(data, environment).folder].map((folder) =>
      join(folder, erasureListName),
    )
    const kernel = createKernel({
      store,
      records,
      links: linkRules,
      log: ({ id, where, error }) =>
        void process.stderr.write(`Something went wrong in ${where}, id ${id}: ${inspect(error)}\n`),
    })
    return {
      repeated: await repeatKnownErasures(kernel, erasures === null ? lists : [...lists, erasures]),
    }
  } finally {
    await store.close()
  }
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
