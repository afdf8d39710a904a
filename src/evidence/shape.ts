/** Browser-safe door of the evidence: the shapes that its operations answer with, as JSON. Instants are ISO 8601 strings. */

import type { SightShape, SightStep } from '#kernel/shape.ts'

export type Unit = 'hours' | 'per-week' | 'share' | 'count' | 'days' | 'lines'

export interface ScopeShape {
  readonly kind: 'workspace' | 'repository' | 'component'
  readonly name: string
}

/** A figure as it leaves the engine. Null comes with a reason in words; nothing in it names a person. */
export interface FigureShape {
  readonly id: string
  readonly version: number
  readonly scope: ScopeShape
  readonly asOf: string
  readonly window: { readonly from: string; readonly to: string } | null
  readonly value: number | null
  readonly unit: Unit
  readonly sample: number
  /** Share from 0 to 1 of the facts that could be joined. */
  readonly coverage?: number
  readonly reason?: string
  readonly proxy?: boolean
  readonly percentiles?: { readonly '50': number; readonly '75': number; readonly '90': number }
  readonly series?: readonly {
    readonly from: string
    readonly value: number | null
    readonly sample: number
  }[]
  readonly parts?: Readonly<Record<string, number>>
  readonly dropped?: Readonly<Record<string, number>>
}

/** A figure with the words that explain it, in the language asked for. */
export interface ExplainedFigure extends FigureShape {
  readonly title: string
  /** What the value counts, where its unit does not say it. */
  readonly counted?: string
  readonly definition: string
  readonly sampleRule: string
  readonly sources: readonly string[]
  /** Names of the figure's `parts` and of what it `dropped`, where it has any. */
  readonly partNames: Readonly<Record<string, string>>
  readonly personNear: boolean
  readonly audience: 'leadership' | 'company'
  /** True when the figure has a list of commits behind it. */
  readonly hasFacts: boolean
  /** The same figure over the window just before, where that has one. */
  readonly before: number | null
  /** Published comparison, where one exists; never for a figure without a value. */
  readonly band?: { readonly name: string; readonly year: number; readonly source: string }
}

/** One commit behind a figure. It has no author. */
export interface FactShape {
  readonly hash: string
  /** Day of its delivery in UTC, `2026-11-22`. */
  readonly day: string
  readonly subject: string
  readonly component: string
}

export interface FactPage {
  readonly total: number
  readonly facts: readonly FactShape[]
  /** Cursor of the next page, null at the end. */
  readonly next: string | null
}

export interface ComponentNameShape {
  readonly name: string
}

export interface ComponentShape {
  readonly name: string
  readonly paths: readonly string[]
  readonly files: number
  readonly changes365: number
  readonly people365: '1' | '2-4' | '5+'
  readonly truckFactor: number | null
  readonly keyPersonRisk: boolean
}

export interface HotspotShape {
  readonly path: string
  readonly component: string
  readonly changes: number
  readonly complexity: number
  readonly lines: number
  readonly score: number
}

export interface CouplingShape {
  readonly a: string
  readonly b: string
  /** Per cent, 0 to 100. */
  readonly degree: number
  readonly shared: number
  readonly averageChanges: number
  readonly crossesComponents: boolean
}

export interface ReleaseShape {
  readonly tag: string
  readonly commit: string
  readonly at: string
  readonly prerelease: boolean
  readonly changes: number
  readonly leadTimeP50Hours: number | null
}

export interface SilentFileShape {
  readonly path: string
  readonly component: string
  readonly daysSinceLastChange: number
}

/** Lead times by size; `upTo` is the upper edge in hours, null for the last, open bucket. */
export interface LeadTimeBucketShape {
  readonly from: number
  readonly upTo: number | null
  readonly changes: number
}

/** Rows of a table with its as-of and the number of all rows. */
export interface TableShape<Row> {
  readonly asOf: string
  readonly total: number
  readonly rows: readonly Row[]
}

export type ScanPhase =
  | 'waiting'
  | 'fetching'
  | 'history'
  | 'contents'
  | 'lines'
  | 'done'
  | 'failed'
  | 'cancelled'

export interface ScanShape {
  readonly phase: ScanPhase
  /** Commits (history, lines), files (contents) or objects (fetching) done, and of how many; null while unknown. */
  readonly done: number
  readonly of: number | null
  readonly perSecond: number | null
  readonly remainingSeconds: number | null
  readonly error: { readonly message: string; readonly hint: string } | null
}

export interface RepositoryShape {
  readonly id: string
  readonly name: string
  /** Path or URL it was added by, without credentials. */
  readonly source: string
  readonly head: string | null
  readonly branch: string | null
  readonly shallow: boolean
  readonly boundaryCommits: number
  readonly partial: boolean
  /** Commits with an object missing from the clone, at most the first twenty. */
  readonly unreadable: readonly string[]
  readonly commits: number
  readonly merges: number
  readonly people: number
  readonly bots: number
  readonly firstCommitAt: string | null
  readonly lastCommitAt: string | null
  readonly releases: number
  readonly files: number
  /** Rises with every change of what is known of the repository; 0 before the first. */
  readonly generation: number
  /** When evidence was last gathered, null before the first time. */
  readonly scannedAt: string | null
  readonly scan: ScanShape
}

export interface StatusShape {
  readonly version: string
  readonly database: 'opening' | 'ready' | 'failed'
  readonly engine: 'pglite' | 'postgresql' | null
  readonly message: string | null
}

/** A refusal or an unexpected error, as the API tells it (RFC 9457 with a hint). */
export interface ProblemShape {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly hint?: string
  /** What was not accepted, field by field. */
  readonly fields?: readonly { readonly path: string; readonly message: string }[]
  /** What a program needs to go on, such as the version that a stale change ran into. */
  readonly details?: Readonly<Record<string, unknown>>
}

/** A commit that names records in its message; its author is nobody's business here. */
export interface NamingCommit {
  readonly hash: string
  /** In UTC, as in `2026-01-05`. */
  readonly day: string
  readonly subject: string
  readonly repository: { readonly id: string; readonly name: string }
  /** Keys of the records named, as far as the actor may see them. */
  readonly names: readonly string[]
}

/** A line of sight: records by distance, from the highest to the lowest, and a page of the commits at its lower end. */
export interface LineOfSightShape {
  readonly records: readonly SightShape[]
  readonly steps: readonly SightStep[]
  readonly commits: readonly NamingCommit[]
  readonly total: number
  readonly next: string | null
}
