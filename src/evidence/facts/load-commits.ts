import type { Kysely } from 'kysely'
import type { CommitStore } from '../history/commit-columns.ts'
import { commitKinds, type ChangeStatus, type CommitFact, type PathChange } from '../history/commit-fact.ts'
import type { Tables } from '#kernel'
import type { ReadingKey } from './reading-key.ts'

// What is stored under a number stays as it is: between two batches others may get at the database.
const batch = 300

/**
 * Adds to the columns every stored commit that they lack, in the order of arrival. The columns must hold the first
 * `columns.length` commits of this very reading.
 */
export async function loadCommits(
  database: Kysely<Tables>,
  key: ReadingKey,
  columns: CommitStore,
): Promise<void> {
  for (;;) {
    const from = columns.length
    const rows = await commitRows(database, key, from)
    if (rows.length === 0) return
    const changes = await changesByCommit(database, key, from)
    for (const row of rows) columns.add(toFact(row, changes.get(row.number) ?? []))
    if (rows.length < batch) return
  }
}

function commitRows(database: Kysely<Tables>, key: ReadingKey, from: number) {
  return database
    .selectFrom('git_commit')
    .select(['number', 'hash', 'parents', 'author', 'coauthors', 'bot', 'assisted', 'authored_at'])
    .select(['author_offset', 'committed_at', 'subject', 'kind', 'reverts'])
    .where((each) => each.and({ ...key }))
    .where('number', '>=', from)
    .where('number', '<', from + batch)
    .orderBy('number')
    .execute()
}

async function changesByCommit(database: Kysely<Tables>, key: ReadingKey, from: number) {
  const rows = await database
    .selectFrom('git_change')
    .select(['commit_number', 'status', 'path', 'from_path'])
    .where((each) => each.and({ ...key }))
    .where('commit_number', '>=', from)
    .where('commit_number', '<', from + batch)
    .orderBy('commit_number')
    .orderBy('position')
    .execute()
  const changes = new Map<number, PathChange[]>()
  for (const row of rows) {
    const status = row.status as ChangeStatus // the only writer is writeCommits, which takes a ChangeStatus
    const change = { status, path: row.path, ...(row.from_path === null ? {} : { from: row.from_path }) }
    const others = changes.get(row.commit_number)
    if (others) others.push(change)
    else changes.set(row.commit_number, [change])
  }
  return changes
}

type CommitRow = Awaited<ReturnType<typeof commitRows>>[number]

function toFact(row: CommitRow, changes: readonly PathChange[]): CommitFact {
  return {
    hash: row.hash,
    parents: words(row.parents),
    author: row.author,
    coauthors: words(row.coauthors),
    bot: row.bot,
    assisted: row.assisted,
    authoredAt: row.authored_at,
    authorOffset: row.author_offset,
    committedAt: row.committed_at,
    subject: row.subject,
    kind: commitKinds.find((kind) => kind === row.kind) ?? null,
    reverts: words(row.reverts),
    changes,
  }
}

function words(text: string): string[] {
  return text === '' ? [] : text.split(' ')
}
