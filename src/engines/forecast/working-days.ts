/** A day as a count of days since 1970-01-01. */
export type DayNumber = number

const millisecondsPerDay = 86_400_000

/** The last day that is written with four digits. */
const lastDay: DayNumber = Date.UTC(9999, 11, 31) / millisecondsPerDay

/** No forecast looks further than this; what is not done by then is not within ten years. */
export const horizonYears = 10

/** The day that `2026-01-31` writes; null for what is no day from 1970-01-01 to 9999-12-31. */
export function readDay(text: string): DayNumber | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  const day = Date.parse(`${text}T00:00:00Z`) / millisecondsPerDay
  // Date.parse takes the 30th of February for the 2nd of March.
  return Number.isInteger(day) && day >= 0 && dayText(day) === text ? day : null
}

export function dayText(day: DayNumber): string {
  return new Date(day * millisecondsPerDay).toISOString().slice(0, 10)
}

/** Monday to Friday; 1970-01-01 was a Thursday. */
export function isWeekday(day: DayNumber): boolean {
  return (day + 3) % 7 < 5
}

/**
 * The working days of a forecast: Monday to Friday without the breaks, from the first one on or after the start to ten
 * years later. Entry 0 is day 1.
 */
export function workingDays(start: DayNumber, breaks: ReadonlySet<DayNumber>): Int32Array {
  const end = Math.min(lastDay, yearsLater(start, horizonYears) - 1)
  const days: DayNumber[] = []
  for (let day = start; day <= end; day++) if (isWeekday(day) && !breaks.has(day)) days.push(day)
  return Int32Array.from(days)
}

/** How many of the days lie before the day: what is from that day on begins with the next one. */
export function countBefore(days: Int32Array, day: DayNumber): number {
  let [low, high] = [0, days.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (days[middle]! < day) low = middle + 1
    else high = middle
  }
  return low
}

function yearsLater(day: DayNumber, years: number): DayNumber {
  const date = new Date(day * millisecondsPerDay)
  return Date.UTC(date.getUTCFullYear() + years, date.getUTCMonth(), date.getUTCDate()) / millisecondsPerDay
}
