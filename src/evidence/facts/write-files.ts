import { sql, type Transaction } from 'kysely'
import type { Tables } from '#kernel'
import type { TreeFile } from '../history/history.ts'
import { digestOf } from './long-names-migration.ts'
import type { ReadingKey } from './reading-key.ts'

/** Makes the stored files those of the tree; what was read of a file stays while its blob is the same. */
export async function writeTree(
  transaction: Transaction<Tables>,
  key: ReadingKey,
  tree: readonly TreeFile[],
): Promise<void> {
  const stored = await transaction
    .selectFrom('git_file')
    .select(['path', 'blob'])
    .where((each) => each.and({ ...key }))
    .execute()
  const blobByPath = new Map(stored.map((file) => [file.path, file.blob]))
  const changed = tree.filter((file) => blobByPath.get(file.path) !== file.blob)
  for (const file of tree) blobByPath.delete(file.path)
  const gone = [...blobByPath.keys()]
  if (gone.length > 0) {
    await sql`delete from git_file where workspace_id = ${key.workspace_id} and repository_id = ${key.repository_id}
      and reading = ${key.reading} and path in (select json_array_elements_text(${JSON.stringify(gone)}::json))`.execute(
      transaction,
    )
  }
  if (changed.length === 0) return
  await sql`insert into git_file (workspace_id, repository_id, reading, path, blob)
    select ${key.workspace_id}::uuid, ${key.repository_id}::uuid, ${key.reading}::integer, file.path, file.blob
    from json_to_recordset(${JSON.stringify(changed)}::json) as file (path text, blob text)
    on conflict (workspace_id, repository_id, reading, ${sql.raw(digestOf('path'))})
    do update set blob = excluded.blob, complexity = null, lines = null`.execute(transaction)
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
