import { isDay } from '#kernel/shape.ts'

/** An earlier day as the address names it: told from today, or as in `2026-10-01`. */
export type Since = (typeof sinces)[number] | `${number}-${number}-${number}`

export const sinces = ['week', 'month', 'quarter'] as const

export function isSince(value: unknown): value is Since {
  if (sinces.some((one) => one === value)) return true
  return typeof value === 'string' && isDay(value)
}

/** The day itself: a week or a month before today, the first of the quarter that today lies in, or the one that is named. */
export function baselineDay(since: Since, today: string): string {
  const at = new Date(`${today}T00:00:00Z`)
  const [year, month, date] = [at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()]
  switch (since) {
    case 'week':
      return textOf(Date.UTC(year, month, date - 7))
    case 'month':
      // A month that is too short for the date ends before it.
      return textOf(Math.min(Date.UTC(year, month - 1, date), Date.UTC(year, month, 0)))
    case 'quarter':
      return textOf(Date.UTC(year, month - (month % 3), 1))
    default:
      return since
  }
}

const textOf = (instant: number) => new Date(instant).toISOString().slice(0, 10)
