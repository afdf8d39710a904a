import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** With what the audit hashed the versions that came with a record; without it, no guess at them can be checked. */
export const versionSalt: Migration = {
  async up(database) {
    await sql`create table version_salt (
      workspace_id uuid not null,
      record_id uuid not null,
      salt text not null,
      primary key (workspace_id, record_id),
      foreign key (workspace_id, record_id) references record on delete cascade
    )`.execute(database)
  },
}
