import { sql, type Transaction } from 'kysely'
import type { ReadCommit } from '../history/commit-fact.ts'
import type { Tables } from '#kernel'
import type { ReadingKey } from './reading-key.ts'
import { storableText } from './storable-text.ts'

/**
 * Stores commits with their changes, numbered on from `first`. Each must be new to the reading; parents come before
 * children, so that what is stored is closed under ancestors whenever the process dies.
 */
export async function writeCommits(
  transaction: Transaction<Tables>,
  key: ReadingKey,
  first: number,
  facts: readonly ReadCommit[],
): Promise<void> {
  const commits = facts.map((fact, index) => toRow(fact, first + index))
  const changes = facts.flatMap((fact, index) =>
    fact.changes.map((change, position) => ({
      commit_number: first + index,
      position,
      status: change.status,
      path: change.path,
      from_path: change.from ?? null,
    })),
  )
  await sql`insert into git_commit
    (workspace_id, repository_id, reading, number, hash, parents, author, coauthors, bot, assisted, authored_at,
      author_offset, committed_at, subject, kind, reverts, record_keys, trailer_keys)
    select ${key.workspace_id}::uuid, ${key.repository_id}::uuid, ${key.reading}::integer, fact.*
    from json_to_recordset(${JSON.stringify(commits)}::json) as fact (number integer, hash text, parents text,
      author text, coauthors text, bot boolean, assisted boolean, authored_at bigint, author_offset integer,
      committed_at bigint, subject text, kind text, reverts text, record_keys text[],
      trailer_keys text[])`.execute(transaction)
  await sql`insert into git_change
    (workspace_id, repository_id, reading, commit_number, position, status, path, from_path)
    select ${key.workspace_id}::uuid, ${key.repository_id}::uuid, ${key.reading}::integer, fact.*
    from json_to_recordset(${JSON.stringify(changes)}::json) as fact (commit_number integer, position integer,
      status text, path text, from_path text)`.execute(transaction)
}

function toRow(fact: ReadCommit, number: number) {
  return {
    number,
    hash: fact.hash,
    parents: fact.parents.join(' '),
    author: fact.author,
    coauthors: fact.coauthors.join(' '),
    bot: fact.bot,
    assisted: fact.assisted,
    authored_at: fact.authoredAt,
    author_offset: fact.authorOffset,
    committed_at: fact.committedAt,
    subject: storableText(fact.subject),
    kind: fact.kind,
    reverts: fact.reverts.join(' '),
    record_keys: fact.recordKeys,
    trailer_keys: fact.trailerKeys,
  }
}
