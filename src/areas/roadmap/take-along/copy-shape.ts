import type { Language } from '#kernel/shape.ts'

/** For whom a copy of the roadmap is: the company itself, those who hold it to account, everybody else. */
export const audiences = ['team', 'board', 'outside'] as const
export type Audience = (typeof audiences)[number]

/** The forms in which a copy leaves. */
export const copyForms = ['markdown', 'svg', 'csv', 'ics'] as const
export type CopyForm = (typeof copyForms)[number]

/**
 * The roadmap as one audience may have it. Whatever draws or writes a copy is given this and nothing else, so that what an
 * audience must not see is not there to be shown.
 */
export interface RoadmapCopy {
  readonly audience: Audience
  readonly language: Language
  /** As in `2026-11-28`; for outsiders the first day of the month. */
  readonly day: string
  /** Company days on which nobody works; for the team alone. */
  readonly daysOff: readonly { readonly from: string; readonly until: string }[]
  /** By horizon, the nearest first; in each the bets in the order of work. */
  readonly groups: readonly CopyGroup[]
  /** How it is to be read, in sentences. */
  readonly notes: readonly string[]
}

export interface CopyGroup {
  readonly horizon: string | null
  readonly name: string
  readonly bets: readonly CopyBet[]
}

export interface CopyBet {
  /** Null where the audience gets none. */
  readonly key: string | null
  readonly title: string
  readonly state: string | null
  readonly goals: readonly string[]
  readonly teams: readonly string[]
  /** For the team alone. */
  readonly days: CopyDays | null
  readonly wanted: CopyWanted | null
  /** For everybody else. */
  readonly range: QuarterRange | null
  /** What is to be expected, in lines of a few words; what says that there is no forecast included. */
  readonly said: readonly string[]
}

/** Days by which it is done in so many percent of the trials; null beyond ten years. */
export interface CopyDays {
  readonly p50: string | null
  readonly p70: string | null
  readonly p85: string | null
  readonly p95: string | null
  /** Whether it is to be read with care. */
  readonly marked: boolean
}

export interface CopyWanted {
  readonly day: string
  /** The chance to be done by then, as it is told; null where there is no forecast. */
  readonly told: string | null
}

/** Whole quarters, as in `2027-Q1`, both included. */
export interface QuarterRange {
  readonly from: string
  readonly until: string
  /** The chance to be done by the end of the last, as it is told. */
  readonly told: string | null
}

/** All bets of a copy in their order. */
export function betsOf({ groups }: Pick<RoadmapCopy, 'groups'>): readonly CopyBet[] {
  return groups.flatMap(({ bets }) => bets)
}
