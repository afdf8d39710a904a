import { countLines } from '../git/count-lines.ts'
import { lineSurvival } from '../git/line-survival.ts'
import type { DiffOptions } from '../git/diff-commits.ts'
import type { GitRepository } from '../git/open-repository.ts'
import { changesByPath } from '../history/changes-by-path.ts'
import type { CommitStore } from '../history/commit-columns.ts'
import { hasFlag, type History } from '../history/history.ts'
import { allMeasures } from '../measures/all-measures.ts'
import type { LineCounts } from '../measures/evidence.ts'
import type { Window } from '../measures/measure.ts'
import { isWithin } from '../measures/windows.ts'

export interface ReadLinesOptions {
  readonly asOf: number
  readonly weeks: number
  /** Files whose lines are not counted, as patterns of a `.gitattributes` file. */
  readonly exclude: readonly string[]
  readonly signal?: AbortSignal
  readonly onProgress?: (done: number, of: number) => void
}

/** The lines of all changes that a measure can ask for in its window, and what became of them. */
export async function readLines(
  repository: GitRepository,
  commits: CommitStore,
  history: History,
  options: ReadLinesOptions,
): Promise<LineCounts> {
  const window = widestWindow(options.asOf, options.weeks)
  const git = { exclude: options.exclude, ...(options.signal ? { signal: options.signal } : {}) }
  const [counts, survival] = await Promise.all([
    countWithin(repository, commits, commitsWithin(history, window), git, options.onProgress),
    lineSurvival(repository, history, window, git),
  ])
  return { ...counts, survival }
}

async function countWithin(
  repository: GitRepository,
  commits: CommitStore,
  asked: readonly string[],
  git: DiffOptions,
  onProgress: ReadLinesOptions['onProgress'],
): Promise<Pick<LineCounts, 'added' | 'deleted'>> {
  const added = new Int32Array(commits.changePath.length).fill(-1)
  const deleted = new Int32Array(commits.changePath.length).fill(-1)
  let done = 0
  for await (const { hash, counts } of countLines(repository, asked, git)) {
    onProgress?.(++done, asked.length)
    const changes = changesByPath(commits, hash)
    for (const [path, plus, minus] of counts) {
      const change = changes.get(path)
      if (change === undefined) continue
      added[change] = plus
      deleted[change] = minus
    }
  }
  return { added, deleted }
}

/** From the earliest to the latest instant that any measure looks at, but for those over a whole year or more. */
function widestWindow(asOf: number, weeks: number): Window {
  const windows = allMeasures
    .filter(({ id }) => measuresOfLines.has(id))
    .map((measure) => measure.window(asOf, weeks))
    .filter((window) => window !== null)
  return {
    from: Math.min(...windows.map(({ from }) => from)),
    to: Math.max(...windows.map(({ to }) => to)),
  }
}

const measuresOfLines = new Set(['delivery.batch-size', 'structure.churn', 'structure.churn-rework'])

/** Changes committed in the window, and those that were delivered in it however old they are. Oldest first. */
function commitsWithin(history: History, window: Window): string[] {
  const isIn = (commit: number) => isWithin(window, history.committedAt[commit] ?? Number.NaN)
  return history.hashes.filter(
    (_, commit) =>
      !hasFlag(history, commit, 'merge') && (isIn(commit) || isIn(history.deliveredBy[commit] ?? commit)),
  )
}
