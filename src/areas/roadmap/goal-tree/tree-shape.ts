/** Every goal with what moves it, in the order in which a tree is read: each behind the one that it is part of. Days are written `2026-01-31`. */
export interface GoalTreeShape {
  readonly asOf: string
  /** The day from which ages and what is left are counted. */
  readonly today: string
  /** The weeks in which delivered changes are counted. */
  readonly window: { readonly from: string; readonly to: string; readonly weeks: number }
  readonly goals: readonly GoalNode[]
  /** Open bets that serve no goal in the tree. */
  readonly betsWithoutGoal: number
  /** Names of repositories that were not read yet. */
  readonly unread: readonly string[]
}

export interface GoalNode {
  readonly key: string
  readonly title: string
  /** What a check-in is made to. */
  readonly version: number
  readonly state: string
  /** Key of the goal that it is part of, where that is in the tree. */
  readonly parent: string | null
  /** 0 for a goal at the top. */
  readonly depth: number
  readonly owner: string | null
  readonly metric: string | null
  readonly unit: string | null
  readonly baseline: number | null
  readonly target: number | null
  readonly checkIns: readonly CheckIn[]
  /** The last check-in, and how many days old it is; null for none. */
  readonly latest: (CheckIn & { readonly age: number }) | null
  /** How far the last value came from the baseline to the target: 0 to 1, and beyond; null where that cannot be said. */
  readonly progress: number | null
  readonly from: string | null
  readonly due: string | null
  /** How much of the time from its first day to the last is over, 0 to 1; null without both. */
  readonly timeOver: number | null
  /** Days until it is due, negative for one that is overdue; null without a day. */
  readonly daysLeft: number | null
  /** The bets that serve it themselves: those ahead in their order, then those that ended. */
  readonly bets: readonly BetOfGoal[]
  /** How many of its own open bets are likely done in time. */
  readonly outlook: GoalOutlook
  /** Whether open bets serve it itself, only goals below it, none any more, or none ever. */
  readonly work: 'own' | 'below' | 'ended' | 'none'
  /** Delivered changes of the window that reached it, and it or a goal below it, each once. */
  readonly changes: { readonly own: number; readonly below: number }
}

/** Where it stood on a day, and how sure somebody was, in percent, that it will be reached. */
export interface CheckIn {
  readonly day: string
  readonly value: number | null
  readonly confidence: number | null
  readonly note: string | null
}

export interface BetOfGoal {
  readonly key: string
  readonly title: string
  readonly state: string
  readonly isOpen: boolean
  /** The day by which it is done in 85 of 100 trials; null where it ended or there is no forecast. */
  readonly day85: string | null
  /** The chance to be done by the end of the goal’s last day; null where that cannot be said. */
  readonly chance: number | null
  /** True for a forecast that is to be read with care. */
  readonly marked: boolean
  /** Why there is no forecast, or why it is to be read with care. */
  readonly reason: string | null
}

export interface GoalOutlook {
  readonly open: number
  /** Of how many the chance is known. */
  readonly known: number
  /** Done in time in at least 85 of 100 trials. */
  readonly likely: number
}
