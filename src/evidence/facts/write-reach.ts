import { sql, type Transaction } from 'kysely'
import type { Store, Tables } from '#kernel'
import type { CommitColumns } from '../history/commit-columns.ts'
import type { History } from '../history/history.ts'
import { assertThere } from './readings.ts'
import type { ReadingKey } from './reading-key.ts'

/** Commits that change sides: numbers of those the head reaches again, and of those it no longer does. */
export interface ReachChange {
  readonly reached: readonly number[]
  readonly unreached: readonly number[]
}

/** So many commits are marked together with what else is shown. */
const atOnce = 500

/** Numbers of the commits read that the head does not reach, as after a rebase; mostly none. */
export function outOfReach(commits: CommitColumns, history: History): number[] {
  if (commits.length === history.length) return []
  const reached = new Set(history.hashes)
  return commits.hashes.flatMap((hash, number) => (reached.has(hash) ? [] : [number]))
}

/** What is to be marked anew, of which there is mostly nothing. More than goes at once is marked here, a moment before. */
export async function prepareReach(
  store: Store,
  key: ReadingKey,
  unreachable: readonly number[],
): Promise<ReachChange> {
  const rows = await store.database
    .selectFrom('git_commit')
    .select('number')
    .where((each) => each.and({ ...key }))
    .where((each) => each.not('reachable'))
    .execute()
  const before = new Set(rows.map(({ number }) => number))
  const now = new Set(unreachable)
  const reached = [...before.difference(now)]
  const unreached = [...now.difference(before)]
  for (; reached.length + unreached.length > atOnce;) {
    const piece = { reached: reached.splice(0, atOnce), unreached: unreached.splice(0, atOnce) }
    await store.transaction(async (transaction) => {
      await assertThere(transaction, key)
      await writeReach(transaction, key, piece)
    })
  }
  return { reached, unreached }
}

/** Keeps which commits the head does not reach. */
export async function writeReach(
  transaction: Transaction<Tables>,
  key: ReadingKey,
  { reached, unreached }: ReachChange,
): Promise<void> {
  await setReach(transaction, key, false, unreached)
  await setReach(transaction, key, true, reached)
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
