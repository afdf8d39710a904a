import { expect, test } from 'vitest'
import { placeInBuckets } from './place-in-buckets.ts'

const buckets = [
  { from: 0, upTo: 1, changes: 0 },
  { from: 1, upTo: 4, changes: 0 },
  { from: 4, upTo: null, changes: 0 },
]

test('an amount stands in its bucket by its logarithm, as the buckets grow', () => {
  expect(placeInBuckets(buckets, 0.5)).toBe(0.5)
  expect(placeInBuckets(buckets, 1)).toBe(1)
  expect(placeInBuckets(buckets, 2)).toBe(1.5)
})

test('everything in the open last bucket stands in its middle', () => {
  expect([4, 4000].map((hours) => placeInBuckets(buckets, hours))).toEqual([2.5, 2.5])
})
