import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Client } from 'pg'
import { allMigrations } from '#areas/migrations.ts'
import { evidenceBlanks } from '#evidence/facts/evidence-blanks.ts'
import { restoreStore, verifyBackup } from '#workspace'
import { Refusal } from '#kernel/operation/refusal.ts'

/** What every backup of this program is written and read with. */
export const backupOptions = { migrations: allMigrations, blanks: evidenceBlanks }

/**
 * Restores a backup into a data folder that is new or empty. It is filled beside it and moved there when all of it was
 * found right. With the address of a PostgreSQL a database of its own tries the backup first.
 */
export async function restoreFolder(
  { data, url }: { readonly data: string; readonly url: string | undefined },
  file: string,
  secret: string,
): Promise<void> {
  if (url) return restoreRemote({ url, folder: data }, file, secret)
  assertEmpty(data)
  const draft = join(dirname(data), `.${basename(data)}.${process.pid}`)
  try {
    mkdirSync(dirname(data), { recursive: true })
    const store = await restoreStore({ folder: draft }, file, secret, backupOptions)
    await store.close()
    if (existsSync(data)) rmdirSync(data)
    renameSync(draft, data)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

async function restoreRemote(
  location: { readonly url: string; readonly folder: string },
  file: string,
  secret: string,
): Promise<void> {
  const client = new Client({ connectionString: location.url })
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
  const store = await restoreStore(location, file, secret, backupOptions)
  await store.close()
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
    { en: 'Name a new folder with --data.', de: 'Nenne einen neuen Ordner mit --data.' },
  )
}
