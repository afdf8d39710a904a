import type { DayChance } from '#engines/forecast/forecast-answer.ts'
import type { BetOfGoal, CheckIn, GoalOutlook } from './tree-shape.ts'

const millisecondsPerDay = 86_400_000

/** From which chance on something is called likely: the day that one may promise. */
const likely = 0.85

/** Whole days from one to the other; negative where the second lies before the first. */
export function daysFrom(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / millisecondsPerDay)
}

/** How far a value came from the baseline to the target, whichever of them is larger; null where that cannot be said. */
export function progressOf(
  value: number | null,
  baseline: number | null,
  target: number | null,
): number | null {
  if (value === null || target === null) return null
  const way = target - (baseline ?? 0)
  // Without a way to go there is no share of it.
  if (way === 0 || !Number.isFinite(way)) return null
  const share = (value - (baseline ?? 0)) / way
  return Number.isFinite(share) ? share : null
}

/** How much of the time is over, from 0 to 1; a single day is over once it has passed. */
export function timeOver(from: string | null, due: string | null, today: string): number | null {
  if (from === null || due === null) return null
  const whole = daysFrom(from, due)
  if (whole <= 0) return today > due ? 1 : 0
  return Math.min(1, Math.max(0, daysFrom(from, today) / whole))
}

/** The chance to be done by the end of a day, from the chances of the days of a forecast, the earliest first. */
export function chanceBy(cumulative: readonly DayChance[], day: string): number {
  return cumulative.findLast(({ date }) => date <= day)?.chance ?? 0
}

/** The check-ins with the earliest day first; of the same day in the order in which they were written. */
export function inOrderOfDays(checkIns: readonly CheckIn[]): CheckIn[] {
  return checkIns.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

/** How many of the open bets are likely done in time. */
export function outlookOf(bets: readonly BetOfGoal[]): GoalOutlook {
  const open = bets.filter(({ isOpen }) => isOpen)
  return {
    open: open.length,
    known: open.filter(({ chance }) => chance !== null).length,
    likely: open.filter(({ chance }) => chance !== null && chance >= likely).length,
  }
}
