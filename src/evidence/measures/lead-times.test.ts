import { expect, test } from 'vitest'
import { leadTimeDistribution } from './lead-times.ts'

const spread = (hours: readonly number[]) =>
  leadTimeDistribution(hours.map((hours) => ({ hours }))).map(
    ({ from, to, changes }) => `${from}–${to}: ${changes}`,
  )

test('steps double, hold their lower bound and keep the empty ones between', () => {
  expect(spread([0, 0.5, 1, 4, 7.9, 4])).toEqual(['0–1: 2', '1–2: 1', '2–4: 0', '4–8: 3'])
})

test('the last step holds everything that took years', () => {
  expect(spread([40_000, 1_000_000]).at(-1)).toBe('32768–Infinity: 2')
})

test('no lead times spread over nothing', () => {
  expect(spread([])).toEqual([])
})
