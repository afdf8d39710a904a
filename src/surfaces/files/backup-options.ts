import { allMigrations } from '#areas/migrations.ts'
import { evidenceBlanks } from '#evidence/facts/evidence-blanks.ts'

/** What every backup of this program is written and read with. */
export const backupOptions = { migrations: allMigrations, blanks: evidenceBlanks }
