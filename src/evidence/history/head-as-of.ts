import type { CommitColumns } from './commit-columns.ts'

/**
 * The head that a history had at an instant: the newest commit on the first-parent line of `head` that was committed
 * at or before it, null when there is none. O(length of the line).
 */
export function headAsOf(commits: CommitColumns, head: string | null, asOf: number): string | null {
  let at = head === null ? undefined : commits.indexOf(head)
  while (at !== undefined && commits.committedAt.at(at) > asOf) at = commits.parentsOf(at)[0]
  return at === undefined ? null : (commits.hashes[at] ?? null)
}
