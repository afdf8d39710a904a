import { expect, test } from 'vitest'
import { quarterBefore, workday, yearlyDay } from './sample-days.ts'
import { yearly } from './sample-record.ts'

const begun = new Date('2026-06-10T14:20:00Z')

test('nobody wrote anything on a weekend', () => {
  const days = [0, 1, 2, 3, 4].map((daysAgo) => workday(begun, daysAgo).toISOString().slice(0, 10))
  expect(days).toEqual(['2026-06-10', '2026-06-09', '2026-06-08', '2026-06-05', '2026-06-05'])
})

test('quarters are counted back over the turn of a year', () => {
  const quarters = [0, 1, 2, 5].map((before) => quarterBefore(begun, before))
  expect(quarters).toEqual(['2026-Q2', '2026-Q1', '2025-Q4', '2025-Q1'])
})

test('a day of the calendar is the first from then on, before or after today', () => {
  expect(yearlyDay(begun, yearly('10-03', 548))).toBe('2025-10-03')
  expect(yearlyDay(begun, yearly('10-03', 183))).toBe('2026-10-03')
  expect(yearlyDay(begun, yearly('06-10', 0))).toBe('2026-06-10')
  expect(yearlyDay(begun, yearly('12-23', 183, { later: 10 }))).toBe('2026-01-02')
  expect(yearlyDay(begun, yearly('09-07', 0, { isMonday: true }))).toBe('2026-09-07')
  expect(yearlyDay(begun, yearly('09-08', 0, { isMonday: true }))).toBe('2026-09-14')
})

test('Easter is where the church has it', () => {
  const sundays = ['2016-03-27', '2024-03-31', '2025-04-20', '2026-04-05', '2027-03-28', '2038-04-25']
  for (const sunday of sundays)
    expect(yearlyDay(new Date(`${sunday.slice(0, 4)}-01-01T00:00:00Z`), yearly(0, 0))).toBe(sunday)
})
