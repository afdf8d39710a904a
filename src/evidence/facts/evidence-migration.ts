import { sql, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * Tables of the evidence. `repository` and `component` are written by people; everything named `git_` is a cache that
 * can be read again from its repository, and goes with it.
 */
export const evidenceMigration: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(database)
  },
}

const statements = [
  `create table repository (
    workspace_id uuid not null,
    id uuid not null,
    name text not null,
    source_kind text not null check (source_kind in ('path', 'url')),
    source text not null,
    places text[] not null,
    added_at timestamptz not null,
    current_reading integer,
    generation integer not null default 0,
    scan jsonb not null,
    scan_jobs text[] not null default '{}',
    primary key (workspace_id, id),
    unique (workspace_id, source)
  )`,
  `create table component (
    workspace_id uuid not null,
    id uuid not null,
    repository_id uuid not null,
    name text not null,
    paths text[] not null,
    primary key (workspace_id, id),
    unique (workspace_id, repository_id, name),
    foreign key (workspace_id, repository_id) references repository on delete cascade
  )`,
  `create table bot (
    workspace_id uuid not null,
    entry text not null,
    primary key (workspace_id, entry)
  )`,
  `create table git_reading (
    workspace_id uuid not null,
    repository_id uuid not null,
    reading integer not null,
    reread_key text not null,
    head text,
    branch text,
    refs_key text,
    shallow boolean not null default false,
    boundary_commits integer not null default 0,
    partial boolean not null default false,
    unreadable text[] not null default '{}',
    components jsonb not null default '[]',
    generated text[] not null default '{}',
    read_at timestamptz,
    summary jsonb,
    contents_read boolean not null default false,
    lines_head text,
    primary key (workspace_id, repository_id, reading),
    foreign key (workspace_id, repository_id) references repository on delete cascade
  )`,
  cache(
    'git_commit',
    `number integer not null,
    hash text not null,
    parents text not null,
    author text not null,
    coauthors text not null,
    bot boolean not null,
    assisted boolean not null,
    authored_at bigint not null,
    author_offset integer,
    committed_at bigint not null,
    subject text not null,
    kind text,
    reverts text not null`,
    'number',
  ),
  'create unique index git_commit_by_hash on git_commit (workspace_id, repository_id, reading, hash)',
  cache(
    'git_change',
    `commit_number integer not null,
    position integer not null,
    status text not null,
    path text not null,
    from_path text`,
    'commit_number, position',
  ),
  cache(
    'git_line_count',
    'commit_number integer not null, generation integer not null, counts integer[] not null',
    'commit_number',
  ),
  cache('git_file', 'path text not null, blob text not null, complexity integer, lines integer', 'path'),
  cache('git_tag', 'tag text not null, "commit" text not null, tagged_at bigint', 'tag'),
  cache(
    'git_line_survival',
    '"commit" text not null, path text not null, added integer not null, deleted_soon integer not null, skewed integer not null',
    '"commit", path',
  ),
]

// Without foreign keys: checked row by row they would double the time of a first reading. `dropReadings` deletes instead.
function cache(table: string, columns: string, key: string): string {
  return `create table ${table} (
    workspace_id uuid not null,
    repository_id uuid not null,
    reading integer not null,
    ${columns},
    primary key (workspace_id, repository_id, reading, ${key})
  )`
}
