import { dayOf } from '#evidence/facts/day-of.ts'

const millisecondsPerDay = 86_400_000

/** The last so many working days before a day, the oldest first: Monday to Friday without the breaks. */
export function workingDaysBefore(day: string, count: number, breaks: ReadonlySet<string>): string[] {
  const days: string[] = []
  const earliest = Date.parse('1970-01-01T00:00:00Z')
  for (
    let at = Date.parse(`${day}T00:00:00Z`) - millisecondsPerDay;
    days.length < count && at >= earliest;
    at -= millisecondsPerDay
  ) {
    const text = dayOf(at)
    if (!isWeekend(at) && !breaks.has(text)) days.push(text)
  }
  return days.reverse()
}

/**
 * How many of the instants fall on each of the working days. What was delivered on a day without work counts to the
 * working day before it: it was finished by then or in somebody's free time, and no pace is built on that.
 */
export function countOnDays(instants: readonly number[], days: readonly string[]): number[] {
  const counts = days.map(() => 0)
  const begins = days.map((day) => Date.parse(`${day}T00:00:00Z`))
  const [first] = begins
  if (first === undefined) return counts
  for (const at of instants) {
    // What has no instant lies on no day.
    if (!(at >= first)) continue
    // The last working day that had begun.
    let [low, high] = [0, days.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((begins[middle] ?? Infinity) <= at) low = middle
      else high = middle - 1
    }
    counts[low] = (counts[low] ?? 0) + 1
  }
  return counts
}

/** Each day from the first to the last, both included; at most ten years of them. */
export function daysBetween(from: string, until: string): string[] {
  const days: string[] = []
  const last = Math.min(
    Date.parse(`${until}T00:00:00Z`),
    Date.parse(`${from}T00:00:00Z`) + 3660 * millisecondsPerDay,
  )
  for (let at = Date.parse(`${from}T00:00:00Z`); at <= last; at += millisecondsPerDay) days.push(dayOf(at))
  return days
}

function isWeekend(at: number): boolean {
  return [0, 6].includes(new Date(at).getUTCDay())
}
