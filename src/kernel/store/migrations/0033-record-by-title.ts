import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Lists in the order of titles: without it, all records of a type were sorted for each page. */
export const recordByTitle: Migration = {
  async up(database) {
    await sql`create index record_by_title on record (workspace_id, type, (lower(title) collate "C"), id)`.execute(
      database,
    )
  },
}
