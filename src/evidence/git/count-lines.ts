import { type DiffOptions, diffCommits } from './diff-commits.ts'
import type { GitRepository } from './open-repository.ts'
import { type NumstatEntry, numstatParser } from './parse-numstat.ts'
import { readBoundary } from './read-boundary.ts'

/** Lines added to and deleted from the file that has this path after the commit. */
export type PathLines = readonly [path: string, added: number, deleted: number]

export interface CommitLines {
  readonly hash: string
  /**
   * Without binary and excluded files. Empty for a merge, which is compared with nothing, and where a shallow clone
   * ends, since nobody knows what was there before.
   */
  readonly counts: readonly PathLines[]
  /** Why the commit could not be counted, in git's words; then `counts` is empty. */
  readonly unreadable?: string
}

/**
 * Counts the lines of each commit against its parent, or the empty tree for a root, renames followed. Every commit
 * asked for comes exactly once, in any order. Refuses a partial clone (`conflict`) and a repository that has gone;
 * throws the signal's reason when aborted.
 */
export async function* countLines(
  repository: GitRepository,
  commits: readonly string[],
  options: DiffOptions = {},
): AsyncGenerator<CommitLines> {
  const boundary = new Set(await readBoundary(repository))
  for (const hash of commits) if (boundary.has(hash)) yield { hash, counts: [] }
  const asked = boundary.size === 0 ? commits : commits.filter((hash) => !boundary.has(hash))
  for await (const outcomes of diffCommits(repository, asked, ['--numstat'], numstatParser, options)) {
    for (const outcome of outcomes) {
      const hash = asked[outcome.at] ?? ''
      if (outcome.parsed === null) yield { hash, counts: [], unreadable: outcome.unreadable }
      else yield { hash, counts: outcome.parsed.entries.flatMap(counted) }
    }
  }
}

function counted({ path, lines }: NumstatEntry): PathLines[] {
  return lines === null ? [] : [[path, lines.added, lines.deleted]]
}
