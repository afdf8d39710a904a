import { sql, type Transaction } from 'kysely'
import { Refusal, type Tables } from '#kernel'
import type { ReadingKey } from './reading-key.ts'

/** A reading to go on with, and the commits below which nothing needs to be read again. */
export interface OpenReading {
  readonly key: ReadingKey
  /** Number for the next commit. */
  readonly next: number
  /** Commits without a stored child: everything they reach is stored. */
  readonly tips: readonly string[]
  /** What of the repository is shown already; null for a reading that is not. */
  readonly shown: { readonly head: string | null; readonly refsKey: string | null } | null
}

/**
 * The reading to add to: the newest with the same reread key, complete or cut off by a kill, else a new one. Commits
 * are stored parents first, so a reading that was cut off can be gone on with from its tips.
 */
export async function openReading(
  transaction: Transaction<Tables>,
  workspaceId: string,
  repositoryId: string,
  rereadKey: string,
): Promise<OpenReading> {
  if (!(await lockRepository(transaction, workspaceId, repositoryId))) throw noLongerThere()
  const newest = await transaction
    .selectFrom('git_reading')
    .select(['reading', 'reread_key', 'head', 'refs_key', 'read_at'])
    .where('workspace_id', '=', workspaceId)
    .where('repository_id', '=', repositoryId)
    .orderBy('reading', 'desc')
    .executeTakeFirst()
  const key = { workspace_id: workspaceId, repository_id: repositoryId, reading: newest?.reading ?? 0 }
  if (newest?.reread_key !== rereadKey) return beginReading(transaction, key, rereadKey)
  const next = await nextNumber(transaction, key)
  return {
    key,
    next,
    tips: newest.head === null ? await storedTips(transaction, key) : [newest.head],
    shown: newest.read_at && { head: newest.head, refsKey: newest.refs_key },
  }
}

async function beginReading(transaction: Transaction<Tables>, before: ReadingKey, rereadKey: string) {
  const key = { ...before, reading: before.reading + 1 }
  await transaction
    .insertInto('git_reading')
    .values({
      ...key,
      reread_key: rereadKey,
      shallow: false,
      boundary_commits: 0,
      partial: false,
      unreadable: [],
      generated: [],
      contents_read: false,
    })
    .execute()
  return { key, next: 0, tips: [], shown: null }
}

async function nextNumber(transaction: Transaction<Tables>, key: ReadingKey): Promise<number> {
  const { last } = await transaction
    .selectFrom('git_commit')
    .select((each) => each.fn.max('number').as('last'))
    .where((each) => each.and({ ...key }))
    .executeTakeFirstOrThrow()
  return last === null ? 0 : last + 1
}

async function storedTips(transaction: Transaction<Tables>, key: ReadingKey): Promise<string[]> {
  const commits = await transaction
    .selectFrom('git_commit')
    .select(['hash', 'parents'])
    .where((each) => each.and({ ...key }))
    .execute()
  const parents = new Set(commits.flatMap((commit) => commit.parents.split(' ')))
  return commits.map((commit) => commit.hash).filter((hash) => !parents.has(hash))
}

/**
 * Lets whoever else writes what was read of the repository wait until the commit; false where it is gone. It comes
 * before any other lock on its facts: two that took them in different orders would wait for each other.
 */
export async function lockRepository(
  transaction: Transaction<Tables>,
  workspaceId: string,
  repositoryId: string,
): Promise<boolean> {
  const { rows } = await sql`select id from repository
    where workspace_id = ${workspaceId} and id = ${repositoryId} for no key update`.execute(transaction)
  return rows.length > 0
}

/** True while the reading is there: another scan may have begun a new one, or somebody removed the repository. */
export async function isThere(transaction: Transaction<Tables>, key: ReadingKey): Promise<boolean> {
  if (!(await lockRepository(transaction, key.workspace_id, key.repository_id))) return false
  const found = await transaction
    .selectFrom('git_reading')
    // Facts can be read again, so such a commit need not wait for the disk: whatever is committed after it takes it along.
    .select(['reading', sql`set_config('synchronous_commit', 'off', true)`.as('durability')])
    .where((each) => each.and({ ...key }))
    .executeTakeFirst()
  return found !== undefined
}

/** Refuses to go on with a reading that is no longer there. */
export async function assertThere(transaction: Transaction<Tables>, key: ReadingKey): Promise<void> {
  if (!(await isThere(transaction, key))) throw noLongerThere()
}

function noLongerThere(): Refusal {
  return new Refusal('conflict', {
    en: 'What was being read has been removed or begun anew meanwhile.',
    de: 'Was gelesen wurde, ist inzwischen entfernt oder neu begonnen worden.',
  })
}

/** Shows this reading from now on; what was read before it is no reading any more, and left to be cleared away. */
export async function showReading(transaction: Transaction<Tables>, key: ReadingKey): Promise<void> {
  await transaction
    .updateTable('repository')
    .set((each) => ({ current_reading: key.reading, generation: each('generation', '+', 1) }))
    .where('workspace_id', '=', key.workspace_id)
    .where('id', '=', key.repository_id)
    .execute()
  await transaction
    .deleteFrom('git_reading')
    .where('workspace_id', '=', key.workspace_id)
    .where('repository_id', '=', key.repository_id)
    .where('reading', '<>', key.reading)
    .execute()
}

/** Makes every process that shows the repository look again. */
export async function raiseGeneration(transaction: Transaction<Tables>, key: ReadingKey): Promise<void> {
  await transaction
    .updateTable('repository')
    .set((each) => ({ generation: each('generation', '+', 1) }))
    .where('workspace_id', '=', key.workspace_id)
    .where('id', '=', key.repository_id)
    .execute()
}
