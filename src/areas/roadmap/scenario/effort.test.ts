import { expect, test } from 'vitest'
import { aBet, aPlan, aTeam } from '../plan/testing/a-plan.ts'
import { effortOf } from './effort.ts'

const dates = (half: string | null, most: string | null) => ({
  '50': half,
  '70': most,
  '85': most,
  '95': most,
})
/** Two weeks and three, both from Monday, 2 March 2026 on. */
const done = dates('2026-03-13', '2026-03-20')

test('a team of two that needs two weeks takes four person-weeks, and six until it is nearly sure', () => {
  const plan = aPlan([aBet('A')], { teams: [aTeam('TEAM-1', { people: 2 })] })
  expect(effortOf(plan, () => done)).toEqual({
    teams: [{ team: 'TEAM-1', weeks: { '50': 4, '85': 6 } }],
    weeks: { '50': 4, '85': 6 },
    uncounted: [],
    unknown: [],
  })
})

test('whoever joins counts from their first day, whoever leaves up to the day before, and nobody in a break', () => {
  const changes = [
    { kind: 'joins', on: '2026-03-09', share: 1, rampUpDays: 90 },
    { kind: 'leaves', on: '2026-03-16', share: 2 },
  ] as const
  const team = aTeam('TEAM-1', { people: 2, changes })
  // Two in the first week, three in the second, one in the third.
  expect(effortOf(aPlan([aBet('A')], { teams: [team] }), () => done).weeks).toEqual({ '50': 5, '85': 6 })
  const breaks = [
    { from: '2026-03-02', until: '2026-03-06', teams: [] },
    { from: '2026-03-16', until: '2026-03-31', teams: ['TEAM-2'] },
  ]
  expect(effortOf(aPlan([aBet('A')], { teams: [team], breaks }), () => done).weeks).toEqual({
    '50': 3,
    '85': 4,
  })
})

test('each team works until the last of its bets, and both on what they share', () => {
  const teams = [aTeam('TEAM-1', { people: 1 }), aTeam('TEAM-2', { people: 3 })]
  const bets = [aBet('A', { teams: ['TEAM-1', 'TEAM-2'] }), aBet('B', { teams: ['TEAM-2'] })]
  const byBet: Record<string, ReturnType<typeof dates>> = {
    A: dates('2026-03-06', '2026-03-06'),
    B: dates('2026-03-13', '2026-03-20'),
  }
  expect(effortOf(aPlan(bets, { teams }), (key) => byBet[key] ?? null)).toMatchObject({
    teams: [{ weeks: { '50': 1, '85': 1 } }, { weeks: { '50': 6, '85': 9 } }],
    weeks: { '50': 7, '85': 10 },
  })
})

test('what nobody knows is named and not counted, and no day within ten years gives no sum', () => {
  const bets = [aBet('A'), aBet('B'), aBet('C', { state: 'stopped' }), aBet('D', { teams: ['TEAM-2'] })]
  const teams = [aTeam('TEAM-1', { people: 2 }), aTeam('TEAM-2')]
  const plan = aPlan(bets, { teams })
  expect(effortOf(plan, (key) => (key === 'B' ? null : done))).toEqual({
    teams: [{ team: 'TEAM-1', weeks: { '50': 4, '85': 6 } }],
    weeks: { '50': 4, '85': 6 },
    uncounted: ['B'],
    unknown: ['TEAM-2'],
  })
  expect(effortOf(plan, () => dates('2026-03-13', null)).weeks).toEqual({ '50': 4, '85': null })
  expect(effortOf(aPlan([]), () => done).weeks).toEqual({ '50': null, '85': null })
})
