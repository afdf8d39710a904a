import { sql, type Transaction } from 'kysely'
import type { Tables } from '#kernel'
import { digestOf } from './long-names-migration.ts'
import type { ReadingKey } from './reading-key.ts'

/** Lines of one commit: position of the change, lines added, lines deleted, for each change that was counted. */
export interface CountedCommit {
  readonly commit_number: number
  readonly counts: readonly number[]
}

/** Lines added by one delivered change to one path, and how many of them were gone again within 21 days. */
export interface SurvivalRow {
  readonly commit: string
  readonly path: string
  readonly added: number
  readonly deleted_soon: number
  /** Lines deleted by a change that claims to be older. */
  readonly skewed: number
}

/**
 * Stores the line counts of whole commits; they show from the next generation on. The repository must be locked, so
 * that no generation is shown between its reading here and the commit.
 */
export async function writeLines(
  transaction: Transaction<Tables>,
  key: ReadingKey,
  counted: readonly CountedCommit[],
): Promise<void> {
  await sql`insert into git_line_count (workspace_id, repository_id, reading, generation, commit_number, counts)
    select repository.workspace_id, repository.id, ${key.reading}::integer, generation + 1, line.*
    from repository, json_to_recordset(${JSON.stringify(counted)}::json)
      as line (commit_number integer, counts integer[])
    where repository.workspace_id = ${key.workspace_id} and repository.id = ${key.repository_id}
    on conflict do nothing`.execute(transaction)
}

/** Stores how long added lines lasted, in a version; what stood there of the same change and path goes. */
export async function addSurvival(
  transaction: Transaction<Tables>,
  key: ReadingKey,
  version: string,
  rows: readonly SurvivalRow[],
): Promise<void> {
  const digest = sql.raw(digestOf('path'))
  await sql`insert into git_line_survival
    (workspace_id, repository_id, reading, version, "commit", path, added, deleted_soon, skewed)
    select ${key.workspace_id}::uuid, ${key.repository_id}::uuid, ${key.reading}::integer, ${version}::text, row.*
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as row ("commit" text, path text, added integer, deleted_soon integer, skewed integer)
    on conflict (workspace_id, repository_id, reading, version, "commit", ${digest})
    do update set added = excluded.added, deleted_soon = excluded.deleted_soon, skewed = excluded.skewed`.execute(
    transaction,
  )
}

/** Takes out what is no longer so. */
export async function removeSurvival(
  transaction: Transaction<Tables>,
  key: ReadingKey,
  version: string,
  rows: readonly SurvivalRow[],
): Promise<void> {
  if (rows.length === 0) return
  await sql`delete from git_line_survival as stored
    using json_to_recordset(${JSON.stringify(rows)}::json) as row ("commit" text, path text)
    where stored.workspace_id = ${key.workspace_id} and stored.repository_id = ${key.repository_id}
      and stored.reading = ${key.reading} and stored.version = ${version}
      and stored."commit" = row."commit" and stored.path = row.path`.execute(transaction)
}
