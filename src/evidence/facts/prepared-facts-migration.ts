import { sql, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { digestOf } from './long-names-migration.ts'

/** Lets files and what became of lines be written piece by piece before they are shown; the latter are followed anew. */
export const preparedFactsMigration: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(database)
  },
}

const statements = [
  'alter table git_reading add column tree integer not null default 0',
  'alter table git_file add column tree integer not null default 0',
  'drop index git_file_by_path',
  `create unique index git_file_by_path on git_file (workspace_id, repository_id, reading, tree, ${digestOf('path')})`,
  'drop table git_line_survival',
  `create table git_line_survival (
    workspace_id uuid not null,
    repository_id uuid not null,
    reading integer not null,
    version text not null,
    "commit" text not null,
    path text not null,
    added integer not null,
    deleted_soon integer not null,
    skewed integer not null
  )`,
  `create unique index git_line_survival_by_path on git_line_survival
    (workspace_id, repository_id, reading, version, "commit", ${digestOf('path')})`,
  'alter table git_reading add column survival text',
  'update git_reading set lines_head = null',
]
