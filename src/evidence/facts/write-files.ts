import { sql, type Transaction } from 'kysely'
import type { Tables } from '#kernel'
import { digestOf } from './long-names-migration.ts'
import type { StoredFile } from './load-files.ts'
import type { ReadingKey } from './reading-key.ts'

/** What makes the stored files of a tree those of another. */
export interface TreeDifference {
  /** Of the tree within its reading. */
  readonly tree: number
  readonly written: readonly StoredFile[]
  readonly gone: readonly string[]
}

/** Stores what is different. */
export async function writeDifference(
  transaction: Transaction<Tables>,
  key: ReadingKey,
  { tree, written, gone }: TreeDifference,
): Promise<void> {
  const digest = sql.raw(digestOf('path'))
  if (gone.length > 0) {
    await sql`delete from git_file where workspace_id = ${key.workspace_id} and repository_id = ${key.repository_id}
      and reading = ${key.reading} and tree = ${tree}
      and path in (select json_array_elements_text(${JSON.stringify(gone)}::json))`.execute(transaction)
  }
  if (written.length === 0) return
  await sql`insert into git_file (workspace_id, repository_id, reading, tree, path, blob, complexity, lines)
    select ${key.workspace_id}::uuid, ${key.repository_id}::uuid, ${key.reading}::integer, ${tree}::integer, file.*
    from json_to_recordset(${JSON.stringify(written)}::json)
      as file (path text, blob text, complexity integer, lines integer)
    on conflict (workspace_id, repository_id, reading, tree, ${digest})
    do update set blob = excluded.blob, complexity = excluded.complexity, lines = excluded.lines`.execute(
    transaction,
  )
}

/** What was read of a blob; null where it is not text or is missing. */
export interface ReadBlob {
  readonly blob: string
  readonly content: { readonly complexity: number; readonly lines: number } | null
}

/** Stores what was read of blobs for every file at the head that has them. */
export async function writeContents(
  transaction: Transaction<Tables>,
  key: ReadingKey,
  read: readonly ReadBlob[],
): Promise<void> {
  const rows = read.map(({ blob, content }) => ({
    blob,
    complexity: content?.complexity ?? -1,
    lines: content?.lines ?? -1,
  }))
  await sql`update git_file set complexity = file.complexity, lines = file.lines
    from json_to_recordset(${JSON.stringify(rows)}::json) as file (blob text, complexity integer, lines integer)
    where workspace_id = ${key.workspace_id} and repository_id = ${key.repository_id}
      and reading = ${key.reading} and git_file.blob = file.blob`.execute(transaction)
}
