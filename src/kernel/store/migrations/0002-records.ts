import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** What all records share, whatever their type: envelope, numbers, versions and links. */
export const records: Migration = {
  async up(database) {
    for (const statement of statements) await sql.raw(statement).execute(database)
  },
}

const statements = [
  `create table record (
    workspace_id uuid not null references workspace (id),
    id uuid not null,
    type text not null,
    number integer not null,
    title text not null,
    version integer not null,
    created_at timestamptz not null,
    created_by text not null,
    updated_at timestamptz not null,
    updated_by text not null,
    archived_at timestamptz,
    primary key (workspace_id, id),
    unique (workspace_id, type, number)
  )`,
  'create index record_by_update on record (workspace_id, type, updated_at, id)',
  // Apart from the records, so that the number of one that was erased is not given again.
  `create table record_number (
    workspace_id uuid not null references workspace (id),
    type text not null,
    last integer not null,
    primary key (workspace_id, type)
  )`,
  `create table record_version (
    workspace_id uuid not null,
    record_id uuid not null,
    version integer not null,
    at timestamptz not null,
    actor_kind text not null,
    actor_id text not null,
    surface text not null,
    operation text not null,
    archived boolean not null,
    fields jsonb not null,
    primary key (workspace_id, record_id, version),
    foreign key (workspace_id, record_id) references record on delete cascade
  )`,
  `create table link (
    workspace_id uuid not null,
    from_id uuid not null,
    relation text not null,
    to_id uuid not null,
    created_at timestamptz not null,
    created_by text not null,
    primary key (workspace_id, from_id, relation, to_id),
    foreign key (workspace_id, from_id) references record on delete cascade,
    foreign key (workspace_id, to_id) references record on delete cascade,
    check (from_id <> to_id)
  )`,
  'create index link_by_target on link (workspace_id, to_id, relation, from_id)',
]
