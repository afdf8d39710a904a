import type { Migrations } from '#kernel'
import { evidenceMigration } from './evidence-migration.ts'

/** The migrations of the evidence, by name. */
export const evidenceMigrations: Migrations = { '0100-evidence': evidenceMigration }
