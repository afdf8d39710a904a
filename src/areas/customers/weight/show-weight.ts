import { z } from 'zod'
import { defineOperation, Refusal } from '#kernel'
import type { RecordShape } from '#kernel/shape.ts'
import { hasEnded, stateOf } from '../bet-state.ts'
import { readEvidence } from './read-evidence.ts'
import { weighInsights } from './weigh-insights.ts'
import type { InsightOfBet, InsightsOfBet, WeighedBet, WeightTable } from './weight-shape.ts'

/** Says how much speaks for each bet. */
export const showWeight = defineOperation({
  name: 'customers.weight',
  summary: {
    en: 'Say how much speaks for each bet: insights, customers, revenue in each currency, the newest, segments; and for which nothing does.',
    de: 'Sagen, wie viel für jede Wette spricht: Erkenntnisse, Kunden, Umsatz je Währung, das Neueste, Segmente; und für welche nichts spricht.',
  },
  input: z.strictObject({
    /** Whether also for those that were shipped or stopped. */
    ended: z.enum(['yes', 'no']).default('no'),
  }),
  access: ['owner', 'leader', 'member'],
  writes: false,
  async run(context, { ended }): Promise<WeightTable> {
    const all = (await readEvidence(context)).filter(({ bet, insights }) =>
      hasEnded(bet) ? ended === 'yes' && insights.length > 0 : true,
    )
    return { bets: all.map(({ bet, insights }) => weighed(bet, insights)).sort(heaviestFirst) }
  },
})

/** Lists what speaks for one bet. */
export const listInsightsOfBet = defineOperation({
  name: 'bet.insights',
  summary: {
    en: 'List the insights that speak for a bet, with what they weigh together.',
    de: 'Die Erkenntnisse auflisten, die für eine Wette sprechen, und was sie zusammen wiegen.',
  },
  input: z.strictObject({ key: z.string().max(40) }),
  access: ['owner', 'leader', 'member'],
  writes: false,
  async run(context, { key }): Promise<InsightsOfBet> {
    const meant = key.trim().toUpperCase()
    const found = (await readEvidence(context)).find(({ bet }) => bet.key === meant)
    if (!found) throw noSuchBet(key)
    const { bet, insights } = found
    return {
      ...weighed(bet, insights),
      list: insights.toSorted((a, b) => Number(b.counts) - Number(a.counts) || (a.day < b.day ? 1 : -1)),
    }
  },
})

function weighed({ key, title, fields }: RecordShape, insights: readonly InsightOfBet[]): WeighedBet {
  return { key, title, state: stateOf(fields), ...weighInsights(insights) }
}

function heaviestFirst(a: WeighedBet, b: WeighedBet): number {
  return b.insights - a.insights || b.customers - a.customers || numberOf(a) - numberOf(b)
}

const numberOf = ({ key }: WeighedBet) => Number(key.slice(key.lastIndexOf('-') + 1))

function noSuchBet(key: string): Refusal {
  return new Refusal(
    'not-found',
    { en: `There is no bet ${key}.`, de: `Es gibt keine Wette ${key}.` },
    { en: 'Name one by its key, as in BET-3.', de: 'Nenne eine mit ihrem Schlüssel, wie BET-3.' },
  )
}
