import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Who has read which edition of a record, to the day. */
export const readingReceipt: Migration = {
  async up(database) {
    await sql`create table reading_receipt (
      workspace_id uuid not null,
      record_id uuid not null,
      edition integer not null,
      user_id text not null,
      day date not null,
      primary key (workspace_id, record_id, edition, user_id),
      foreign key (workspace_id, record_id) references record on delete cascade
    )`.execute(database)
  },
}
