import { sql, type Kysely } from 'kysely'
import { Migrator, type Migration } from 'kysely/migration'
import { Refusal } from '../operation/refusal.ts'
import { workspaceAndAudit } from './migrations/0001-workspace-and-audit.ts'
import { records } from './migrations/0002-records.ts'
import { performedOnce } from './migrations/0003-performed-once.ts'
import { search } from './migrations/0004-search.ts'
import { privacy } from './migrations/0020-privacy.ts'
import { erasedAccount } from './migrations/0021-erased-account.ts'
import { attachments } from './migrations/0030-attachments.ts'
import { access } from './migrations/0010-access.ts'
import { waysIn } from './migrations/0011-ways-in.ts'
import { sample } from './migrations/0031-sample.ts'
import { versionSalt } from './migrations/0032-version-salt.ts'
import { recordByTitle } from './migrations/0033-record-by-title.ts'
import { calendarKeys } from './migrations/0034-calendar-keys.ts'
import { readingReceipt } from './migrations/0035-reading-receipt.ts'
import type { Tables } from './tables.ts'

/** Migrations by name, run in the order of their names; a name that has run is never renamed. */
export type Migrations = Readonly<Record<string, Migration>>

const kernelMigrations: Migrations = {
  '0001-kernel-workspace-and-audit': workspaceAndAudit,
  '0002-kernel-records': records,
  '0003-kernel-performed-once': performedOnce,
  '0004-kernel-search': search,
  '0010-kernel-access': access,
  '0011-kernel-ways-in': waysIn,
  '0020-kernel-privacy': privacy,
  '0021-kernel-erased-account': erasedAccount,
  '0030-kernel-attachments': attachments,
  '0031-kernel-sample': sample,
  '0032-kernel-version-salt': versionSalt,
  '0033-kernel-record-by-title': recordByTitle,
  '0034-kernel-calendar-keys': calendarKeys,
  '0035-kernel-reading-receipt': readingReceipt,
}

/** Names of all migrations, the kernel's and others'. */
export function knownMigrations(migrations: Migrations): string[] {
  return Object.keys({ ...kernelMigrations, ...migrations })
}

/** What is done before a database that holds a workspace is brought to a newer form. */
export interface BeforeUpgrade {
  /** Keeps what the database holds now, and gives the file it is kept in. What it throws keeps the database as it is. */
  (database: Kysely<Tables>): Promise<string>
}

/**
 * Brings the database to the newest form, or as far as the migrations named, all in one transaction; of several processes
 * at once one migrates and the others wait.
 */
export async function migrate(
  database: Kysely<Tables>,
  migrations: Migrations,
  { only, before }: { readonly only?: readonly string[]; readonly before?: BeforeUpgrade } = {},
): Promise<void> {
  const known = { ...kernelMigrations, ...migrations }
  const all = only ? Object.fromEntries(Object.entries(known).filter(([name]) => only.includes(name))) : known
  const done = await migrationsDone(database)
  refuseNewer(done, all)
  const isUpgrade = done.length > 0 && Object.keys(all).some((name) => !done.includes(name))
  const kept = isUpgrade && before && (await hasWorkspace(database)) ? await before(database) : null
  const migrator = new Migrator({
    db: database,
    provider: { getMigrations: async () => all },
    // Each part numbers its own, so a newer one of one part may sort before an older one of another.
    allowUnorderedMigrations: true,
  })
  const { error, results } = await migrator.migrateToLatest()
  if (error === undefined) return
  const failed = results?.find(({ status }) => status === 'Error')?.migrationName ?? 'of the database'
  if (kept === null) throw new Error(`The migration ${failed} failed.`, { cause: error })
  throw upgradeFailed(failed, kept, error)
}

async function migrationsDone(database: Kysely<Tables>): Promise<string[]> {
  const tables = await sql<{
    found: boolean
  }>`select to_regclass('kysely_migration') is not null as found`.execute(database)
  if (tables.rows[0]?.found !== true) return []
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(
    database,
  )
  return rows.map(({ name }) => name)
}

/** Whether there is anything to lose: the image of a new folder has its tables, and nothing in them. */
async function hasWorkspace(database: Kysely<Tables>): Promise<boolean> {
  const found = await database.selectFrom('workspace').select('id').limit(1).executeTakeFirst()
  return found !== undefined
}

function refuseNewer(done: readonly string[], known: Migrations): void {
  const unknown = done.find((name) => !(name in known))
  if (unknown === undefined) return
  throw new Refusal(
    'conflict',
    {
      en: `The database is of a newer version: it went through ${unknown}, which this one does not know.`,
      de: `Die Datenbank stammt von einer neueren Version: Sie hat ${unknown} durchlaufen, was diese hier nicht kennt.`,
    },
    {
      en: 'Start the newer version, or restore a backup that was made before it.',
      de: 'Starte die neuere Version, oder spiele eine Sicherung von vorher zurück.',
    },
  )
}

function upgradeFailed(migration: string, kept: string, error: unknown): Refusal {
  const reason = error instanceof Error ? error.message : String(error)
  return new Refusal(
    'conflict',
    {
      en: `The data could not be brought to the form of this version: the migration ${migration} failed (${reason}). Nothing was changed.`,
      de: `Die Daten ließen sich nicht in die Form dieser Version bringen: Die Migration ${migration} ist gescheitert (${reason}). Es wurde nichts geändert.`,
    },
    {
      en: `Go on with the version you had, and report this. A backup from just before is at ${kept}.`,
      de: `Arbeite mit der bisherigen Version weiter, und melde das. Eine Sicherung von unmittelbar davor liegt unter ${kept}.`,
    },
  )
}
