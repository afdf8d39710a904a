import { expect, test } from 'vitest'
import { forecast } from './forecast.ts'

test('tells how many bets and changes are finished by a day, at least so many with each certainty', () => {
  const daily = [1, 3, 3, 1, 1, 3, 3, 1]
  const { by } = forecast(
    {
      start: '2026-11-30',
      trials: 4096,
      seed: 1,
      teams: [{ name: 'a', daily }],
      bets: ['A', 'B'].map((key) => ({ key, teams: ['a'], size: 2 })),
    },
    { by: ['2026-11-29', '2026-11-30', '2026-12-01', '2026-12-06'] },
  )
  expect(by).toEqual([
    { date: '2026-11-29', day: 0, bets: all(0), changes: all(0) },
    // One change or three, each in half of the trials.
    { date: '2026-11-30', day: 1, bets: { ...all(0), '50': 1 }, changes: { ...all(1), '50': 3 } },
    // 2, 4 or 6 changes in a quarter, a half and a quarter.
    {
      date: '2026-12-01',
      day: 2,
      bets: { ...all(1), '50': 2, '70': 2 },
      changes: { ...all(2), '50': 4, '70': 4 },
    },
    { date: '2026-12-06', day: 5, bets: all(2), changes: expect.any(Object) },
  ])
})

function all(count: number) {
  return { '50': count, '70': count, '85': count, '95': count }
}
