import { expect, test } from 'vitest'
import { answerForecast } from './answer-forecast.ts'
import type { ReadForecast } from './read-forecast.ts'

const bet = {
  title: 'Any',
  version: 1,
  state: 'committed',
  horizon: 'now',
  order: null,
  goals: [],
  teams: ['TEAM-1'],
  after: [],
  earliest: null,
  wantedReason: null,
  done: {},
  remaining: {},
  total: null,
}

const read: ReadForecast = {
  input: {
    start: '2026-11-30',
    trials: 1000,
    seed: 1,
    teams: [
      { name: 'TEAM-1', daily: [1, 1, 1, 1, 1, 1] },
      { name: 'TEAM-2', daily: [0, 0, 0, 0, 0, 1] },
    ],
    bets: [
      { key: 'BET-1', teams: ['TEAM-1'], size: 2, wanted: '2026-12-05' },
      { key: 'BET-3', teams: ['TEAM-2'], size: 2 },
    ],
  },
  questions: {},
  asOf: '2026-11-30T08:00:00.000Z',
  start: '2026-11-30',
  window: null,
  teams: [{ key: 'TEAM-2', name: 'Web', counted: 'all', people: 1, parallel: 1, changes: 1 }],
  bets: [
    { ...bet, key: 'BET-1', wanted: '2026-12-05' },
    { ...bet, key: 'BET-2', wanted: '2026-12-24' },
    { ...bet, key: 'BET-3', wanted: null },
  ],
  breaks: [],
  leftOut: [{ key: 'BET-2', reason: 'It has no size.' }],
  unread: [],
  language: 'en',
}

test('a bet keeps the day it is wanted by, and the chance to be done by then stands beside it', async () => {
  const { bets } = await answerForecast(read)
  expect(bets[0]).toMatchObject({
    wanted: '2026-12-05',
    chance: { chance: 1, over95: true },
    dates: { 50: '2026-12-01', 95: '2026-12-01' },
    reason: null,
  })
  expect(bets[1]).toMatchObject({
    wanted: '2026-12-24',
    chance: null,
    dates: null,
    reason: 'It has no size.',
  })
})

test('a reason names the team as people do', async () => {
  const { bets } = await answerForecast(read)
  expect(bets[2]?.reason).toBe('The history of Web holds one day with a finished change; a forecast needs 5.')
})
