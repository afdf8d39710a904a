import { sql, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/** The keys of records that commits name; those read before are read again, since the reader's version has risen. */
export const recordKeysMigration: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(database)
  },
}

const statements = [
  `alter table git_commit
    add column record_keys text[] not null default '{}',
    add column reachable boolean not null default true`,
  // Most commits name nothing, and cost these indexes nothing.
  'create index git_commit_by_record_key on git_commit using gin (record_keys) where cardinality(record_keys) > 0',
  `create index git_commit_out_of_reach on git_commit (workspace_id, repository_id, reading, number)
    where not reachable`,
]
