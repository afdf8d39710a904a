import type { OperationContext } from '#kernel'
import type { RawRelease } from '../git/read-releases.ts'
import type { ReadingKey } from './reading-key.ts'

type Transaction = OperationContext['transaction']

/** The files at the head with what was read of them; null where that is nothing yet or not text. */
export async function loadFiles(transaction: Transaction, key: ReadingKey) {
  return transaction
    .selectFrom('git_file')
    .select(['path', 'blob', 'complexity', 'lines'])
    .where((each) => each.and({ ...key }))
    .execute()
}

/** The tags that name a version. */
export async function loadTags(transaction: Transaction, key: ReadingKey): Promise<RawRelease[]> {
  const rows = await transaction
    .selectFrom('git_tag')
    .select(['tag', 'commit', 'tagged_at'])
    .where((each) => each.and({ ...key }))
    .orderBy('tag')
    .execute()
  return rows.map(({ tag, commit, tagged_at: taggedAt }) => ({ tag, commit, taggedAt }))
}

/** How long added lines lasted, as far as they were followed. */
export async function loadSurvival(transaction: Transaction, key: ReadingKey) {
  return transaction
    .selectFrom('git_line_survival')
    .select(['commit', 'path', 'added', 'deleted_soon', 'skewed'])
    .where((each) => each.and({ ...key }))
    .execute()
}

/** The catalogue of a repository by name, empty where there is none. */
export async function loadCatalogue(transaction: Transaction, key: ReadingKey) {
  return transaction
    .selectFrom('component')
    .select(['name', 'paths'])
    .where('workspace_id', '=', key.workspace_id)
    .where('repository_id', '=', key.repository_id)
    .orderBy('name')
    .execute()
}
