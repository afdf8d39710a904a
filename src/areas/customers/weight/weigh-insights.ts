import type { Money } from '#kernel/shape.ts'
import type { InsightOfBet, WeightShape } from './weight-shape.ts'

/** Adds up what speaks for a bet. Money of different currencies is never added. */
export function weighInsights(all: readonly InsightOfBet[]): WeightShape {
  const counted = all.filter(({ counts }) => counts)
  // Who is named twice is one customer; who is not named is one of their own.
  const customers = [...Map.groupBy(counted, ({ key, customer }) => nameOf(customer) ?? key).values()]
  return {
    insights: counted.length,
    customers: customers.reduce((sum, own) => sum + Math.max(...own.map(({ count }) => count ?? 1)), 0),
    revenue: sums(customers.flatMap((own) => newest(own.filter(({ revenue }) => revenue))?.revenue ?? [])),
    newest: newest(counted)?.day ?? null,
    segments: segmentsOf(counted),
  }
}

function nameOf(customer: string | null): string | null {
  const name = customer?.trim().toLowerCase().replace(/\s+/g, ' ') ?? ''
  // Nobody is called as a key is.
  return name === '' ? null : `name ${name}`
}

function newest(all: readonly InsightOfBet[]): InsightOfBet | undefined {
  return all.reduce<InsightOfBet | undefined>(
    (best, each) => (best === undefined || each.day >= best.day ? each : best),
    undefined,
  )
}

function sums(all: readonly Money[]): Money[] {
  const byCurrency = Map.groupBy(all, ({ currency }) => currency)
  return [...byCurrency]
    .map(([currency, own]) => ({ currency, amount: own.reduce((sum, { amount }) => sum + amount, 0) }))
    .sort((a, b) => (a.currency < b.currency ? -1 : 1))
}

function segmentsOf(all: readonly InsightOfBet[]): WeightShape['segments'] {
  const bySegment = Map.groupBy(all, ({ segment }) => segment)
  return [...bySegment]
    .flatMap(([segment, own]) => (segment === null ? [] : [{ segment, insights: own.length }]))
    .sort((a, b) => b.insights - a.insights || (a.segment < b.segment ? -1 : 1))
}
