import { sql, type Transaction } from 'kysely'
import type { Tables } from '#kernel'
import type { ReadingKey } from './reading-key.ts'

/** Lines that one commit added to and deleted from the paths that were counted. */
export interface CountedCommit {
  readonly hash: string
  readonly counts: readonly { readonly path: string; readonly added: number; readonly deleted: number }[]
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

/** Stores the line counts of whole commits and marks those as counted; they show from the next generation on. */
export async function writeLines(
  transaction: Transaction<Tables>,
  key: ReadingKey,
  counted: readonly CountedCommit[],
): Promise<void> {
  const counts = counted.flatMap(({ hash, counts }) => counts.map((count) => ({ hash, ...count })))
  await sql`update git_change set added = line.added, deleted = line.deleted
    from json_to_recordset(${JSON.stringify(counts)}::json)
      as line (hash text, path text, added integer, deleted integer)
    join git_commit on git_commit.hash = line.hash and git_commit.workspace_id = ${key.workspace_id}
      and git_commit.repository_id = ${key.repository_id} and git_commit.reading = ${key.reading}
    where git_change.workspace_id = ${key.workspace_id} and git_change.repository_id = ${key.repository_id}
      and git_change.reading = ${key.reading} and git_change.commit_number = git_commit.number
      and git_change.path = line.path`.execute(transaction)
  await sql`update git_commit set lines_generation = (
      select generation + 1 from repository
      where workspace_id = ${key.workspace_id} and id = ${key.repository_id} for update)
    where workspace_id = ${key.workspace_id} and repository_id = ${key.repository_id}
      and reading = ${key.reading}
      and hash in (select json_array_elements_text(${JSON.stringify(counted.map(({ hash }) => hash))}::json))`.execute(
    transaction,
  )
}

/** Replaces what is known of how long added lines lasted. */
export async function writeSurvival(
  transaction: Transaction<Tables>,
  key: ReadingKey,
  rows: readonly SurvivalRow[],
): Promise<void> {
  await transaction
    .deleteFrom('git_line_survival')
    .where((each) => each.and({ ...key }))
    .execute()
  await sql`insert into git_line_survival
    (workspace_id, repository_id, reading, "commit", path, added, deleted_soon, skewed)
    select ${key.workspace_id}::uuid, ${key.repository_id}::uuid, ${key.reading}::integer, row.*
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as row ("commit" text, path text, added integer, deleted_soon integer, skewed integer)`.execute(
    transaction,
  )
}
