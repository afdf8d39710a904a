/** What a path went through in one commit, in git's own letters; a rename names the path it came from. */
export type ChangeStatus = 'A' | 'M' | 'D' | 'R' | 'T'

/** The type a Conventional Commit announces, or null where the subject follows no such form. */
export type CommitKind = (typeof commitKinds)[number]

export const commitKinds = [
  'feat',
  'fix',
  'perf',
  'refactor',
  'test',
  'docs',
  'build',
  'ci',
  'chore',
  'style',
  'revert',
] as const

export interface PathChange {
  readonly status: ChangeStatus
  readonly path: string
  /** Only for a rename: the path before. */
  readonly from?: string
}

/**
 * One commit as a source yields it and the store keeps it. People are opaque keys: equal keys are one person, and
 * nothing leads from a key back to a name. Instants are milliseconds since 1970.
 */
export interface CommitFact {
  readonly hash: string
  readonly parents: readonly string[]
  readonly author: string
  readonly coauthors: readonly string[]
  /** True when the author is a bot by name, address or the workspace's list. */
  readonly bot: boolean
  /** True when a coding agent is author, committer or co-author. */
  readonly assisted: boolean
  readonly authoredAt: number
  /** Minutes east of UTC as recorded, or null when the record makes no sense (beyond ±14 h). */
  readonly authorOffset: number | null
  readonly committedAt: number
  /** First line of the message, at most 300 characters. */
  readonly subject: string
  readonly kind: CommitKind | null
  /** Full hashes that the message says it reverts. */
  readonly reverts: readonly string[]
  /** Against the only parent, or the empty tree for a root; a merge lists none. Submodule entries are left out. */
  readonly changes: readonly PathChange[]
}

/** A commit as it is read from git: what the store keeps and no measure looks at comes with it. */
export interface ReadCommit extends CommitFact {
  /** What may be keys of records in the message, at most 20. */
  readonly recordKeys: readonly string[]
  /** Those of them that trailers alone name. */
  readonly trailerKeys: readonly string[]
}
