import { historyInSteps } from '../history/build-history.ts'
import { commitColumns, type CommitStore } from '../history/commit-columns.ts'
import type { CommitFact } from '../history/commit-fact.ts'
import type { History, TreeFile } from '../history/history.ts'
import type { Steps } from '../history/steps.ts'
import { keepNewest } from './keep-newest.ts'
import type { ReadingKey } from './reading-key.ts'

interface Remembered {
  readonly reading: number
  readonly columns: CommitStore
  history: History | null
}

// By repository, of one reading each: what this process has read or loaded, and can load again at any time.
const remembered = new Map<string, Remembered>()

/** The first commits of a reading that this process knows, in the order of arrival; none at the beginning. */
export function rememberedCommits(key: ReadingKey): CommitStore {
  return remember(key).columns
}

/** Keeps commits that were just stored, numbered on from `first`, so that they need not be loaded again. */
export function rememberCommits(key: ReadingKey, first: number, facts: readonly CommitFact[]): void {
  const known = remembered.get(key.repository_id)
  // While an older reading is shown its commits stay; the newer one's are loaded once it is shown.
  if (known && known.reading !== key.reading) return
  const { columns } = remember(key)
  if (columns.length === first) for (const fact of facts) columns.add(fact)
}

/**
 * The history of the head among these commits of the reading, built once for as long as they are remembered; the head
 * says which tree it is. Whoever fills the columns keeps them: another reading may take their place here meanwhile.
 */
export function* rememberedHistory(
  key: ReadingKey,
  columns: CommitStore,
  head: string | null,
  tree: readonly TreeFile[],
): Steps<History> {
  const known = remembered.get(key.repository_id)
  if (known?.columns !== columns) return yield* historyInSteps(columns, head, tree)
  if (known.history?.head === head) return known.history
  const history = yield* historyInSteps(columns, head, tree)
  known.history = history
  return history
}

/** Forgets a repository that was removed. */
export function forgetCommits(repositoryId: string): void {
  remembered.delete(repositoryId)
}

function remember(key: ReadingKey): Remembered {
  const known = remembered.get(key.repository_id)
  const used = known?.reading === key.reading ? known : begin(key)
  keepNewest(remembered, key.repository_id, used)
  return used
}

function begin(key: ReadingKey): Remembered {
  return { reading: key.reading, columns: commitColumns(), history: null }
}
