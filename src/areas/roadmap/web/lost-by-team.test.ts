import { expect, test } from 'vitest'
import type { LostRow } from '../pivot/pivot-shape.ts'
import { lostByTeam } from './lost-by-team.ts'

const row = (bet: string, team: string | null, changes: number, inQuarter: number | null = 1): LostRow => ({
  bet,
  title: bet,
  team,
  name: team,
  changes,
  inQuarter,
  ofQuarter: team === null ? null : 10,
})

test('what a team delivered for several bets is added, its whole quarter stands once, the most first', () => {
  const [first, second] = lostByTeam([
    row('BET-1', 'TEAM-1', 2),
    row('BET-1', 'TEAM-2', 3),
    row('BET-2', 'TEAM-2', 4),
    row('BET-3', 'TEAM-1', 0),
  ])
  expect(first).toMatchObject({ team: 'TEAM-2', changes: 7, inQuarter: 2, ofQuarter: 10 })
  expect(first?.rows.map(({ bet }) => bet)).toEqual(['BET-2', 'BET-1'])
  expect(second).toMatchObject({ team: 'TEAM-1', changes: 2, rows: [{ bet: 'BET-1' }] })
})

test('without a count of the quarter there is no share of it, and nothing done is nothing lost', () => {
  expect(lostByTeam([row('BET-1', 'TEAM-1', 2, null)])[0]?.inQuarter).toBeNull()
  expect(lostByTeam([row('BET-1', null, 0)])).toEqual([])
})
