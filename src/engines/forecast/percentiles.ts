/** The percentages that a forecast is told for. */
export const levels = [50, 70, 85, 95] as const

/** Above this a chance is told as “over 95 %”: history cannot vouch for more. */
export const surest = 0.95

/**
 * The first day by which a bet was done in at least `percent` of the trials (nearest rank); null where it was done in
 * fewer. `counts[day]` is the number of trials in which it was done on that day, from day 1 on.
 */
export function dayAt(counts: Int32Array, trials: number, percent: number): number | null {
  const rank = Math.ceil((percent * trials) / 100)
  let done = 0
  for (let day = 1; day < counts.length; day++) {
    done += counts[day]!
    if (done >= rank) return day
  }
  return null
}

/** The share of the trials in which it was done by the end of the day. */
export function chanceBy(counts: Int32Array, trials: number, day: number): number {
  let done = 0
  for (let at = 1; at <= day && at < counts.length; at++) done += counts[at]!
  return done / trials
}

/** The last day on which anything was done; 0 where nothing ever was. */
export function lastDayOf(counts: Int32Array): number {
  let day = counts.length - 1
  while (day > 0 && counts[day] === 0) day--
  return day
}
