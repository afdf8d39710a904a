import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Which records were erased, so that a backup from before cannot bring them back; nothing of what was in them. */
export const privacy: Migration = {
  async up(database) {
    // Without a reference to the record: a restore may bring back a state in which there is none yet.
    await sql`create table erasure (
      workspace_id uuid not null references workspace (id),
      record_id uuid not null,
      type text not null,
      number integer not null,
      at timestamptz not null,
      erased_by text not null,
      primary key (workspace_id, record_id)
    )`.execute(database)
  },
}
