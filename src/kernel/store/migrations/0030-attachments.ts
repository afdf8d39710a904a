import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Files beside records: the bytes once, who waits to name them, and which records do. */
export const attachments: Migration = {
  async up(database) {
    for (const statement of statements) await sql.raw(statement).execute(database)
  },
}

const statements = [
  `create table attachment (
    workspace_id uuid not null references workspace (id),
    id text not null,
    type text not null,
    size integer not null,
    bytes bytea not null,
    primary key (workspace_id, id)
  )`,
  // Pictures and office files are packed already: trying again would only hold up everybody else.
  'alter table attachment alter column bytes set storage external',
  `create table attachment_upload (
    workspace_id uuid not null,
    attachment_id text not null,
    uploaded_by text not null,
    name text not null,
    at timestamptz not null,
    primary key (workspace_id, attachment_id, uploaded_by),
    foreign key (workspace_id, attachment_id) references attachment on delete cascade
  )`,
  `create table attachment_use (
    workspace_id uuid not null,
    attachment_id text not null,
    record_id uuid not null,
    name text not null,
    primary key (workspace_id, attachment_id, record_id, name),
    foreign key (workspace_id, attachment_id) references attachment,
    foreign key (workspace_id, record_id) references record on delete cascade
  )`,
  'create index attachment_use_by_record on attachment_use (workspace_id, record_id)',
]
