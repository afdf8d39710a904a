import { hasFlag, peopleOf } from '../history/history.ts'
import type { Evidence } from './evidence.ts'
import type { Scope, Window } from './measure.ts'
import { oncePerEvidence } from './once-per-evidence.ts'
import { changesIn } from './scope-changes.ts'
import { isWithin } from './windows.ts'

/** The changes of a scope and window that people made, oldest first, and how many bots made beside them. */
export interface PeopleChanges {
  readonly commits: readonly number[]
  readonly byBots: number
}

/**
 * The changes committed within the window that touch the scope; those at the edge of a shallow clone are left out. What
 * a bot wrote with a human co-author, as when it squashes a branch, is that human's.
 */
export function peopleChanges(evidence: Evidence, scope: Scope, window: Window): PeopleChanges {
  const { history } = evidence
  const commits: number[] = []
  let byBots = 0
  for (const commit of changesIn(evidence, scope)) {
    if (!isWithin(window, history.committedAt[commit] ?? Number.NaN) || isEdge(evidence, commit)) continue
    if (hasFlag(history, commit, 'bot') && humansOf(evidence, commit).length === 0) byBots++
    else commits.push(commit)
  }
  return { commits, byBots }
}

/**
 * True where a shallow clone ends: without its parents a commit seems to have made every file, so that what it changed
 * is unknown.
 */
export function isEdge({ history, boundaryCommits }: Evidence, commit: number): boolean {
  return boundaryCommits > 0 && history.parentStart[commit] === history.parentStart[commit + 1]
}

/** Author and co-authors of a commit without bots, each once. */
export function humansOf({ history }: Evidence, commit: number): number[] {
  return peopleOf(history, commit).filter((person) => history.botPerson[person] !== 1)
}

/**
 * People by the place of their first commit in the history: 0 for the first. Their own numbers follow the order of
 * reading and must decide nothing.
 */
export const seniority = oncePerEvidence((evidence) => {
  const { history } = evidence
  const rank = new Int32Array(history.people).fill(-1)
  let next = 0
  for (let commit = 0; commit < history.length; commit++) {
    for (const person of peopleOf(history, commit)) if (rank[person] === -1) rank[person] = next++
  }
  return rank
})
