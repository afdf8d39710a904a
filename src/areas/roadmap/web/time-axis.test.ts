import { expect, test } from 'vitest'
import { axisOf, endOf, monthsOf, placeOf, stretchOf, weeksIn } from './time-axis.ts'

// A Saturday.
const axis = axisOf('2026-11-28', 'quarter')

test('an axis begins today and reaches a quarter, half a year or a year', () => {
  expect(placeOf(axis, '2026-11-28')).toBe(0)
  expect(endOf(axis, '2027-02-26')).toBeCloseTo(100)
  expect(placeOf(axisOf('2026-11-28', 'half'), '2027-02-27')).toBeCloseTo(50)
  expect(placeOf(axisOf('2026-11-28', 'year'), '2027-02-27')).toBeCloseTo(25)
})

test('a day has a width, so that one alone can be seen', () => {
  expect(endOf(axis, '2026-12-01') - placeOf(axis, '2026-12-01')).toBeCloseTo(100 / 91)
})

test('months and Mondays stand where they begin, also over the end of a year', () => {
  expect(monthsOf(axis).map(({ date }) => date)).toEqual(['2026-12-01', '2027-01-01', '2027-02-01'])
  expect(weeksIn(axis)[0]).toEqual({ date: '2026-11-30', at: (2 / 91) * 100 })
  expect(weeksIn(axis)).toHaveLength(13)
  expect(weeksIn(axisOf('2026-11-30', 'quarter'))[0]?.at).toBe(0)
  expect(weeksIn(axisOf('2026-11-29', 'quarter'))[0]?.date).toBe('2026-11-30')
  expect(monthsOf(axisOf('2026-11-28', 'year'))).toHaveLength(12)
})

test('of a stretch of days only what lies on the axis is there', () => {
  expect(stretchOf(axis, { from: '2026-11-01', until: '2026-11-28' })).toEqual({ start: 0, end: 100 / 91 })
  expect(stretchOf(axis, { from: '2026-11-01', until: '2026-11-27' })).toBe(null)
  expect(stretchOf(axis, { from: '2028-01-01', until: '2028-01-05' })).toBe(null)
  expect(stretchOf(axis, { from: '2026-01-01', until: '2030-01-01' })).toEqual({ start: 0, end: 100 })
})
