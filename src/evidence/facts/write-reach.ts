import { sql, type Transaction } from 'kysely'
import type { Tables } from '#kernel'
import type { CommitColumns } from '../history/commit-columns.ts'
import type { History } from '../history/history.ts'
import type { ReadingKey } from './reading-key.ts'

/** Numbers of the commits read that the head does not reach, as after a rebase; mostly none. */
export function outOfReach(commits: CommitColumns, history: History): number[] {
  if (commits.length === history.length) return []
  const reached = new Set(history.hashes)
  return commits.hashes.flatMap((hash, number) => (reached.has(hash) ? [] : [number]))
}

/** Keeps which commits the head does not reach; only where that has changed anything is written. */
export async function writeReach(
  transaction: Transaction<Tables>,
  key: ReadingKey,
  unreachable: readonly number[],
): Promise<void> {
  const rows = await transaction
    .selectFrom('git_commit')
    .select('number')
    .where((each) => each.and({ ...key }))
    .where((each) => each.not('reachable'))
    .execute()
  const before = new Set(rows.map(({ number }) => number))
  const now = new Set(unreachable)
  await setReach(transaction, key, false, [...now.difference(before)])
  await setReach(transaction, key, true, [...before.difference(now)])
}

async function setReach(
  transaction: Transaction<Tables>,
  key: ReadingKey,
  reachable: boolean,
  numbers: readonly number[],
): Promise<void> {
  if (numbers.length === 0) return
  await sql`update git_commit set reachable = ${reachable} where workspace_id = ${key.workspace_id}
    and repository_id = ${key.repository_id} and reading = ${key.reading}
    and number = any(${[...numbers]}::integer[])`.execute(transaction)
}
