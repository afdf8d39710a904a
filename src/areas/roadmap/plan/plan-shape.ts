/** A bet as the plan sees it. Days are written `2026-01-31`, sizes are counts of delivered changes. */
export interface PlannedBet {
  readonly key: string
  readonly title: string
  readonly state: string
  readonly horizon: string | null
  readonly investment: string | null
  /** Smaller comes first. */
  readonly order: number | null
  readonly goals: readonly string[]
  readonly teams: readonly string[]
  readonly size: SizeRange | null
  readonly teamSizes: Readonly<Record<string, SizeRange>>
  readonly resembles: readonly string[]
  readonly splitRate: readonly [low: number, high: number] | null
  readonly risks: readonly { readonly chance: number; readonly size: SizeRange }[]
  readonly after: readonly string[]
  readonly earliest: string | null
  readonly wanted: string | null
  readonly wantedReason: string | null
}

export type SizeRange = readonly [low: number, high: number]

/** A team with what its forecast needs; none of it tells anything of a person. */
export interface PlannedTeam {
  readonly key: string
  readonly name: string
  readonly parallel: number
  /** Delivered changes of each working day of the window, the oldest first; null for a team that owns no component. */
  readonly daily: readonly number[] | null
  /** What is counted: changes joined to bets, or all that people delivered. */
  readonly counted: 'joined' | 'all'
  /** Full-time jobs at the start; null where nobody is recorded in the team. */
  readonly people: number | null
  readonly changes: readonly CapacityChange[]
}

/** Somebody who joins or leaves a team, as capacity. */
export interface CapacityChange {
  readonly kind: 'joins' | 'leaves'
  readonly on: string
  /** Of a full-time job; may be several people together. */
  readonly share: number
  /** Calendar days; for those who join. */
  readonly rampUpDays?: number
  /** Of one full-time job; for those who join. */
  readonly mentoring?: number
}

/** Days on which nobody works, or some teams do not; both ends included. */
export interface PlannedBreak {
  readonly from: string
  readonly until: string
  /** Keys; none for everybody. */
  readonly teams: readonly string[]
}

/** All that a forecast of the roadmap is made from. */
export interface Plan {
  /** The first day that is forecast. */
  readonly start: string
  readonly bets: readonly PlannedBet[]
  readonly teams: readonly PlannedTeam[]
  readonly breaks: readonly PlannedBreak[]
  /** Changes that were delivered for a bet, by its key and the key of the team. */
  readonly done: Readonly<Record<string, Readonly<Record<string, number>>>>
}
