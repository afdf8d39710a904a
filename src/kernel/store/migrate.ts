import type { Kysely } from 'kysely'
import { Migrator, type Migration } from 'kysely/migration'
import { workspaceAndAudit } from './migrations/0001-workspace-and-audit.ts'
import type { Tables } from './tables.ts'

/** Migrations by name, run in the order of their names; a name that has run is never renamed. */
export type Migrations = Readonly<Record<string, Migration>>

const kernelMigrations: Migrations = {
  '0001-kernel-workspace-and-audit': workspaceAndAudit,
}

/** Brings the database to the newest form; of several processes at once one migrates and the others wait. */
export async function migrate(database: Kysely<Tables>, migrations: Migrations): Promise<void> {
  const all = { ...kernelMigrations, ...migrations }
  const migrator = new Migrator({
    db: database,
    provider: { getMigrations: async () => all },
    // Each part numbers its own, so a newer one of one part may sort before an older one of another.
    allowUnorderedMigrations: true,
  })
  const { error, results } = await migrator.migrateToLatest()
  const failed = results?.find(({ status }) => status === 'Error')
  if (error === undefined) return
  throw new Error(`The migration ${failed?.migrationName ?? 'of the database'} failed.`, { cause: error })
}
