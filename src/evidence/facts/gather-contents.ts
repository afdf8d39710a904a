import type { Kernel } from '#kernel'
import { readContents } from '../git/read-contents.ts'
import type { GitRepository } from '../git/open-repository.ts'
import { filesChangedInYear } from '../measures/files-changed-in-year.ts'
import { loadOutside, type LoadedEvidence } from './load-evidence.ts'
import { raiseGeneration } from './readings.ts'
import { enterPhase, tellProgress } from './scan-state.ts'
import { writeContents } from './write-files.ts'

const batch = 250

/** Reads the files of the head that were changed within a year and not read yet; no measure looks into others. */
export async function gatherContents(
  kernel: Kernel,
  repositoryId: string,
  source: GitRepository,
  signal: AbortSignal,
): Promise<void> {
  const loaded = await loadOutside(kernel, repositoryId)
  const { key, reading } = loaded
  const blobs = await unreadBlobs(kernel, loaded)
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
    // First, for it takes the repository's lock.
    await raiseGeneration(transaction, key)
    await transaction
      .updateTable('git_reading')
      .set({ contents_read: true })
      .where((each) => each.and({ ...key }))
      .execute()
  })
}

/** Blobs of the files that a measure looks into and that were not read yet. */
async function unreadBlobs(kernel: Kernel, { key, evidence }: LoadedEvidence): Promise<string[]> {
  const files = await kernel.store.database
    .selectFrom('git_file')
    .select(['path', 'blob'])
    .where((each) => each.and({ ...key }))
    .where('complexity', 'is', null)
    .execute()
  return [...new Set(filesChangedInYear(evidence.history, files, evidence.asOf))]
}
