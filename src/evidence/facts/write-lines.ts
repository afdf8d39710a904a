import { sql, type Transaction } from 'kysely'
import type { Tables } from '#kernel'
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

/** Stores how long added lines lasted, as followed up to the head; rows that are there already stay as they are. */
export async function addSurvival(
  transaction: Transaction<Tables>,
  key: ReadingKey,
  head: string,
  rows: readonly SurvivalRow[],
): Promise<void> {
  await sql`insert into git_line_survival
    (workspace_id, repository_id, reading, head, "commit", path, added, deleted_soon, skewed)
    select ${key.workspace_id}::uuid, ${key.repository_id}::uuid, ${key.reading}::integer, ${head}::text, row.*
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as row ("commit" text, path text, added integer, deleted_soon integer, skewed integer)
    on conflict do nothing`.execute(transaction)
}
