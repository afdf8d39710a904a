import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { medianOf, nearestRank, percentilesOf } from './percentiles.ts'

test('the example of the definition: 15, 20, 35, 40, 50', () => {
  const sorted = [15, 20, 35, 40, 50]
  expect([5, 30, 40, 50, 100].map((percent) => nearestRank(sorted, percent))).toEqual([15, 20, 20, 35, 50])
})

test('an even number of values has the lower of the two middle ones as its median, never one that nobody measured', () => {
  expect(medianOf([4, 1, 3, 2])).toBe(2)
})

test('values are sorted as numbers', () => {
  expect(percentilesOf([100, 9, 20, 3])).toEqual({ p50: 9, p75: 20, p90: 100 })
})

test('nothing has no median', () => {
  expect(medianOf([])).toBeNull()
})

test('a percentile is the smallest value that so many do not exceed', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer(), { minLength: 1 }),
      fc.integer({ min: 1, max: 100 }),
      (values, percent) => {
        const found = nearestRank(
          values.toSorted((a, b) => a - b),
          percent,
        )
        const upTo = (limit: number) =>
          (100 * values.filter((value) => value <= limit).length) / values.length
        expect(upTo(found)).toBeGreaterThanOrEqual(percent)
        for (const smaller of values.filter((value) => value < found))
          expect(upTo(smaller)).toBeLessThan(percent)
      },
    ),
  )
})
