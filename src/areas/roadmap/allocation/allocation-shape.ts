import type { investmentKinds } from '../investment-kinds.ts'

/** What a change was made for; unclassified where neither a bet nor git says it. */
export type AllocationKind = keyof typeof investmentKinds | 'unclassified'

/** Whether a quarter is over, runs, or has not begun. */
export type QuarterState = 'over' | 'running' | 'to-come'

/** Why there are no shares. */
export type NoShares = 'too-few-changes' | 'not-begun'

/**
 * Where a kind stands to its floor. A floor is missed only once its quarter is over; while it runs, `below` says that it
 * would be missed were the quarter over now. `unknown` where there are no shares.
 */
export type FloorState = 'kept' | 'missed' | 'above' | 'below' | 'unknown'

export interface KindShare {
  readonly kind: AllocationKind
  readonly changes: number
  /** Of all changes, from 0 to 1; null without shares. */
  readonly share: number | null
  /** As intended, from 0 to 1; null where nothing is intended. */
  readonly target: number | null
  /** Percentage points that the share lies above what is intended, to a tenth. */
  readonly difference: number | null
  /** Said where it lies so far from what is intended that it is no matter of single changes. */
  readonly drift: 'above' | 'below' | null
}

export interface FloorShape {
  readonly kind: AllocationKind
  /** From 0 to 1, as all shares. */
  readonly floor: number
  readonly share: number | null
  readonly state: FloorState
  /** Whether what is unclassified could make up for what is missing. */
  readonly couldBeUnclassified: boolean
  /** What is at risk when it is missed, as it was written. */
  readonly risk: string
}

/** How the changes of the company or of a team were split in a quarter, beside how they were meant to be. */
export interface ScopeShape {
  readonly team: { readonly key: string; readonly name: string } | null
  /** The allocation that says what was intended; null where none was written. */
  readonly allocation: { readonly key: string; readonly title: string } | null
  readonly changes: number
  readonly joined: number
  readonly toGoal: number
  /** Share of changes that is joined to a bet, and to one that serves a goal. */
  readonly coverage: number | null
  readonly toGoalShare: number | null
  readonly reason: NoShares | null
  readonly ways: Readonly<Record<'message' | 'branch' | 'trailer' | 'path' | 'assigned', number>>
  readonly kinds: readonly KindShare[]
  readonly floors: readonly FloorShape[]
}

export interface QuarterShape {
  readonly quarter: string
  readonly state: QuarterState
  /** Half-open: what it was measured over, up to now while it runs. */
  readonly from: string
  readonly to: string
  readonly scopes: readonly ScopeShape[]
}

export interface AllocationShape {
  readonly asOf: string
  readonly quarter: string
  /** The quarter that was asked for and the three before it, oldest first. */
  readonly quarters: readonly QuarterShape[]
  readonly repositories: readonly string[]
  /** Repositories that have not been read to the end. */
  readonly unread: readonly string[]
}

/** A delivered change with what it belongs to; nothing in it names a person. */
export interface ChangeShape {
  readonly repository: { readonly id: string; readonly name: string }
  readonly hash: string
  readonly subject: string
  readonly day: string
  readonly kind: AllocationKind
  readonly bets: readonly string[]
  readonly way: 'message' | 'branch' | 'trailer' | 'path' | 'assigned' | null
}

export interface ChangesShape {
  readonly total: number
  readonly changes: readonly ChangeShape[]
  /** Where the next page begins; null at the end. */
  readonly next: number | null
}
