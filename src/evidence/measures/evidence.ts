import type { History } from '../history/history.ts'

/** A version that was given to users: a tag that peels to a commit of the history. Instants are milliseconds since 1970. */
export interface Release {
  /** Name of the tag; of several tags on one commit the one with the highest version. */
  readonly tag: string
  /** Index into the history. */
  readonly commit: number
  /** The tagger's instant, or the commit's for a light tag. */
  readonly at: number
  readonly prerelease: boolean
  /** Numeric parts of the version, two to four. */
  readonly version: readonly number[]
  /** What stands before the version in the tag's name (`api-`, `@scope/pkg@`), '' for most. */
  readonly prefix: string
}

/** A part of the code that has a name: a catalogue entry or, without a catalogue, a folder. */
export interface Component {
  readonly name: string
  /** Path patterns as told or derived, for showing. */
  readonly paths: readonly string[]
}

/** An arrival in production, told by a deployment system. */
export interface Deployment {
  readonly id: string
  readonly at: number
  /** Index of the deployed commit, or -1 where it is not in the history. */
  readonly commit: number
  readonly component: string | null
  readonly rolledBack: boolean
  /** False for a deployment made to repair; null where nobody said. */
  readonly planned: boolean | null
}

export interface Incident {
  readonly id: string
  readonly startedAt: number
  readonly resolvedAt: number | null
  /** Deployment named as its cause, where a person or system said so. */
  readonly causedBy: string | null
  readonly component: string | null
}

/** One change request of a forge. Null where the step did not happen. */
export interface Review {
  readonly id: string
  readonly openedAt: number
  readonly firstAnswerAt: number | null
  readonly approvedAt: number | null
  readonly mergedAt: number | null
  /** Index of the merged commit, or -1. */
  readonly commit: number
  readonly component: string | null
}

/** What reading the files at the head yields, by file index; -1 where a file was not read (binary, too large, missing). */
export interface FileContent {
  /** Sum of indentation levels of the non-blank lines. */
  readonly complexity: Int32Array
  readonly lines: Int32Array
}

/** What counting lines yields. */
export interface LineCounts {
  /** By `History.changeSource`; -1 where a change was not counted (generated, binary, not reached yet). */
  readonly added: Int32Array
  readonly deleted: Int32Array
  /** Lines of first-parent changes, by commit index and file: how many of them were deleted again within 21 days. */
  readonly survival: readonly LineSurvival[]
}

/** Lines that one delivered change added to one file. */
export interface LineSurvival {
  readonly commit: number
  readonly file: number
  readonly added: number
  /** Of those, deleted again by another delivered change within 21 days. */
  readonly deletedSoon: number
  /** Of those, deleted by a change whose clock says that it came before; absent where there are none. */
  readonly skewed?: number
}

/** Everything a measure may look at: one repository's facts at one instant. Nothing in it names a person. */
export interface Evidence {
  /** Name of the repository. */
  readonly repository: string
  /** Milliseconds since 1970: what is known and reckoned up to here. */
  readonly asOf: number
  readonly history: History
  /** Oldest first, pre-releases included. */
  readonly releases: readonly Release[]
  readonly components: readonly Component[]
  /** Component of each file of `history.files`, an index into `components`, or -1. */
  readonly componentOf: Int32Array
  /** 1 for generated, vendored and lock files, by file index. */
  readonly generated: Uint8Array
  /** Null until the files were read. */
  readonly content: FileContent | null
  /** Null until lines were counted. */
  readonly lines: LineCounts | null
  /** Null where no source tells of them. */
  readonly deployments: readonly Deployment[] | null
  readonly incidents: readonly Incident[] | null
  readonly reviews: readonly Review[] | null
  /** Commits whose parents a shallow clone lacks; 0 for a whole history. */
  readonly boundaryCommits: number
}
