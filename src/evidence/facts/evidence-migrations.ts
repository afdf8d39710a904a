import type { Migrations } from '#kernel'
import { evidenceMigration } from './evidence-migration.ts'
import { errorWordsMigration } from './error-words-migration.ts'
import { longNamesMigration } from './long-names-migration.ts'
import { preparedFactsMigration } from './prepared-facts-migration.ts'
import { recordKeysMigration } from './record-keys-migration.ts'
import { trailerKeysMigration } from './trailer-keys-migration.ts'

/** The evidence's migrations, for whoever opens the store or builds its image; a name that has run is never renamed. */
export const evidenceMigrations: Migrations = {
  '0100-evidence': evidenceMigration,
  '0101-long-names': longNamesMigration,
  '0102-record-keys': recordKeysMigration,
  '0103-error-words': errorWordsMigration,
  '0104-trailer-keys': trailerKeysMigration,
  '0105-prepared-facts': preparedFactsMigration,
}
