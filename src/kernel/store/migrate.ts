import { sql, type Kysely } from 'kysely'
import { Migrator, type Migration } from 'kysely/migration'
import { Refusal } from '../operation/refusal.ts'
import { workspaceAndAudit } from './migrations/0001-workspace-and-audit.ts'
import { records } from './migrations/0002-records.ts'
import { performedOnce } from './migrations/0003-performed-once.ts'
import { search } from './migrations/0004-search.ts'
import { privacy } from './migrations/0020-privacy.ts'
import { access } from './migrations/0010-access.ts'
import type { Tables } from './tables.ts'

/** Migrations by name, run in the order of their names; a name that has run is never renamed. */
export type Migrations = Readonly<Record<string, Migration>>

const kernelMigrations: Migrations = {
  '0001-kernel-workspace-and-audit': workspaceAndAudit,
  '0002-kernel-records': records,
  '0003-kernel-performed-once': performedOnce,
  '0004-kernel-search': search,
  '0010-kernel-access': access,
  '0020-kernel-privacy': privacy,
}

/** Names of all migrations, the kernel's and others'. */
export function knownMigrations(migrations: Migrations): string[] {
  return Object.keys({ ...kernelMigrations, ...migrations })
}

/**
 * Brings the database to the newest form, or as far as the migrations named; of several processes at once one migrates
 * and the others wait.
 */
export async function migrate(
  database: Kysely<Tables>,
  migrations: Migrations,
  only?: readonly string[],
): Promise<void> {
  const known = { ...kernelMigrations, ...migrations }
  const all = only ? Object.fromEntries(Object.entries(known).filter(([name]) => only.includes(name))) : known
  await refuseNewer(database, all)
  const migrator = new Migrator({
    db: database,
    provider: { getMigrations: async () => all },
    // Each part numbers its own, so a newer one of one part may sort before an older one of another.
    allowUnorderedMigrations: true,
  })
  const { error, results } = await migrator.migrateToLatest()
  if (error === undefined) return
  const failed = results?.find(({ status }) => status === 'Error')
  throw new Error(`The migration ${failed?.migrationName ?? 'of the database'} failed.`, { cause: error })
}

async function refuseNewer(database: Kysely<Tables>, known: Migrations): Promise<void> {
  const tables = await sql<{
    found: boolean
  }>`select to_regclass('kysely_migration') is not null as found`.execute(database)
  if (tables.rows[0]?.found !== true) return
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(
    database,
  )
  const unknown = rows.find(({ name }) => !(name in known))
  if (unknown === undefined) return
  throw new Refusal(
    'conflict',
    {
      en: `The database is of a newer version: it went through ${unknown.name}, which this one does not know.`,
      de: `Die Datenbank stammt von einer neueren Version: Sie hat ${unknown.name} durchlaufen, was diese hier nicht kennt.`,
    },
    {
      en: 'Start the newer version, or restore a backup that was made before it.',
      de: 'Starte die neuere Version, oder spiele eine Sicherung von vorher zurück.',
    },
  )
}
