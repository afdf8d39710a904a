import { expect, test } from 'vitest'
import { weighInsights } from './weigh-insights.ts'
import type { InsightOfBet } from './weight-shape.ts'

let made = 0
function anInsight(given: Partial<InsightOfBet> = {}): InsightOfBet {
  made += 1
  return {
    key: `INS-${made}`,
    title: 'Said',
    state: 'kept',
    counts: true,
    day: '2026-01-05',
    customer: null,
    segment: null,
    count: null,
    revenue: null,
    ...given,
  }
}
const euros = (amount: number) => ({ amount, currency: 'EUR' })

test('nothing weighs nothing, and has no newest day', () => {
  expect(weighInsights([])).toEqual({ insights: 0, customers: 0, revenue: [], newest: null, segments: [] })
})

test('a customer who is named twice counts once, with the revenue that was said last', () => {
  const weight = weighInsights([
    anInsight({ customer: 'Uferlicht', revenue: euros(100), day: '2026-01-01' }),
    anInsight({ customer: ' uferlicht ', revenue: euros(300), day: '2026-02-01' }),
    anInsight({ customer: 'uferlicht', revenue: euros(200), day: '2026-01-15' }),
    anInsight({ customer: 'Neuland', revenue: euros(50) }),
  ])
  expect(weight).toMatchObject({ insights: 4, customers: 2, revenue: [euros(350)], newest: '2026-02-01' })
})

test('how many said the same counts as customers, and who is not named is one of their own', () => {
  expect(weighInsights([anInsight({ count: 12 }), anInsight(), anInsight()]).customers).toBe(14)
  expect(
    weighInsights([anInsight({ customer: 'A', count: 3 }), anInsight({ customer: 'A' })]).customers,
  ).toBe(3)
})

test('money of different currencies is never added', () => {
  const dollars = { amount: 70, currency: 'USD' }
  expect(
    weighInsights([
      anInsight({ revenue: dollars }),
      anInsight({ revenue: euros(5) }),
      anInsight({ revenue: euros(6) }),
    ]).revenue,
  ).toEqual([euros(11), dollars])
})

test('what was let go counts for nothing', () => {
  const gone = anInsight({ counts: false, customer: 'A', revenue: euros(9), segment: 'Street', count: 40 })
  expect(
    weighInsights([gone, anInsight({ segment: 'House' }), anInsight({ segment: 'House' })]),
  ).toMatchObject({ insights: 2, customers: 2, revenue: [], segments: [{ segment: 'House', insights: 2 }] })
})
