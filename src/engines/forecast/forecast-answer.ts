import type { Words } from '#kernel/shape.ts'
import type { Chain } from './chain.ts'
import type { HowMany } from './how-many.ts'
import type { Influence } from './sensitivity.ts'

/** What a forecast says. Days count from 1, the first working day on or after the start; beside each stands its date. */
export interface ForecastAnswer {
  readonly bets: readonly BetForecast[]
  readonly trials: number
  readonly seed: number
  /** For each day that was asked about. */
  readonly by?: readonly HowMany[]
}

export type Level = '50' | '70' | '85' | '95'

export interface BetForecast {
  readonly key: string
  /**
   * The day by which it is done in so many percent of the trials; null for one that lies beyond ten years. As a whole null
   * where there is no forecast, with the reason.
   */
  readonly percentiles: Readonly<Record<Level, number | null>> | null
  readonly dates: Readonly<Record<Level, string | null>> | null
  /** True for a forecast that is to be read with care; the reason says why. */
  readonly marked?: true
  readonly reason?: Words
  /** The share of the trials in which it is done by the end of a day, for each day from the first to the last. */
  readonly cumulative: readonly DayChance[]
  /** The chance to be done by the day it is wanted by. */
  readonly wanted?: WantedChance
  /** When asked for: what made it as late as it is, most often. */
  readonly chain?: Chain
  /** When asked for: what moves its date most. */
  readonly sensitivity?: readonly Influence[]
}

export interface DayChance {
  readonly day: number
  readonly date: string
  readonly chance: number
}

export interface WantedChance {
  readonly date: string
  /** The last working day up to it; 0 where there is none. */
  readonly day: number
  readonly chance: number
  /** True for more than 95 %, which is told as “over 95 %”. */
  readonly over95: boolean
}
