import { expect, test } from 'vitest'
import type { Alignment } from '../alignment/load-alignment.ts'
import { atMost, lostWork } from './lost-work.ts'

const quarter = { from: Date.UTC(2026, 0, 1), to: Date.UTC(2026, 3, 1) }
const [before, within, after] = [Date.UTC(2025, 11, 31), Date.UTC(2026, 1, 1), quarter.to]

interface Given {
  readonly bets: readonly string[]
  readonly teams: readonly string[]
  readonly at: number
  readonly byBots?: boolean
}

function delivered(...all: readonly Given[]): Pick<Alignment, 'joined' | 'teams'> {
  return {
    joined: all.map(({ bets, at, byBots = false }) => ({
      bets,
      way: null,
      goals: [],
      change: { at, byBots } as Alignment['joined'][number]['change'], // all that is counted by
    })),
    teams: all.map(({ teams }) => teams),
  }
}

test('what each team delivered stands beside the same of the quarter and all of the team in it', () => {
  const lost = lostWork(
    ['BET-1'],
    delivered(
      { bets: ['BET-1'], teams: ['TEAM-1'], at: before },
      { bets: ['BET-1'], teams: ['TEAM-1'], at: within },
      { bets: ['BET-2'], teams: ['TEAM-1'], at: within },
      { bets: [], teams: ['TEAM-1'], at: within },
      { bets: ['BET-1'], teams: ['TEAM-1'], at: after },
    ),
    quarter,
  )
  expect(lost).toEqual([{ bet: 'BET-1', team: 'TEAM-1', changes: 3, inQuarter: 1, ofQuarter: 3 }])
})

test('a change of two teams is lost to both, one of none stands last and has no whole, bots lose nothing', () => {
  const lost = lostWork(
    ['BET-1'],
    delivered(
      { bets: ['BET-1'], teams: [], at: within },
      { bets: ['BET-1'], teams: ['TEAM-2', 'TEAM-1'], at: within },
      { bets: ['BET-1'], teams: ['TEAM-1'], at: within, byBots: true },
    ),
    quarter,
  )
  expect(lost).toEqual([
    { bet: 'BET-1', team: 'TEAM-1', changes: 1, inQuarter: 1, ofQuarter: 1 },
    { bet: 'BET-1', team: 'TEAM-2', changes: 1, inQuarter: 1, ofQuarter: 1 },
    { bet: 'BET-1', team: null, changes: 1, inQuarter: 1, ofQuarter: null },
  ])
})

test('a bet for which nothing was done says so', () => {
  expect(lostWork(['BET-1'], delivered(), quarter)).toEqual([
    { bet: 'BET-1', team: null, changes: 0, inQuarter: 0, ofQuarter: null },
  ])
})

test('too many rows become one for each bet, the largest first', () => {
  const row = (bet: string, team: string, changes: number) => ({
    bet,
    team,
    changes,
    inQuarter: 1,
    ofQuarter: 9,
  })
  const rows = [row('BET-1', 'TEAM-1', 1), row('BET-2', 'TEAM-1', 2), row('BET-2', 'TEAM-2', 3)]
  expect(atMost(rows, 3)).toBe(rows)
  expect(atMost(rows, 2)).toEqual([
    { bet: 'BET-2', team: null, changes: 5, inQuarter: 2, ofQuarter: null },
    { bet: 'BET-1', team: null, changes: 1, inQuarter: 1, ofQuarter: null },
  ])
})
