import type { YearlyDay } from './sample-record.ts'

const day = 86_400_000

/** The day that long before, or the Friday before that where nobody works on it. */
export function workday(begun: Date, daysAgo: number): Date {
  const date = daysBefore(begun, daysAgo)
  const weekday = date.getUTCDay()
  return daysBefore(date, weekday === 6 ? 1 : weekday === 0 ? 2 : 0)
}

/** As in 2026-Q3. */
export function quarterBefore(begun: Date, quartersAgo: number): string {
  const quarters = begun.getUTCFullYear() * 4 + Math.floor(begun.getUTCMonth() / 3) - quartersAgo
  return `${Math.floor(quarters / 4)}-Q${(quarters % 4) + 1}`
}

/** The first such day of a calendar from so many days before on. */
export function yearlyDay(begun: Date, { yearly, since, later, isMonday }: YearlyDay): string {
  const from = asDay(daysBefore(begun, since))
  const year = Number(from.slice(0, 4))
  const found = [year, year + 1].map((each) => inYear(each, yearly, isMonday)).find((each) => each >= from)
  // There is one in each year, and the year after the one asked for lies behind every day of that.
  return asDay(daysBefore(new Date(found ?? from), -later))
}

function inYear(year: number, yearly: string | number, isMonday: boolean): string {
  const date =
    typeof yearly === 'number' ? daysBefore(easter(year), -yearly) : new Date(`${year}-${yearly}T00:00:00Z`)
  return asDay(isMonday ? daysBefore(date, -((8 - date.getUTCDay()) % 7)) : date)
}

/** Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher). */
function easter(year: number): Date {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const moon =
    (19 * golden +
      century -
      Math.floor(century / 4) -
      Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) +
      15) %
    30
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor((year % 100) / 4) - moon - (year % 4)) % 7
  const late = Math.floor((golden + 11 * moon + 22 * weekday) / 451)
  const days = moon + weekday - 7 * late + 114
  return new Date(Date.UTC(year, Math.floor(days / 31) - 1, (days % 31) + 1))
}

const daysBefore = (date: Date, days: number) => new Date(date.getTime() - days * day)

const asDay = (date: Date) => date.toISOString().slice(0, 10)
