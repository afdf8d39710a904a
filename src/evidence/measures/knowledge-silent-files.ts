import { authorship } from './authorship.ts'
import type { Evidence } from './evidence.ts'
import type { Scope } from './measure.ts'
import { oncePerEvidence } from './once-per-evidence.ts'
import { oncePerParts } from './once-per-parts.ts'
import { humansOf, isEdge } from './people-changes.ts'
import { headFilesIn } from './scope-files.ts'
import { day, lastDays } from './windows.ts'

/** Days without a commit after which a person counts as silent. */
export const silentAfterDays = 180

/** A file whose authors have all been silent for long. */
export interface SilentFile {
  /** Index into `History.files`. */
  readonly file: number
  readonly path: string
  /** Index into `Evidence.components`, or -1. */
  readonly component: number
  /** Whole days, 0 where the last change claims to be later than as-of. */
  readonly daysSinceLastChange: number
}

/**
 * Files at the head whose authors, by degree of authorship, have all written no commit (merges included) for 180 days;
 * the longest unchanged first, then by path. Generated files are left out, and so is a whole shallow clone.
 */
export function silentFiles(evidence: Evidence, scope: Scope): SilentFile[] {
  if (evidence.boundaryCommits > 0) return []
  const { history } = evidence
  const { start, person, isAuthor } = authorship(evidence)
  const lastChange = lastChanges(evidence)
  const silent = silentPeople(evidence)
  const hasSilentAuthorsOnly = (file: number) => {
    let authors = 0
    for (let pair = start[file] ?? 0; pair < (start[file + 1] ?? 0); pair++) {
      if (isAuthor[pair] !== 1) continue
      if (silent[person[pair] ?? -1] !== 1) return false
      authors++
    }
    return authors > 0
  }
  return Array.from(headFilesIn(evidence, scope).filter((file) => evidence.generated[file] !== 1))
    .filter(hasSilentAuthorsOnly)
    .map((file) => ({
      file,
      path: history.files[file] ?? '',
      component: evidence.componentOf[file] ?? -1,
      daysSinceLastChange: daysBefore(evidence, lastChange[file] ?? -1),
    }))
    .sort((a, b) => b.daysSinceLastChange - a.daysSinceLastChange || (a.path < b.path ? -1 : 1))
}

/** The latest change of each file in the order of the history, as a commit, or -1 where none is known. */
export const lastChanges = oncePerParts(['boundaryCommits'], (evidence): Int32Array => {
  const { history } = evidence
  const last = new Int32Array(history.files.length).fill(-1)
  for (let commit = 0; commit < history.length; commit++) {
    if (isEdge(evidence, commit)) continue
    for (
      let change = history.changeStart[commit] ?? 0;
      change < (history.changeStart[commit + 1] ?? 0);
      change++
    ) {
      last[history.changeFile[change] ?? 0] = commit
    }
  }
  return last
})

const silentPeople = oncePerEvidence((evidence): Uint8Array => {
  const { history } = evidence
  const { from } = lastDays(evidence.asOf, silentAfterDays)
  const silent = new Uint8Array(history.people).fill(1)
  for (let commit = 0; commit < history.length; commit++) {
    // The author's instant says when the person was there; one in the future is bounded by the committer's.
    const at = Math.min(history.authoredAt[commit] ?? 0, history.committedAt[commit] ?? 0)
    if (at >= from) for (const person of humansOf(evidence, commit)) silent[person] = 0
  }
  return silent
})

function daysBefore({ history, asOf }: Evidence, commit: number): number {
  return commit === -1 ? 0 : Math.max(0, Math.floor((asOf - (history.committedAt[commit] ?? asOf)) / day))
}
