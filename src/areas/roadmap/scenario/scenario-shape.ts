import type { Words } from '#kernel/shape.ts'
import type { Plan, PlannedBet } from '../plan/plan-shape.ts'

/** A goal as a scenario sees it. */
export interface PlannedGoal {
  readonly key: string
  readonly title: string
  readonly state: string
}

/** What is different from today’s plan, each part in the order of its rows. */
export interface ScenarioDifferences {
  readonly bets: readonly BetDifference[]
  readonly people: readonly PeopleDifference[]
  readonly breaks: readonly BreakDifference[]
  readonly goals: readonly GoalDifference[]
}

export interface BetDifference {
  readonly bet: string
  readonly change: 'add' | 'drop' | 'resize' | 'move'
  /** Changes that each of its teams has to deliver; for another size. */
  readonly low?: number | null
  readonly high?: number | null
  /** For what moves, and for what comes in at a place. */
  readonly order?: number | null
}

/** So many people who join or leave a team on a day; never who. */
export interface PeopleDifference {
  readonly team: string
  readonly change: 'join' | 'leave'
  readonly count: number
  readonly day: string
  /** Working days to full pace. */
  readonly rampUp?: number | null
  /** Percent of one person. */
  readonly mentoring?: number | null
}

export interface BreakDifference {
  readonly from: string
  readonly until: string
  /** None for everybody. */
  readonly team?: string | null
}

export interface GoalDifference {
  readonly goal: string
  readonly change: 'add' | 'drop'
}

/** A row of a scenario that could not be applied: where it stands, as in `bets.0`, what it is about, and why not. */
export interface NotApplied {
  readonly path: string
  readonly subject: string
  readonly reason: Words
}

/** A bet that goes, and the goals whose end takes it along; none where it was cut itself. */
export interface CutBet {
  readonly key: string
  readonly goals: readonly string[]
}

/** A plan with the differences of a scenario in it. */
export interface AppliedScenario {
  readonly plan: Plan
  readonly goals: readonly PlannedGoal[]
  readonly betsIn: readonly string[]
  readonly betsOut: readonly CutBet[]
  /** Goals that are still pursued and had a bet that was ahead, and have none left. */
  readonly goalsWithoutBets: readonly string[]
  readonly notApplied: readonly NotApplied[]
}

/** What changing one part gives. */
export interface Changed<Part> {
  readonly after: readonly Part[]
  readonly notApplied: readonly NotApplied[]
}

export type ChangedBets = Changed<PlannedBet>
