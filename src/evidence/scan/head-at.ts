import type { CommitColumns } from '../history/commit-columns.ts'

/**
 * The newest commit on the head's first-parent line that was committed at or before the instant, or null when all are
 * later.
 */
export function headAt(commits: CommitColumns, head: string, instant: number): string | null {
  for (let at = commits.indexOf(head); at !== undefined; at = commits.parentsOf(at)[0]) {
    if (commits.committedAt.at(at) <= instant) return commits.hashes[at] ?? null
  }
  return null
}
