import type { CutBet, PlannedGoal } from './scenario-shape.ts'
import type { Effort } from './effort.ts'
import type { PeopleStep } from './people-over-time.ts'

/** By which likelihood, in percent. */
export type Likelihood = '50' | '70' | '85' | '95'

/** Today’s plan and scenarios side by side. */
export interface ComparisonShape {
  readonly asOf: string
  readonly start: string
  readonly trials: number
  readonly seed: number
  readonly window: { readonly from: string; readonly until: string; readonly days: number } | null
  /** Today first, then the scenarios in the order in which they were asked for. */
  readonly plans: readonly ComparedPlan[]
  /** Every bet that is ahead in one of the plans, in the order of today. */
  readonly bets: readonly ComparedBet[]
  /** What can be brought in again. */
  readonly stopped: readonly { readonly key: string; readonly title: string }[]
  readonly goals: readonly PlannedGoal[]
  readonly teams: readonly { readonly key: string; readonly name: string }[]
  /** Repositories that could not be read, so that pace may be too small. */
  readonly unread: readonly string[]
}

export interface ComparedPlan {
  /** None for today and for what was not saved. */
  readonly key: string | null
  readonly title: string | null
  readonly betsIn: readonly string[]
  readonly betsOut: readonly CutBet[]
  readonly goalsWithoutBets: readonly string[]
  readonly notApplied: readonly { readonly path: string; readonly subject: string; readonly reason: string }[]
  /** Delivered changes that are to be expected until all of it is done. */
  readonly cost: {
    readonly changes: number
    readonly kinds: Readonly<Record<string, number>>
    readonly unsized: readonly string[]
  }
  /** What it takes of teams until its bets are done, in person-weeks. */
  readonly effort: Effort
  readonly people: readonly { readonly team: string; readonly steps: readonly PeopleStep[] }[]
}

export interface ComparedBet {
  readonly key: string
  readonly title: string
  readonly horizon: string | null
  readonly order: number | null
  readonly size: readonly [number, number] | null
  readonly goals: readonly string[]
  readonly teams: readonly string[]
  readonly wanted: string | null
  readonly wantedReason: string | null
  /** One of each plan; null where it is not in that plan. */
  readonly inPlans: readonly (BetInPlan | null)[]
}

export interface BetInPlan {
  readonly dates: Readonly<Record<Likelihood, string | null>> | null
  readonly marked: boolean
  /** Why there is no forecast, or why it is to be read with care. */
  readonly reason: string | null
  readonly wanted: { readonly chance: number; readonly over95: boolean } | null
  /** Calendar days that its 85 % date lies later than today’s; earlier where negative; null where one of them is missing. */
  readonly later: number | null
}
