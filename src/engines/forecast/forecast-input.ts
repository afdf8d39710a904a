import type { DayNumber } from './working-days.ts'

/** One number, or all whole numbers from the first to the second. */
export type Size = number | readonly [low: number, high: number]

/** What a forecast is made from, as it is written in JSON. Days are written `2026-01-31`. */
export interface ForecastInput {
  /** Day 1 is the first working day on or after it. */
  readonly start: string
  /** 10,000 unless given. */
  readonly trials?: number
  /** 1 unless given. */
  readonly seed?: number
  /** Days on which nobody works, besides Saturdays and Sundays. */
  readonly breaks?: readonly string[]
  readonly teams: readonly ForecastTeam[]
  /** In the order in which they are worked on. */
  readonly bets: readonly ForecastBet[]
}

export interface ForecastTeam {
  readonly name: string
  /** Finished changes of each past working day, the oldest first. */
  readonly daily: readonly number[]
  /** At how many bets it works at once; 1 unless given. */
  readonly parallel?: number
  /** From a day on its pace is so many times that of its history. */
  readonly capacity?: readonly CapacityStep[]
}

export interface CapacityStep {
  readonly from: string
  readonly factor: number
}

export interface ForecastBet {
  readonly key: string
  readonly teams: readonly string[]
  /** Changes to be finished by each of its teams, or by each named one its own. */
  readonly size: Size | Readonly<Record<string, Size>>
  /** Bets that have to be done before. */
  readonly after?: readonly string[]
  readonly splitRate?: readonly [low: number, high: number]
  readonly risks?: readonly ForecastRisk[]
  /** Nothing of it is begun before this day. */
  readonly earliest?: string
  /** The day it is wanted by: its chance is told. */
  readonly wanted?: string
}

export interface ForecastRisk {
  readonly chance: number
  readonly size: Size
}

/** The same, checked: names are places in lists, days are numbers, nothing is left open. */
export interface Prepared {
  readonly start: DayNumber
  readonly trials: number
  readonly seed: number
  readonly breaks: ReadonlySet<DayNumber>
  readonly teams: readonly PreparedTeam[]
  readonly bets: readonly PreparedBet[]
}

export interface PreparedTeam {
  readonly name: string
  readonly daily: readonly number[]
  readonly parallel: number
  /** By their days, the earliest first. */
  readonly capacity: readonly { readonly from: DayNumber; readonly factor: number }[]
}

export interface PreparedBet {
  readonly key: string
  readonly parts: readonly {
    readonly team: number
    readonly size: readonly [low: number, high: number]
  }[]
  readonly after: readonly number[]
  readonly splitRate: readonly [low: number, high: number]
  readonly risks: readonly { readonly chance: number; readonly size: readonly [low: number, high: number] }[]
  readonly earliest: DayNumber | null
  readonly wanted: DayNumber | null
}

/** How much is taken: beyond it a forecast would take too long, or says nothing. */
export const limits = {
  trials: 1_000_000,
  teams: 200,
  bets: 1000,
  /** Days of history of a team: nearly forty years. */
  history: 10_000,
  changesADay: 10_000,
  size: 100_000,
  splitRate: 100,
  risks: 50,
  parallel: 100,
  factor: 100,
  capacitySteps: 1000,
  breaks: 4000,
  nameLength: 200,
} as const
