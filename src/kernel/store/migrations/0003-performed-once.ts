import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Under which key an operation was performed, and what it made; nothing of what was given or answered. */
export const performedOnce: Migration = {
  async up(database) {
    await sql`create table performed_once (
      workspace_id uuid not null references workspace (id),
      actor_kind text not null,
      actor_id text not null,
      operation text not null,
      key text not null,
      input_hash text not null,
      subject_id uuid not null,
      at timestamptz not null,
      primary key (workspace_id, actor_kind, actor_id, operation, key)
    )`.execute(database)
  },
}
