import type { Window } from './measure.ts'

export const hour = 3_600_000
export const day = 24 * hour
export const week = 7 * day

/** Start of the ISO week (Monday 0:00 UTC) that holds the instant. */
function weekStart(instant: number): number {
  // 1970-01-01 was a Thursday: the Monday before it lies three days earlier.
  return Math.floor((instant + 3 * day) / week) * week - 3 * day
}

/** The given number of full ISO weeks before the week that holds the instant. */
export function fullWeeks(asOf: number, weeks: number): Window {
  const to = weekStart(asOf)
  return { from: to - weeks * week, to }
}

/**
 * The given number of days up to and including the instant. Git knows whole seconds, so the half-open end lies one
 * second later: what happened at the instant itself belongs to the window.
 */
export function lastDays(asOf: number, days: number): Window {
  const to = asOf + 1000
  return { from: to - days * day, to }
}

/** True when the instant lies in the half-open window. */
export function isWithin(window: Window, instant: number): boolean {
  return instant >= window.from && instant < window.to
}
