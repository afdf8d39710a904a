import { sql, type Kysely } from 'kysely'
import type { Tables } from '#kernel'
import type { RawRelease } from '../git/read-releases.ts'
import { digestOf } from './long-names-migration.ts'
import type { ReadingKey } from './reading-key.ts'

/** A file as it is stored, with what was read of it; null where that is nothing yet, -1 where it is not text. */
export interface StoredFile {
  readonly path: string
  readonly blob: string
  readonly complexity: number | null
  readonly lines: number | null
}

// Others get at the embedded database between two pages, where no transaction holds it.
const page = 1000

/** The files of a tree of the reading, page by page. */
export async function loadFiles(
  database: Kysely<Tables>,
  key: ReadingKey,
  tree: number,
): Promise<StoredFile[]> {
  const files: StoredFile[] = []
  const digest = sql.raw(digestOf('path'))
  for (let last = ''; ;) {
    const { rows } = await sql<StoredFile & { digest: string }>`
      select path, blob, complexity, lines, encode(${digest}, 'hex') as digest from git_file
      where workspace_id = ${key.workspace_id} and repository_id = ${key.repository_id}
        and reading = ${key.reading} and tree = ${tree} and ${digest} > decode(${last}, 'hex')
      order by ${digest} limit ${page}`.execute(database)
    for (const { path, blob, complexity, lines } of rows) files.push({ path, blob, complexity, lines })
    if (rows.length < page) return files
    last = rows.at(-1)?.digest ?? ''
  }
}

/** The tags that name a version. */
export async function loadTags(database: Kysely<Tables>, key: ReadingKey): Promise<RawRelease[]> {
  const rows = await database
    .selectFrom('git_tag')
    .select(['tag', 'commit', 'tagged_at'])
    .where((each) => each.and({ ...key }))
    .orderBy('tag')
    .execute()
  return rows.map(({ tag, commit, tagged_at: taggedAt }) => ({ tag, commit, taggedAt }))
}

/** How long added lines lasted, in that version, page by page. */
export async function loadSurvival(database: Kysely<Tables>, key: ReadingKey, version: string | null) {
  const read = async (from: string, limit: number) =>
    database
      .selectFrom('git_line_survival')
      .select(['commit', 'path', 'added', 'deleted_soon', 'skewed'])
      .where((each) => each.and({ ...key, version: version ?? '' }))
      .where('commit', '>=', from)
      .orderBy('commit')
      .limit(limit)
      .execute()
  const all: Awaited<ReturnType<typeof read>> = []
  for (let from = '', limit = page; ;) {
    const rows = await read(from, limit)
    // A page ends where a commit does, so the last one is read again with the next.
    const next = rows.length < limit ? undefined : rows.at(-1)?.commit
    const whole = rows.filter((row) => row.commit !== next)
    for (const row of whole) all.push(row)
    if (next === undefined) return all
    limit = next === from ? limit * 2 : page
    from = next
  }
}

/** The catalogue of a repository by name, empty where there is none. */
export async function loadCatalogue(database: Kysely<Tables>, key: ReadingKey) {
  return database
    .selectFrom('component')
    .select(['name', 'paths'])
    .where('workspace_id', '=', key.workspace_id)
    .where('repository_id', '=', key.repository_id)
    .orderBy('name')
    .execute()
}
