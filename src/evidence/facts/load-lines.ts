import type { Kysely } from 'kysely'
import type { Tables } from '#kernel'
import type { CommitStore } from '../history/commit-columns.ts'
import type { ReadingKey } from './reading-key.ts'

/** Lines added and deleted by each change, in the columns' order of arrival; -1 where they are not known. */
export interface ChangeLines {
  readonly added: Int32Array
  readonly deleted: Int32Array
}

export const noLines: ChangeLines = { added: new Int32Array(0), deleted: new Int32Array(0) }

const batch = 500

/** What was known before, together with what was counted since that generation, for all changes of the columns. */
export async function loadLines(
  database: Kysely<Tables>,
  key: ReadingKey,
  columns: CommitStore,
  before: ChangeLines,
  since: number,
): Promise<ChangeLines> {
  const added = new Int32Array(columns.changePath.length).fill(-1)
  const deleted = new Int32Array(columns.changePath.length).fill(-1)
  added.set(before.added)
  deleted.set(before.deleted)
  for (let from = 0; ;) {
    const rows = await database
      .selectFrom('git_line_count')
      .select(['commit_number', 'counts'])
      .where((each) => each.and({ ...key }))
      .where('generation', '>', since)
      .where('commit_number', '>=', from)
      .orderBy('commit_number')
      .limit(batch)
      .execute()
    for (const { commit_number: commit, counts } of rows) {
      const start = columns.changeStart.at(commit)
      for (let at = 0; at < counts.length; at += 3) {
        added[start + (counts[at] ?? 0)] = counts[at + 1] ?? -1
        deleted[start + (counts[at] ?? 0)] = counts[at + 2] ?? -1
      }
    }
    if (rows.length < batch) return { added, deleted }
    from = (rows.at(-1)?.commit_number ?? 0) + 1
  }
}
