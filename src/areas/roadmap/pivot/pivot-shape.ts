/** A pivot as its page and every other surface show it. Safe in a browser. */
export interface PivotShape {
  readonly pivot: string
  readonly title: string
  readonly state: string
  readonly version: number
  readonly scenario: string
  readonly scenarioVersion: number
  readonly isAdopted: boolean
  /** Today, in UTC. */
  readonly day: string
  readonly takenOn: string | null
  /** Why its scenario was adopted. */
  readonly takenWhy: string | null
  /** Whether the plan is shown as it was kept when the pivot was taken, and not as it would be today. */
  readonly isKept: boolean
  readonly stops: readonly StoppedBet[]
  readonly survives: readonly Named[]
  readonly goalsDropped: readonly Named[]
  readonly goalsAdded: readonly Named[]
  readonly promises: readonly BrokenPromise[]
  readonly breaks: readonly BrokenLink[]
  readonly lost: LostWork
  readonly telling: readonly Told[]
  /** Whom to tell as well; who is told already or is to be is not among them. */
  readonly tell: readonly ToTell[]
  readonly notApplied: readonly { readonly path: string; readonly subject: string; readonly reason: string }[]
}

export interface Named {
  readonly key: string
  readonly title: string
}

export interface StoppedBet extends Named {
  /** What it was before; null where that is not known any more. */
  readonly state: string | null
  /** The goals that take it along; none where it was cut itself. */
  readonly goals: readonly Named[]
  readonly delivered: readonly { readonly team: string | null; readonly changes: number }[]
}

export const promiseKinds = ['wanted', 'committed', 'due', 'told'] as const

/** A word that was given and is not kept. */
export interface BrokenPromise extends Named {
  readonly kind: (typeof promiseKinds)[number]
  /** Key of the bet or goal that ends. */
  readonly of: string
  readonly day: string | null
  readonly reason: string | null
}

/** A link from what ends to what goes on, as seen from what ends. */
export interface BrokenLink extends Named {
  readonly from: string
  readonly relation: string
}

/** Delivered changes for what stops, of teams, never of people. */
export interface LostWork {
  /** The quarter in which the pivot was taken, or today’s. */
  readonly quarter: string
  readonly rows: readonly LostRow[]
}

export interface LostRow {
  readonly bet: string
  readonly title: string
  /** Null for what no team owned. */
  readonly team: string | null
  readonly name: string | null
  readonly changes: number
  /** Of these in the quarter, and all that the team delivered in it; null where that was not counted. */
  readonly inQuarter: number | null
  readonly ofQuarter: number | null
}

export interface Told {
  /** As it was written: a key or a name. */
  readonly whom: string
  readonly name: string
  readonly what: string | null
  readonly due: string | null
  readonly told: string | null
  readonly isOverdue: boolean
}

export interface ToTell {
  readonly kind: 'person' | 'team' | 'customer'
  /** Key of a record, or the name of a customer. */
  readonly whom: string
  readonly name: string
  /** What of theirs ends. */
  readonly about: readonly Named[]
}
