import type { History } from '../history/history.ts'
import type { LineSurvival } from '../measures/evidence.ts'
import type { Window } from '../measures/measure.ts'
import { day } from '../measures/windows.ts'
import { diffCommits, type DiffOptions } from './diff-commits.ts'
import { type Birth, followLines } from './follow-lines.ts'
import type { GitRepository } from './open-repository.ts'
import { type PatchCommit, patchParser } from './parse-patch.ts'
import { readBoundary } from './read-boundary.ts'

export interface LineSurvivalOptions extends DiffOptions {
  /** Is told each delivered change that could not be read: lines of the files it changed are not followed further. */
  readonly onUnreadable?: (hash: string, reason: string) => void
}

/** Lines are followed from so long before the window on, and to the head. */
const lead = 21 * day

const patchFormat = ['--raw', '-p', '-U0', '--inter-hunk-context=0', '--full-index']

/**
 * What became of the lines that the delivered changes of the window added, and of those from 21 days before it: how
 * many were deleted again within 21 days by another delivered change, by committer instants. Exact along the head's
 * first-parent line, where each change is compared with the one before it and renames are followed. Binary and excluded
 * files have no lines. Refuses as `countLines` does.
 */
export async function lineSurvival(
  repository: GitRepository,
  history: History,
  window: Window,
  options: LineSurvivalOptions = {},
): Promise<LineSurvival[]> {
  const line = changesToFollow(history, window, await readBoundary(repository))
  const lines = followLines()
  const apply = async (at: number, diff: PatchCommit | string) => {
    const commit = line[at]?.commit ?? -1
    if (typeof diff !== 'string') return lines.apply(commit, history.committedAt[commit] ?? 0, diff.entries)
    options.onUnreadable?.(history.hashes[commit] ?? '', diff)
    lines.forget(await changedPaths(repository, line[at]?.asked ?? ''))
  }

  // Several processes answer out of order.
  const waiting = new Map<number, PatchCommit | string>()
  let next = 0
  const asked = line.map((change) => change.asked)
  for await (const outcomes of diffCommits(repository, asked, patchFormat, patchParser, options)) {
    for (const outcome of outcomes) {
      waiting.set(outcome.at, outcome.parsed === null ? outcome.unreadable : outcome.parsed)
    }
    for (let diff = waiting.get(next); diff !== undefined; diff = waiting.get(next)) {
      await apply(next, diff)
      waiting.delete(next++)
    }
  }
  const fileOf = fileFinder(history)
  return lines.births.map((birth) => survival(birth, fileOf(birth.file.path, lines.isThere(birth))))
}

/** The part of the first-parent line that matters, each change with the line that asks git for its difference. */
function changesToFollow(history: History, window: Window, boundary: readonly string[]) {
  const from = window.from - lead
  const to = window.to + lead
  const first = history.delivered.findIndex((commit) => {
    const at = history.committedAt[commit] ?? 0
    return at >= from && at < to
  })
  if (first === -1) return []
  const line = Array.from(history.delivered.subarray(first), (commit, index) => {
    const parent = history.delivered[first + index - 1]
    const hash = history.hashes[commit] ?? ''
    return { commit, asked: parent === undefined ? hash : `${hash} ${history.hashes[parent] ?? ''}` }
  })
  // Where a shallow clone ends nobody knows what the first change changed.
  return line.filter((change) => !boundary.includes(change.asked))
}

/** Paths that differ according to the trees alone, or null when those are missing too. */
async function changedPaths(repository: GitRepository, asked: string): Promise<string[] | null> {
  for await (const outcomes of diffCommits(repository, [asked], ['--raw', '--no-renames'], patchParser)) {
    return outcomes[0]?.parsed?.entries.map((entry) => entry.path) ?? null
  }
  return null
}

/** Finds the file of a path: the one that is there at the head, or the last that went, as asked. */
function fileFinder(history: History) {
  const atHead = new Map(Array.from(history.filesAtHead, (file) => [history.files[file] ?? '', file]))
  const there = new Set(history.filesAtHead)
  const gone = new Map<string, number>()
  history.files.forEach((path, file) => {
    if (!there.has(file)) gone.set(path, file)
  })
  return (path: string, isThere: boolean): number => {
    const [first, second] = isThere ? [atHead, gone] : [gone, atHead]
    return first.get(path) ?? second.get(path) ?? -1
  }
}

function survival(birth: Birth, file: number): LineSurvival {
  const { commit, added, deletedSoon, skewed } = birth
  return { commit, file, added, deletedSoon, ...(skewed > 0 ? { skewed } : {}) }
}
