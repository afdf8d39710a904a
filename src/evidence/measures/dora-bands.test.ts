import { expect, test } from 'vitest'
import { bandOf, type DoraYear } from './dora-bands.ts'

const band = (id: string, value: number, year?: DoraYear) => bandOf(id, { value }, year)?.band

test('lead times fall into the bands of the newest report, each limit belonging to the better one', () => {
  const hours = [23.9, 24, 24.1, 168, 169, 730, 731, 9000]
  expect(hours.map((value) => band('delivery.lead-time', value))).toEqual([
    'elite',
    'elite',
    'high',
    'high',
    'medium',
    'medium',
    'low',
    'low',
  ])
})

test('the same lead time is another band in another year', () => {
  const years: DoraYear[] = [2021, 2022, 2023, 2024]
  expect(years.map((year) => band('delivery.lead-time', 20, year))).toEqual([
    'high',
    'high',
    'elite',
    'elite',
  ])
})

test('failure rates are banded by 2023, because the table of 2024 does not order them', () => {
  const answers = [0.05, 0.1, 0.15, 0.16].map((value) => bandOf('delivery.change-failure-rate', { value }))
  expect(answers.map((answer) => [answer?.band, answer?.year])).toEqual([
    ['elite', 2023],
    ['high', 2023],
    ['medium', 2023],
    ['low', 2023],
  ])
  expect(band('delivery.change-failure-rate', 0.05, 2024)).toBeUndefined()
})

test('once a working day is not yet more than once a day', () => {
  expect([5.1, 5, 1, 0.9].map((value) => band('delivery.deployment-frequency', value))).toEqual([
    'elite',
    'high',
    'high',
    'medium',
  ])
})

test('a quiet median week is banded by the mean of the weeks, not by zero', () => {
  const fortnightly = { value: 0, parts: { total: 6, mean: 6 / 13 } }
  const silent = { value: 0, parts: { total: 0, mean: 0 } }
  expect(bandOf('delivery.deployment-frequency', fortnightly)?.band).toBe('medium')
  expect(bandOf('delivery.deployment-frequency', silent)?.band).toBe('low')
})

test('missing data is in no band, least of all the best', () => {
  expect(bandOf('delivery.lead-time', { value: null })).toBeNull()
  expect(bandOf('delivery.batch-size', { value: 1 })).toBeNull()
})

test('a band names its report and says when releases stood in for deployments', () => {
  const answer = bandOf('delivery.recovery-time', { value: 0.5, proxy: true })
  expect(answer).toMatchObject({ band: 'elite', year: 2024, proxy: true })
  expect(answer?.source).toContain('2024')
})
