import { evidenceMigrations } from '#evidence/facts/evidence-migrations.ts'
import { searchEntriesMigration, type Migrations } from '#kernel'
import { customersMigrations } from './customers/migrations/0230-insight.ts'
import { records } from './records.ts'
import { referenceIndexes } from './reference-indexes.ts'
import { roadmapMigrations } from './roadmap/migrations/0220-roadmap.ts'
import { strategyMigrations } from './strategy/migrations/0200-goal.ts'
import { teamMigrations } from './team/migrations/0210-team-and-person.ts'

/** The migrations of the evidence and of all areas, for whoever opens the store or builds its image. */
export const allMigrations: Migrations = {
  ...evidenceMigrations,
  ...strategyMigrations,
  ...teamMigrations,
  ...roadmapMigrations,
  ...customersMigrations,
  '0900-search-entries': searchEntriesMigration(records),
  '0901-reference-indexes': referenceIndexes,
}
