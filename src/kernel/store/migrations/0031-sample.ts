import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Which workspace holds the sample company instead of a real one, since when, and where in the audit that began. */
export const sample: Migration = {
  async up(database) {
    await sql`create table sample (
      workspace_id uuid primary key references workspace (id),
      begun_at timestamptz not null,
      begun_after bigint not null
    )`.execute(database)
  },
}
