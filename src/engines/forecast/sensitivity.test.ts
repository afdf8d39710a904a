import { expect, test } from 'vitest'
import { forecast } from './forecast.ts'
import type { ForecastBet, ForecastTeam } from './forecast-input.ts'

const influences = (teams: readonly ForecastTeam[], bets: readonly ForecastBet[]) =>
  forecast({ start: '2026-11-30', trials: 1000, seed: 3, teams, bets }, { sensitivity: true }).bets.map(
    ({ sensitivity }) => sensitivity,
  )

test('tells by how many days each input moves each bet, the strongest first', () => {
  const [first, second] = influences(
    [{ name: 'Web', daily: [1, 1, 1, 1, 1] }],
    [
      { key: 'A', teams: ['Web'], size: [10, 30], risks: [{ chance: 0.5, size: 4 }] },
      { key: 'B', teams: ['Web'], size: 10, splitRate: [1, 2] },
    ],
  )
  // At 85 % A lies near 30: a size of 30 adds little, one of 10 takes away much.
  expect(first?.[0]).toMatchObject({ input: 'size', of: 'A' })
  expect(first?.[0]?.low).toBeLessThan(-10)
  expect(first?.find(({ input }) => input === 'risks')).toMatchObject({ of: 'A', low: expect.any(Number) })
  // What comes behind A in the queue does not move it, unless both are worked on at once.
  expect(first?.filter(({ of }) => of === 'B')).toEqual([])
  expect(second?.map(({ input, of }) => `${input} ${of}`)).toEqual(
    expect.arrayContaining(['size A', 'splitRate B', 'risks A', 'pace Web']),
  )
  expect(second?.find(({ input }) => input === 'pace')?.low).toBeGreaterThan(0)
})

test('what has no influence is not told, and a bet without a forecast has none', () => {
  const [alone, unknown] = influences(
    [
      { name: 'Web', daily: [5, 5, 5, 5, 5] },
      { name: 'New', daily: [] },
    ],
    [
      { key: 'A', teams: ['Web'], size: 1 },
      { key: 'B', teams: ['New'], size: 1 },
    ],
  )
  expect(alone).toEqual([])
  expect(unknown).toBeUndefined()
})

test('of too many inputs it is refused instead of waited for', () => {
  const bets = Array.from({ length: 1000 }, (_, at) => ({
    key: `B${at}`,
    teams: ['Web'],
    size: [50, 60] as const,
  }))
  expect(() => influences([{ name: 'Web', daily: [1, 1, 1, 1, 1] }], bets)).toThrow(
    'there are 1002 inputs to try',
  )
})
