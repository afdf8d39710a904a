import { sql, type Transaction } from 'kysely'
import type { Store, Tables } from '#kernel'
import type { RawRelease } from '../git/read-releases.ts'
import { loadTags } from './load-files.ts'
import { assertThere } from './readings.ts'
import type { ReadingKey } from './reading-key.ts'

/** What makes the stored tags those of the repository. */
export interface TagChange {
  readonly written: readonly RawRelease[]
  readonly gone: readonly string[]
}

export const noTags: TagChange = { written: [], gone: [] }

const atOnce = 500

/** What is to be written of the tags at the moment when they are shown; before a first reading is shown, nothing of it. */
export async function prepareTags(
  store: Store,
  key: ReadingKey,
  releases: readonly RawRelease[],
): Promise<TagChange> {
  const stored = await loadTags(store.database, key)
  const before = new Map(stored.map((release) => [release.tag, wordsOf(release)]))
  const written = releases.filter((release) => before.get(release.tag) !== wordsOf(release))
  for (const { tag } of releases) before.delete(tag)
  const gone = [...before.keys()]
  const { read_at: readAt } = await store.database
    .selectFrom('git_reading')
    .select('read_at')
    .where((each) => each.and({ ...key }))
    .executeTakeFirstOrThrow()
  if (readAt !== null) return { written, gone }
  for (let from = 0; from < Math.max(written.length, gone.length); from += atOnce) {
    const to = from + atOnce
    await store.transaction(async (transaction) => {
      await assertThere(transaction, key)
      await writeTags(transaction, key, { written: written.slice(from, to), gone: gone.slice(from, to) })
    })
  }
  return noTags
}

function wordsOf({ commit, taggedAt }: RawRelease): string {
  return `${commit} ${taggedAt}`
}

/** Stores what has changed of the tags. */
export async function writeTags(
  transaction: Transaction<Tables>,
  key: ReadingKey,
  { written, gone }: TagChange,
): Promise<void> {
  const changed = [...gone, ...written.map(({ tag }) => tag)]
  if (changed.length === 0) return
  await sql`delete from git_tag where workspace_id = ${key.workspace_id} and repository_id = ${key.repository_id}
    and reading = ${key.reading} and tag in (select json_array_elements_text(${JSON.stringify(changed)}::json))`.execute(
    transaction,
  )
  const rows = written.map(({ tag, commit, taggedAt }) => ({ tag, commit, tagged_at: taggedAt }))
  await sql`insert into git_tag (workspace_id, repository_id, reading, tag, "commit", tagged_at)
    select ${key.workspace_id}::uuid, ${key.repository_id}::uuid, ${key.reading}::integer, tag.*
    from json_to_recordset(${JSON.stringify(rows)}::json) as tag (tag text, "commit" text, tagged_at bigint)`.execute(
    transaction,
  )
}
