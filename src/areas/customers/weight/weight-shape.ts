import type { Money } from '#kernel/shape.ts'

/** How much speaks for a bet. Safe in a browser. */
export interface WeightShape {
  readonly insights: number
  /** Each named one once, and how many said the same. */
  readonly customers: number
  /** Of a year, one sum for each currency; of each named customer what was said last. */
  readonly revenue: readonly Money[]
  /** Day of the newest; null where there is none. */
  readonly newest: string | null
  /** Those with the most insights first. */
  readonly segments: readonly { readonly segment: string; readonly insights: number }[]
}

export interface WeighedBet extends WeightShape {
  readonly key: string
  readonly title: string
  readonly state: string
}

export interface WeightTable {
  /** Those for which the most speaks first; of those that nothing speaks for only what has not ended. */
  readonly bets: readonly WeighedBet[]
}

export interface InsightOfBet {
  readonly key: string
  readonly title: string
  readonly state: string
  /** Whether it counts: what was let go speaks for nothing. */
  readonly counts: boolean
  readonly day: string
  readonly customer: string | null
  readonly segment: string | null
  readonly count: number | null
  readonly revenue: Money | null
}

export interface InsightsOfBet extends WeighedBet {
  /** The newest first, those that were let go behind them. */
  readonly list: readonly InsightOfBet[]
}
