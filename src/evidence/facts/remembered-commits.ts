import type { CommitFact } from '../history/commit-fact.ts'
import { commitColumns, type CommitStore } from '../history/commit-columns.ts'
import type { ReadingKey } from './reading-key.ts'

// By repository, of one reading each: what this process has read or loaded, and can load again at any time.
const remembered = new Map<string, { readonly reading: number; readonly columns: CommitStore }>()

/** The first commits of a reading that this process knows, in the order of arrival; none at the beginning. */
export function rememberedCommits(key: ReadingKey): CommitStore {
  const known = remembered.get(key.repository_id)
  if (known?.reading === key.reading) return known.columns
  const columns = commitColumns()
  remembered.set(key.repository_id, { reading: key.reading, columns })
  return columns
}

/** Keeps commits that were just stored, numbered on from `first`, so that they need not be loaded again. */
export function rememberCommits(key: ReadingKey, first: number, facts: readonly CommitFact[]): void {
  const known = remembered.get(key.repository_id)
  // While an older reading is shown its commits stay; the newer one's are loaded once it is shown.
  if (known && known.reading !== key.reading) return
  const columns = rememberedCommits(key)
  if (columns.length === first) for (const fact of facts) columns.add(fact)
}

/** Forgets a repository that was removed. */
export function forgetCommits(repositoryId: string): void {
  remembered.delete(repositoryId)
}
