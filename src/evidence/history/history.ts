/** Bits of `History.flags`. */
export const commitFlag = { merge: 1, bot: 2, assisted: 4 } as const

/**
 * The commits reachable from one head, in columns. Index 0 is the oldest: parents always come before children, and
 * among commits that could come next the earlier committer instant, then the smaller hash, goes first; the order
 * therefore depends on the commits alone, never on the order in which they were read.
 */
export interface History {
  readonly head: string | null
  /** Number of commits, equal to `git rev-list --count` of the head. */
  readonly length: number
  readonly hashes: readonly string[]
  /** Parents of i are `parents[parentStart[i] … parentStart[i + 1])`, as indexes, first parent first. */
  readonly parentStart: Int32Array
  readonly parents: Int32Array
  /** Milliseconds since 1970. */
  readonly authoredAt: Float64Array
  readonly committedAt: Float64Array
  /** Minutes east of UTC, or `unknownOffset`. */
  readonly authorOffset: Int16Array
  /** Person of each commit: an index into nothing but itself, below `people`. */
  readonly author: Int32Array
  readonly coauthorStart: Int32Array
  readonly coauthors: Int32Array
  readonly flags: Uint8Array
  /** Index into `commitKinds` plus one, 0 for none. */
  readonly kind: Uint8Array
  /** For a reverting commit, the indexes of the commits it names that are in this history. */
  readonly reverts: ReadonlyMap<number, readonly number[]>
  readonly people: number
  /** 1 where the person is a bot. */
  readonly botPerson: Uint8Array
  /** Changes of i are `changeFile[changeStart[i] … changeStart[i + 1])`. */
  readonly changeStart: Int32Array
  /** File of each change: an index into `files`; a file keeps its index through renames. */
  readonly changeFile: Int32Array
  /** Character code of the `ChangeStatus`. */
  readonly changeStatus: Uint8Array
  /** Order of each change in the source's own numbering, by which line counts are joined. */
  readonly changeSource: Int32Array
  /** Latest known path of every file that ever was. */
  readonly files: readonly string[]
  /** Indexes of the files that exist at the head, by path in code unit order. */
  readonly filesAtHead: Int32Array
  /** The commit on the head's first-parent line that brought each commit in (itself for those on the line). */
  readonly deliveredBy: Int32Array
  /** The first-parent line, oldest first. */
  readonly delivered: Int32Array
}

export const unknownOffset = 32_767

/** One entry of the head's tree that is a file or a symbolic link. */
export interface TreeFile {
  readonly path: string
  readonly blob: string
}

/** True when commit `index` of the history has the flag. */
export function hasFlag(history: History, index: number, flag: keyof typeof commitFlag): boolean {
  return ((history.flags[index] ?? 0) & commitFlag[flag]) !== 0
}

/** The people who wrote a commit: its author, then its co-authors, each once. */
export function peopleOf(history: History, index: number): number[] {
  const from = history.coauthorStart[index] ?? 0
  const to = history.coauthorStart[index + 1] ?? from
  return [...new Set([history.author[index] ?? -1, ...history.coauthors.subarray(from, to)])]
}

/** The files one commit changed, each once. */
export function filesOf(history: History, index: number): Set<number> {
  return new Set(history.changeFile.subarray(history.changeStart[index], history.changeStart[index + 1]))
}

/** Commits that each delivered change brought in, itself included, keyed by the delivered commit. */
export function broughtInBy(history: History): Map<number, number[]> {
  const commits = new Map<number, number[]>()
  for (let index = 0; index < history.length; index++) {
    const delivered = history.deliveredBy[index] ?? index
    const others = commits.get(delivered)
    if (others) others.push(index)
    else commits.set(delivered, [index])
  }
  return commits
}
