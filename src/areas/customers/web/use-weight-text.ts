import { useValueFormat } from '#kit/fields/use-value-format.ts'
import { useFormat } from '#kit/language/format.ts'
import { useWords } from '#kit/language/words.ts'
import type { WeightShape } from '../weight/weight-shape.ts'
import { inboxWords } from './words/words.ts'

/** What speaks for a bet, in a few words each. */
export function useWeightText(): (weight: WeightShape) => readonly string[] {
  const words = useWords(inboxWords)
  const format = useFormat()
  const { money } = useValueFormat()
  return ({ insights, customers, revenue, newest }) => [
    words('weight.insights', { count: insights }),
    words('weight.customers', { count: customers }),
    ...revenue.map((each) => words('aYear', { revenue: money(each) })),
    ...(newest === null ? [] : [words('weight.newest', { day: format.day(newest) })]),
  ]
}
