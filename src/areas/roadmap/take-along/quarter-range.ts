import type { Language } from '#kernel/shape.ts'
import { quarterOf, timeOf } from '../allocation/quarter.ts'

const day = 86_400_000

/** The quarter that a day lies in. */
export function quarterOfDay(date: string): string {
  return quarterOf(new Date(`${date}T00:00:00Z`))
}

/** The first day of a quarter, and its last. */
export function daysOfQuarter(quarter: string): { readonly first: string; readonly last: string } {
  const { from, to } = timeOf(quarter)
  return { first: asDay(from), last: asDay(to - day) }
}

/** Whole quarters that hold both days: rounded outwards, so that neither day can be told from them. */
export function quartersAround(
  first: string,
  last: string,
): { readonly from: string; readonly until: string } {
  return { from: quarterOfDay(first), until: quarterOfDay(last) }
}

/** As in `Q1 to Q2 2027`; with both years where they differ. */
export function quartersInWords(
  { from, until }: { readonly from: string; readonly until: string },
  language: Language,
): string {
  const [one, other] = [from, until].map((quarter) => ({
    year: quarter.slice(0, 4),
    part: quarter.slice(5),
  }))
  if (!one || !other || from === until) return `${from.slice(5)} ${from.slice(0, 4)}`
  const to = language === 'de' ? 'bis' : 'to'
  return one.year === other.year
    ? `${one.part} ${to} ${other.part} ${other.year}`
    : `${one.part} ${one.year} ${to} ${other.part} ${other.year}`
}

const asDay = (instant: number) => new Date(instant).toISOString().slice(0, 10)
