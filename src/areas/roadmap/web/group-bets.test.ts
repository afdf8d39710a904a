import { expect, test } from 'vitest'
import type { BetOutlook } from '../answer-forecast.ts'
import { groupBets } from './group-bets.ts'
import type { Grouping } from './roadmap-view.ts'

const aBet = (key: string, changes: Partial<BetOutlook>): BetOutlook => ({
  key,
  title: key,
  version: 1,
  state: 'committed',
  horizon: null,
  order: null,
  goals: [],
  teams: [],
  after: [],
  earliest: null,
  wanted: null,
  wantedReason: null,
  done: {},
  remaining: {},
  total: null,
  percentiles: null,
  dates: null,
  cumulative: [],
  chance: null,
  reason: null,
  ...changes,
})

const goal = { key: 'GOAL-1', title: 'Grow' }
const bets = [
  aBet('BET-1', { horizon: 'next', teams: ['TEAM-1', 'TEAM-2'] }),
  aBet('BET-2', { horizon: 'now', teams: ['TEAM-2'], goals: [goal] }),
  aBet('BET-3', { teams: ['TEAM-9'], goals: [{ key: 'GOAL-2', title: 'Last' }, goal] }),
]
const teams = ['TEAM-2', 'TEAM-1', 'TEAM-3'].map((key) => ({
  key,
  name: `Team ${key.slice(-1)}`,
  counted: 'all' as const,
  people: null,
  parallel: 1,
  changes: null,
}))

const grouped = (by: Grouping) =>
  groupBets(bets, by, teams).map(({ name, bets }) => [name, bets.map(({ key }) => key)])

test('horizons stand in the order of time, what has none last, and empty ones are not there', () => {
  expect(grouped('horizon')).toEqual([
    ['now', ['BET-2']],
    ['next', ['BET-1']],
    [null, ['BET-3']],
  ])
})

test('a bet of two teams stands with both, one of a team that is gone with those that have none', () => {
  expect(grouped('team')).toEqual([
    ['Team 2', ['BET-1', 'BET-2']],
    ['Team 1', ['BET-1']],
    [null, ['BET-3']],
  ])
})

test('goals stand in the order in which work reaches them', () => {
  expect(grouped('goal')).toEqual([
    ['Grow', ['BET-2', 'BET-3']],
    ['Last', ['BET-3']],
    [null, ['BET-1']],
  ])
})

test('without groups all stand in one', () => {
  expect(grouped('none')).toEqual([[null, ['BET-1', 'BET-2', 'BET-3']]])
  expect(groupBets([], 'none', teams)).toEqual([])
})
