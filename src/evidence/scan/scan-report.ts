import type { ComponentShape, CouplingShape, FigureShape, HotspotShape, ReleaseShape } from '../shape.ts'

/** What a scan answers, documented in docs/scan.schema.json. Instants are ISO 8601, in UTC; it names no person. */
export interface ScanReport {
  readonly schema: 1
  readonly repository: ScannedRepository
  /** For the repository, then for each component that the measure can be about. */
  readonly measures: readonly FigureShape[]
  readonly components: readonly ComponentShape[]
  readonly hotspots: readonly Omit<HotspotShape, 'component'>[]
  readonly coupling: readonly CouplingShape[]
  /** Newest first. */
  readonly releases: readonly ReleaseShape[]
}

export interface ScannedRepository {
  /** Absolute, as it was named. */
  readonly path: string
  /** Null where there is no commit (up to as-of). */
  readonly head: string | null
  /** Null for a detached head. */
  readonly branch: string | null
  readonly shallow: boolean
  /** Exactly what `git rev-list --count` of the head counts. */
  readonly commits: number
  readonly merges: number
  /** Authors and co-authors, bots apart. */
  readonly people: number
  readonly bots: number
  readonly firstCommitAt: string | null
  readonly lastCommitAt: string | null
  readonly releases: number
  readonly files: number
  /** Commits whose parents a shallow clone lacks. */
  readonly boundaryCommits: number
  /** True when objects were left with another machine; they are never fetched. */
  readonly partial: boolean
  /** Commits with objects missing from the clone, at most the first twenty. */
  readonly unreadable: readonly string[]
}
