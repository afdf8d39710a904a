import { sql } from 'kysely'
import type { OperationContext } from '#kernel'
import type { CommitStore } from '../history/commit-columns.ts'
import type { ReadingKey } from './reading-key.ts'

/** Lines added and deleted by each change, in the columns' order of arrival; -1 where they are not known. */
export interface ChangeLines {
  readonly added: Int32Array
  readonly deleted: Int32Array
  /** Number of commits whose lines are counted. */
  readonly commits: number
}

export const noLines: ChangeLines = { added: new Int32Array(0), deleted: new Int32Array(0), commits: 0 }

/** What was known before, together with what was counted since that generation, for all changes of the columns. */
export async function loadLines(
  transaction: OperationContext['transaction'],
  key: ReadingKey,
  columns: CommitStore,
  before: ChangeLines,
  since: number,
): Promise<ChangeLines> {
  const added = new Int32Array(columns.changePath.length).fill(-1)
  const deleted = new Int32Array(columns.changePath.length).fill(-1)
  added.set(before.added)
  deleted.set(before.deleted)
  const counted = await transaction
    .selectFrom('git_commit')
    .select((each) => each.fn.countAll<number>().as('commits'))
    .where((each) => each.and({ ...key }))
    .where('lines_generation', '>', since)
    .executeTakeFirstOrThrow()
  if (counted.commits === 0) return { added, deleted, commits: before.commits }
  const { rows } = await sql<{ number: number; position: number; added: number; deleted: number }>`
    select number, position, added, deleted from git_commit join git_change
      on git_change.workspace_id = git_commit.workspace_id
      and git_change.repository_id = git_commit.repository_id
      and git_change.reading = git_commit.reading and git_change.commit_number = git_commit.number
    where git_commit.workspace_id = ${key.workspace_id} and git_commit.repository_id = ${key.repository_id}
      and git_commit.reading = ${key.reading} and lines_generation > ${since} and added is not null`.execute(
    transaction,
  )
  for (const row of rows) {
    const at = columns.changeStart.at(row.number) + row.position
    added[at] = row.added
    deleted[at] = row.deleted
  }
  return { added, deleted, commits: before.commits + counted.commits }
}
