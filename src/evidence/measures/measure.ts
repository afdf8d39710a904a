import type { Evidence } from './evidence.ts'

export type Language = 'en' | 'de'
export type Unit = 'hours' | 'per-week' | 'share' | 'count' | 'days' | 'lines'

/** What a figure is about. Never a person. */
export interface Scope {
  readonly kind: 'workspace' | 'repository' | 'component'
  readonly name: string
}

/** Half-open `[from, to)`, milliseconds since 1970. */
export interface Window {
  readonly from: number
  readonly to: number
}

/** Why there is no figure; `reasonText` says it in words. Zero is never used in its place. */
export type Reason =
  | { readonly code: 'too-few'; readonly what: CountedThing; readonly needed: number; readonly got: number }
  | { readonly code: 'no-data'; readonly source: MissingSource }
  | { readonly code: 'not-read-yet'; readonly what: 'lines' | 'files' }
  | { readonly code: 'group-too-small'; readonly needed: number }
  | { readonly code: 'not-half-yet' }
  | { readonly code: 'empty-history' }

export type CountedThing =
  | 'changes'
  | 'releases'
  | 'deployments'
  | 'failed-deployments'
  | 'files'
  | 'weeks'
  | 'incidents'
  | 'reviews'
  | 'newcomers'
  | 'lines'
export type MissingSource = 'deployments' | 'incidents' | 'forge' | 'releases' | 'whole-history'

export interface Percentiles {
  readonly p50: number
  readonly p75: number
  readonly p90: number
}

export interface SeriesPoint {
  /** Start of the bucket, milliseconds since 1970. */
  readonly from: number
  readonly value: number | null
  readonly sample: number
}

/** What a measure answers for one scope and window. */
export interface Figure {
  /** Null when there is no figure; then `reason` says why. */
  readonly value: number | null
  /** How many facts the value was computed from. */
  readonly sample: number
  readonly reason?: Reason
  /** Share from 0 to 1 of the facts that could be joined, where a join was needed. */
  readonly coverage?: number
  /** True when something stands in for what the definition asks. */
  readonly proxy?: boolean
  readonly percentiles?: Percentiles
  readonly series?: readonly SeriesPoint[]
  /** Named parts of the value, each a share or a count in the measure's unit. */
  readonly parts?: Readonly<Record<string, number>>
  /** Facts left out for a reason that is worth telling, by reason. */
  readonly dropped?: Readonly<Record<string, number>>
  /** The commits behind the figure, as indexes; absent for person-near measures, which show none. */
  readonly facts?: readonly number[]
}

/** Words in both languages. */
export type Text = Readonly<Record<Language, string>>

/** One definition, pure: the same evidence, scope and window always give the same figure. */
export interface Measure {
  readonly id: string
  /** Rises with every change of what the figure means. */
  readonly version: number
  readonly unit: Unit
  readonly title: Text
  /** What a bare number is a number of, after one and after any other number. */
  readonly counted?: { readonly one: Text; readonly other: Text }
  /** The definition in a sentence or two. */
  readonly definition: Text
  /** When there is no figure. */
  readonly sampleRule: Text
  /** Where the definition comes from. */
  readonly sources: readonly string[]
  /** Names of the parts and of what is dropped, for those figures that have any. */
  readonly partNames?: Readonly<Record<string, Text>>
  readonly scopes: readonly Scope['kind'][]
  /** True for measures about how people work: five people at least, fixed windows, no list of facts. */
  readonly personNear: boolean
  /** Readers: leadership only, or everyone in the company. */
  readonly audience: 'leadership' | 'company'
  /** The window it is computed over, from as-of and the number of weeks asked for; null for a state at as-of. */
  window(asOf: number, weeks: number): Window | null
  compute(evidence: Evidence, scope: Scope, window: Window | null): Figure
}
