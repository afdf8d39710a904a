import type { Kernel } from '#kernel'
import { readContents } from '../git/read-contents.ts'
import type { GitRepository } from '../git/open-repository.ts'
import { filesChangedInYear } from '../measures/files-changed-in-year.ts'
import { batches } from './batches.ts'
import { loadFiles } from './load-files.ts'
import { loadOutside, type LoadedEvidence } from './load-evidence.ts'
import { isThere, raiseGeneration } from './readings.ts'
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
  const writing = batches(kernel.store, batch)
  for (let from = 0; from < blobs.length; from += batch) {
    const some = blobs.slice(from, from + batch)
    const contents = await readContents(source, some, undefined, { signal })
    const read = some.map((blob) => ({ blob, content: contents.get(blob) ?? null }))
    for (let at = 0, to = 0; at < read.length; at = to) {
      to = at + writing.rows
      const piece = read.slice(at, to)
      await writing.write(piece.length, async (transaction) => {
        if (await isThere(transaction, key)) await writeContents(transaction, key, piece)
      })
    }
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
  // Page by page here, so that whoever asks next need not read it in one go.
  await loadOutside(kernel, repositoryId)
}

/** Blobs of the files that a measure looks into and that were not read yet. */
async function unreadBlobs(kernel: Kernel, { key, reading, evidence }: LoadedEvidence): Promise<string[]> {
  const all = await loadFiles(kernel.store.database, key, reading.tree)
  const files = all.filter(({ complexity }) => complexity === null)
  return [...new Set(filesChangedInYear(evidence.history, files, evidence.asOf))]
}
