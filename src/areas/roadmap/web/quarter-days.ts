/** The quarter that now lies in. */
export function quarterNow(): string {
  const now = new Date()
  return quarterAt(now.getUTCFullYear() * 4 + Math.floor(now.getUTCMonth() / 3))
}

/** The quarter so many after. */
export function quarterAfter(quarter: string, count: number): string {
  return quarterAt(placeOf(quarter) + count)
}

/** The first day of a quarter and the first one after it. */
export function daysOf(quarter: string): { readonly from: string; readonly to: string } {
  return { from: firstDay(placeOf(quarter)), to: firstDay(placeOf(quarter) + 1) }
}

/** The last day of a quarter. */
export function lastDayOf(quarter: string): string {
  const place = placeOf(quarter) + 1
  return new Date(Date.UTC(Math.floor(place / 4), (place % 4) * 3, 0)).toISOString().slice(0, 10)
}

const placeOf = (quarter: string) => Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(-1)) - 1

const quarterAt = (place: number) => `${Math.floor(place / 4)}-Q${(place % 4) + 1}`

const firstDay = (place: number) =>
  new Date(Date.UTC(Math.floor(place / 4), (place % 4) * 3, 1)).toISOString().slice(0, 10)
