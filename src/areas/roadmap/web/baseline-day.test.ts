import { expect, test } from 'vitest'
import { baselineDay, isSince } from './baseline-day.ts'

test('a week, a month and the start of the quarter are told from today', () => {
  expect(baselineDay('week', '2026-03-03')).toBe('2026-02-24')
  expect(baselineDay('month', '2026-11-28')).toBe('2026-10-28')
  expect(baselineDay('month', '2026-01-15')).toBe('2025-12-15')
  expect(baselineDay('quarter', '2026-11-28')).toBe('2026-10-01')
  expect(baselineDay('quarter', '2026-01-01')).toBe('2026-01-01')
})

test('a month before a date that month does not have is its last day', () => {
  expect(baselineDay('month', '2026-03-31')).toBe('2026-02-28')
  expect(baselineDay('month', '2026-03-28')).toBe('2026-02-28')
  expect(baselineDay('month', '2026-12-31')).toBe('2026-11-30')
})

test('a day that is named is that day; what is no day is none', () => {
  expect(baselineDay('2026-10-01', '2026-11-28')).toBe('2026-10-01')
  expect(['week', 'quarter', '2026-10-01'].every(isSince)).toBe(true)
  expect([undefined, 'year', '2026-02-30', '2026-10-1', '1066-01-01', 7].some(isSince)).toBe(false)
})
