const length = 86_400_000

/** The names of days that were asked for, by their numbers: of ten thousand changes most lie on a day that is known. */
const names = new Map<number, string>()

/** So many are held; a history of fifty years has fewer. */
const most = 20_000

/** The day of an instant in UTC, as in `2026-01-05`; empty for one that no calendar has. */
export function dayOf(instant: number): string {
  const number = Math.floor(instant / length)
  const known = names.get(number)
  if (known !== undefined) return known
  const date = new Date(instant)
  const name = Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10)
  if (names.size >= most) names.clear()
  names.set(number, name)
  return name
}
