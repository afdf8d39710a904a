import { sql } from 'kysely'
import type { Kernel } from '#kernel'
import { batches } from './batches.ts'
import type { ReadingKey } from './reading-key.ts'

const tables = ['git_change', 'git_commit', 'git_file', 'git_tag', 'git_line_count', 'git_line_survival']

const mostAtOnce = 4000

/**
 * Clears away what nobody sees any more: everything read of a repository that was removed, and of one that is there
 * what an older reading or tree has left. A process that dies in between leaves the rest to the next scan.
 */
export async function clearLeftovers(kernel: Kernel, repositoryId: string): Promise<void> {
  const reading = await kernel.store.database
    .selectFrom('repository')
    .leftJoin('git_reading', (join) =>
      join
        .onRef('git_reading.workspace_id', '=', 'repository.workspace_id')
        .onRef('git_reading.repository_id', '=', 'repository.id')
        .onRef('git_reading.reading', '=', 'repository.current_reading'),
    )
    .select(['git_reading.reading', 'git_reading.tree'])
    .where('repository.workspace_id', '=', kernel.store.workspaceId)
    .where('repository.id', '=', repositoryId)
    .executeTakeFirst()
  if (!reading) {
    for (const table of tables) await clear(kernel, repositoryId, table, sql`true`)
    return
  }
  // Nothing is shown yet, so there is nothing that it has taken the place of.
  const { reading: shown, tree } = reading
  if (shown === null) return
  for (const table of tables) await clear(kernel, repositoryId, table, sql`reading < ${shown}`)
  await clear(kernel, repositoryId, 'git_file', sql`reading = ${shown} and tree < ${tree}`)
}

/** Clears away the versions of what became of lines that are not shown. */
export async function clearOtherVersions(kernel: Kernel, key: ReadingKey, version: string): Promise<void> {
  // Two ranges of the index, which "not equal" is none of.
  for (const other of [sql`version < ${version}`, sql`version > ${version}`]) {
    const which = sql`reading = ${key.reading} and ${other}`
    await clear(kernel, key.repository_id, 'git_line_survival', which)
  }
}

async function clear(
  { store }: Kernel,
  repositoryId: string,
  table: string,
  which: ReturnType<typeof sql>,
): Promise<void> {
  const clearing = batches(store, mostAtOnce)
  for (let [asked, cleared] = [0, 0]; cleared === asked;) {
    asked = clearing.rows
    cleared = await clearing.write(asked, async (transaction) => {
      const { numAffectedRows } = await sql`delete from ${sql.table(table)} where ctid = any(array(
        select ctid from ${sql.table(table)}
        where workspace_id = ${store.workspaceId} and repository_id = ${repositoryId} and ${which}
        limit ${asked}))`.execute(transaction)
      return Number(numAffectedRows ?? 0)
    })
  }
}
