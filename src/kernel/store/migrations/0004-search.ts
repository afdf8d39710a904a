import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** What records are found by, beside them: made anew with every version, gone with the record. */
export const search: Migration = {
  async up(database) {
    await sql`create table search_entry (
      workspace_id uuid not null,
      record_id uuid not null,
      folded_title text not null,
      text text not null,
      terms tsvector not null,
      primary key (workspace_id, record_id),
      foreign key (workspace_id, record_id) references record on delete cascade
    )`.execute(database)
    await sql`create index search_entry_by_terms on search_entry using gin (terms)`.execute(database)
  },
}
