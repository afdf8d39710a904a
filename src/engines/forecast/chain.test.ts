import { expect, test } from 'vitest'
import { forecast } from './forecast.ts'
import type { ForecastBet, ForecastTeam } from './forecast-input.ts'

const steady = [1, 1, 1, 1, 1]
const chains = (teams: readonly ForecastTeam[], bets: readonly ForecastBet[]) =>
  forecast({ start: '2026-11-30', trials: 500, seed: 3, teams, bets }, { chain: true }).bets.map(
    ({ chain }) => chain,
  )
const step = (bet: string, team: string, because: string) => ({ bet, team, because })

test('a chain tells whether a bet waited for another or for its team', () => {
  const teams = ['Web', 'Core'].map((name) => ({ name, daily: steady }))
  const told = chains(teams, [
    { key: 'A', teams: ['Web'], size: 4 },
    { key: 'B', teams: ['Core'], size: 2 },
    { key: 'C', teams: ['Core'], size: 1, after: ['A'] },
    { key: 'D', teams: ['Core'], size: 5 },
    { key: 'E', teams: ['Core'], size: 1, earliest: '2027-01-04' },
  ])
  expect(told).toEqual([
    { share: 1, steps: [step('A', 'Web', 'start')] },
    { share: 1, steps: [step('B', 'Core', 'start')] },
    { share: 1, steps: [step('A', 'Web', 'start'), step('C', 'Core', 'after')] },
    // D was begun behind B, put aside for C, and taken up again when C was done.
    {
      share: 1,
      steps: [step('A', 'Web', 'start'), step('C', 'Core', 'after'), step('D', 'Core', 'queue')],
    },
    { share: 1, steps: [step('E', 'Core', 'earliest')] },
  ])
})

test('of several teams the chain goes through the one that was last, in the share of the trials in which it was', () => {
  const daily = [1, 3, 3, 1, 1, 3, 3, 1]
  const [chain] = chains(
    [
      { name: 'Web', daily },
      { name: 'Core', daily: [2, 2, 2, 2, 2] },
    ],
    [{ key: 'A', teams: ['Core', 'Web'], size: { Core: 3, Web: 3 } }],
  )
  // Core needs two days; Web is later only when it comes to three.
  expect(chain?.steps).toEqual([step('A', 'Core', 'start')])
  expect(chain?.share).toBeCloseTo(0.75, 1)
})

test('a team of several bets names the one that made room', () => {
  const [, , third] = chains(
    [{ name: 'Web', daily: [2, 2, 2, 2, 2], parallel: 2 }],
    ['A', 'B', 'C'].map((key, at) => ({ key, teams: ['Web'], size: at === 1 ? 2 : 5 })),
  )
  expect(third?.steps).toEqual([step('B', 'Web', 'start'), step('C', 'Web', 'queue')])
})
