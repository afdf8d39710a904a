import { sql, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/** The digest of a text in SQL: an index takes at most 2,704 bytes of a row, and paths and addresses may be longer. */
export const digestOf = (column: string) => String.raw`sha256(replace(${column}, '\', '\\')::bytea)`

/** Keys by the digest of a path or address instead of by itself. */
export const longNamesMigration: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(database)
  },
}

const statements = [
  'alter table repository drop constraint repository_workspace_id_source_key',
  `create unique index repository_by_source on repository (workspace_id, ${digestOf('source')})`,
  'alter table git_file drop constraint git_file_pkey',
  `create unique index git_file_by_path on git_file (workspace_id, repository_id, reading, ${digestOf('path')})`,
  'alter table git_line_survival drop constraint git_line_survival_pkey',
  `create unique index git_line_survival_by_path on git_line_survival
    (workspace_id, repository_id, reading, "commit", ${digestOf('path')})`,
]
