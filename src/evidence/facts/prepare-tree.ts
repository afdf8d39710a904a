import type { Store } from '#kernel'
import type { TreeFile } from '../history/history.ts'
import { batches } from './batches.ts'
import { loadFiles, type StoredFile } from './load-files.ts'
import { assertThere } from './readings.ts'
import type { ReadingKey } from './reading-key.ts'
import { writeDifference, type TreeDifference } from './write-files.ts'

/** So many files are written together with what else is shown; more would keep others waiting. */
const atOnce = 500

/**
 * Writes the files of the tree as far as nobody sees them yet, piece by piece, and gives what is left to be written at
 * the moment when they are shown. Where most of a shown tree is different, that is nothing: a whole one then lies beside
 * it under the next number. What was read of a file stays while its blob is the same.
 */
export async function prepareTree(
  store: Store,
  key: ReadingKey,
  files: readonly TreeFile[],
): Promise<TreeDifference> {
  const { tree, read_at: readAt } = await store.database
    .selectFrom('git_reading')
    .select(['tree', 'read_at'])
    .where((each) => each.and({ ...key }))
    .executeTakeFirstOrThrow()
  const stored = await loadFiles(store.database, key, tree)
  const difference = differenceOf(stored, files, tree)
  if (readAt !== null && difference.written.length + difference.gone.length <= atOnce) return difference
  if (readAt === null) return writeInPieces(store, key, difference)
  // A process that died may have left some of it.
  const begun = await loadFiles(store.database, key, tree + 1)
  return writeInPieces(store, key, differenceOf(begun, files, tree + 1, stored))
}

function differenceOf(
  stored: readonly StoredFile[],
  files: readonly TreeFile[],
  tree: number,
  known: readonly StoredFile[] = stored,
): TreeDifference {
  const blobByPath = new Map(stored.map((file) => [file.path, file.blob]))
  const contentByBlob = new Map(known.map((file) => [file.blob, file]))
  const written = files
    .filter((file) => blobByPath.get(file.path) !== file.blob)
    .map(({ path, blob }) => {
      const { complexity = null, lines = null } = contentByBlob.get(blob) ?? {}
      return { path, blob, complexity, lines }
    })
  for (const file of files) blobByPath.delete(file.path)
  return { tree, written, gone: [...blobByPath.keys()] }
}

async function writeInPieces(
  store: Store,
  key: ReadingKey,
  { tree, written, gone }: TreeDifference,
): Promise<TreeDifference> {
  const writing = batches(store, atOnce)
  for (let from = 0, to = 0; from < Math.max(written.length, gone.length); from = to) {
    to = from + writing.rows
    const piece = { tree, written: written.slice(from, to), gone: gone.slice(from, to) }
    await writing.write(writing.rows, async (transaction) => {
      await assertThere(transaction, key)
      await writeDifference(transaction, key, piece)
    })
  }
  return { tree, written: [], gone: [] }
}
