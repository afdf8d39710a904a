import { hasFlag, type History, peopleOf } from './history.ts'

export interface HistoryCounts {
  readonly merges: number
  /** Authors and co-authors, bots apart. */
  readonly people: number
  readonly bots: number
  /** By the committers' clocks, milliseconds since 1970; null without a commit. */
  readonly firstCommitAt: number | null
  readonly lastCommitAt: number | null
}

/** What can be counted of a history at a glance. */
export function countHistory(history: History): HistoryCounts {
  const seen = new Uint8Array(history.people)
  let merges = 0
  let first = Number.POSITIVE_INFINITY
  let last = Number.NEGATIVE_INFINITY
  for (let commit = 0; commit < history.length; commit++) {
    if (hasFlag(history, commit, 'merge')) merges++
    for (const person of peopleOf(history, commit)) seen[person] = 1
    first = Math.min(first, history.committedAt[commit] ?? first)
    last = Math.max(last, history.committedAt[commit] ?? last)
  }
  const all = seen.reduce((sum, one) => sum + one, 0)
  const bots = history.botPerson.reduce((sum, bot, person) => sum + (bot & (seen[person] ?? 0)), 0)
  return {
    merges,
    people: all - bots,
    bots,
    firstCommitAt: history.length === 0 ? null : first,
    lastCommitAt: history.length === 0 ? null : last,
  }
}
