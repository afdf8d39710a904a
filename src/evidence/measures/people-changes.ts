import { hasFlag } from '../history/history.ts'
import type { Evidence } from './evidence.ts'
import type { Scope, Window } from './measure.ts'
import { oncePerParts, type Parts } from './once-per-parts.ts'
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
export function isEdge({ history, boundaryCommits }: Parts<'boundaryCommits'>, commit: number): boolean {
  return boundaryCommits > 0 && history.parentStart[commit] === history.parentStart[commit + 1]
}

/** Author and co-authors of a commit without bots, each once. */
export function humansOf(evidence: Parts<never>, commit: number): Int32Array {
  const { start, people } = humans(evidence)
  return people.subarray(start[commit], start[commit + 1])
}

/** The people of all commits in one list: those of commit i are `people[start[i] … start[i + 1])`. */
export const humans = oncePerParts([], ({ history }) => {
  const start = new Int32Array(history.length + 1)
  const people = new Int32Array(history.length + history.coauthors.length)
  const seenIn = new Int32Array(history.people).fill(-1)
  let next = 0
  const take = (person: number, commit: number) => {
    if (history.botPerson[person] === 1 || seenIn[person] === commit) return
    seenIn[person] = commit
    people[next++] = person
  }
  for (let commit = 0; commit < history.length; commit++) {
    take(history.author[commit] ?? 0, commit)
    const end = history.coauthorStart[commit + 1] ?? 0
    for (let at = history.coauthorStart[commit] ?? 0; at < end; at++) take(history.coauthors[at] ?? 0, commit)
    start[commit + 1] = next
  }
  return { start, people: people.subarray(0, next) }
})

/**
 * People, bots apart, by the place of their first commit in the history: 0 for the first. Their own numbers follow the order of
 * reading and must decide nothing.
 */
export const seniority = oncePerParts([], (evidence) => {
  const rank = new Int32Array(evidence.history.people).fill(-1)
  let next = 0
  for (const person of humans(evidence).people) if (rank[person] === -1) rank[person] = next++
  return rank
})
