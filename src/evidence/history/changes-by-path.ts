import type { CommitStore } from './commit-columns.ts'

/** Changes of a commit in the columns' own numbering, by the path after it; none for a commit that was not read. */
export function changesByPath(commits: CommitStore, hash: string): Map<string, number> {
  const at = commits.indexOf(hash)
  const changes = new Map<string, number>()
  if (at === undefined) return changes
  const to = at + 1 < commits.length ? commits.changeStart.at(at + 1) : commits.changePath.length
  for (let change = commits.changeStart.at(at); change < to; change++) {
    changes.set(commits.paths.nameOf(commits.changePath.at(change)), change)
  }
  return changes
}
