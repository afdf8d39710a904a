import type { Kernel } from '#kernel'
import { readContents } from '../git/read-contents.ts'
import type { GitRepository } from '../git/open-repository.ts'
import { filesOf, hasFlag } from '../history/history.ts'
import type { Evidence } from '../measures/evidence.ts'
import { isWithin, lastDays } from '../measures/windows.ts'
import { loadOutside } from './load-evidence.ts'
import { raiseGeneration } from './readings.ts'
import { enterPhase, tellProgress } from './scan-state.ts'
import { writeContents } from './write-files.ts'

const batch = 1000
const days = 365

/** Reads the files of the head that were changed within a year and not read yet; no measure looks into others. */
export async function gatherContents(
  kernel: Kernel,
  repositoryId: string,
  source: GitRepository,
  signal: AbortSignal,
): Promise<void> {
  const { evidence, key, reading } = await loadOutside(kernel, repositoryId)
  const blobs = await unreadBlobs(kernel, key, changedPaths(evidence))
  if (blobs.length === 0 && reading.contents_read) return
  if (blobs.length > 0)
    await enterPhase(kernel, repositoryId, { phase: 'contents', done: 0, of: blobs.length, error: null })
  for (let from = 0; from < blobs.length; from += batch) {
    const some = blobs.slice(from, from + batch)
    const contents = await readContents(source, some, undefined, { signal })
    await kernel.store.transaction(async (transaction) => {
      await writeContents(
        transaction,
        key,
        some.map((blob) => ({ blob, content: contents.get(blob) ?? null })),
      )
    })
    tellProgress(kernel, repositoryId, 'contents', from + some.length, blobs.length)
  }
  await kernel.store.transaction(async (transaction) => {
    await transaction
      .updateTable('git_reading')
      .set({ contents_read: true })
      .where((each) => each.and({ ...key }))
      .execute()
    await raiseGeneration(transaction, key)
  })
}

function changedPaths({ history, asOf }: Evidence): Set<string> {
  const window = lastDays(asOf, days)
  const changed = new Set<number>()
  for (let commit = 0; commit < history.length; commit++) {
    if (hasFlag(history, commit, 'merge') || !isWithin(window, history.committedAt[commit] ?? 0)) continue
    for (const file of filesOf(history, commit)) changed.add(file)
  }
  const atHead = Array.from(history.filesAtHead).filter((file) => changed.has(file))
  return new Set(atHead.map((file) => history.files[file] ?? ''))
}

async function unreadBlobs(
  kernel: Kernel,
  key: { workspace_id: string; repository_id: string; reading: number },
  paths: ReadonlySet<string>,
): Promise<string[]> {
  const files = await kernel.store.database
    .selectFrom('git_file')
    .select(['path', 'blob'])
    .where((each) => each.and({ ...key }))
    .where('complexity', 'is', null)
    .execute()
  return [...new Set(files.filter((file) => paths.has(file.path)).map((file) => file.blob))]
}
