import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** The workspace, and the audit chain with its head. */
export const workspaceAndAudit: Migration = {
  async up(database) {
    await sql`
      create table workspace (
        id uuid primary key,
        name text not null,
        key_check text not null,
        created_at timestamptz not null default now()
      )`.execute(database)
    // json and not jsonb: it keeps the very text that was hashed.
    await sql`
      create table audit (
        workspace_id uuid not null references workspace (id),
        seq bigint not null,
        at timestamptz not null,
        actor_kind text not null,
        actor_id text not null,
        operation text not null,
        subject_type text,
        subject_id text,
        payload json,
        salt text,
        payload_hash text not null,
        previous_hash text not null,
        hash text not null,
        primary key (workspace_id, seq),
        check ((payload is null) = (salt is null)),
        check ((subject_type is null) = (subject_id is null))
      )`.execute(database)
    await sql`create index audit_by_subject on audit (workspace_id, subject_type, subject_id, seq)`.execute(
      database,
    )
    // A table of its own: locking the head must not make those wait who only refer to the workspace.
    await sql`
      create table audit_head (
        workspace_id uuid primary key references workspace (id),
        seq bigint not null,
        hash text not null
      )`.execute(database)
  },
}
