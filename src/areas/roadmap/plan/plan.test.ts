import { describe, expect, test } from 'vitest'
import { forecast } from '#engines/forecast/forecast.ts'
import { orderBets } from './order-bets.ts'
import type { Plan } from './plan-shape.ts'
import { aBet as aPlannedBet, aPlan, aTeam } from './testing/a-plan.ts'
import { remainingSize } from './remaining-size.ts'
import { teamPeople } from './team-people.ts'
import { toForecastInput } from './to-forecast-input.ts'
import { countOnDays, workingDaysBefore } from './working-history.ts'

const aBet: typeof aPlannedBet = (key, with_) => aPlannedBet(key, { size: [3, 3], ...with_ })
const asked = { trials: 100, seed: 1 }
const dates85 = (plan: Plan) =>
  Object.fromEntries(
    forecast(toForecastInput(plan, asked).input).bets.map(({ key, dates }) => [key, dates?.['85']]),
  )

describe('the order of bets', () => {
  test('is the place that somebody gave them, then what is under way, then the nearer horizon', () => {
    const bets = [
      aBet('BET-10', { state: 'idea', horizon: 'now' }),
      aBet('BET-2', { state: 'idea', horizon: 'later' }),
      aBet('BET-3', { state: 'in-progress' }),
      aBet('BET-4', { state: 'shipped' }),
      aBet('BET-5', { state: 'idea', order: 2 }),
      aBet('BET-6', { state: 'stopped', order: 1 }),
      aBet('BET-9', { state: 'idea', horizon: 'now' }),
    ]
    expect(orderBets(bets).map(({ key }) => key)).toEqual(['BET-5', 'BET-3', 'BET-9', 'BET-10', 'BET-2'])
  })

  test('puts what a bet waits for before it', () => {
    const bets = [aBet('BET-1', { after: ['BET-2'], order: 1 }), aBet('BET-2', { order: 2 })]
    expect(toForecastInput(aPlan(bets), asked).input.bets.map(({ key }) => key)).toEqual(['BET-2', 'BET-1'])
  })
})

describe('what remains of a bet', () => {
  const done = { 'BET-1': { 'TEAM-1': 4 }, 'BET-7': { 'TEAM-1': 6, 'TEAM-2': 9 }, 'BET-8': { 'TEAM-1': 12 } }
  test('is its size less what was delivered once it is under way, and never nothing', () => {
    const size = [3, 9] as const
    expect(remainingSize(aBet('BET-1', { size }), 'TEAM-1', { done })).toEqual([3, 9])
    expect(remainingSize(aBet('BET-1', { size, state: 'in-progress' }), 'TEAM-1', { done })).toEqual([1, 5])
    const small = { size: [1, 2] as const, state: 'in-progress' }
    expect(remainingSize(aBet('BET-1', small), 'TEAM-1', { done })).toEqual([1, 1])
  })

  test('is its own size for a team before the one for all, and that of what it resembles where it has none', () => {
    const bet = aBet('BET-1', { size: null, resembles: ['BET-7', 'BET-8'], teamSizes: { 'TEAM-2': [2, 4] } })
    expect(remainingSize(bet, 'TEAM-1', { done })).toEqual([6, 12])
    expect(remainingSize(bet, 'TEAM-2', { done })).toEqual([2, 4])
    expect(remainingSize({ ...bet, resembles: ['BET-5'] }, 'TEAM-1', { done })).toBeNull()
  })
})

describe('what cannot be forecast says why', () => {
  const reasonOf = (plan: Plan) =>
    toForecastInput(plan, asked).leftOut.map(({ key, reason }) => `${key} ${reason.en}`)

  test('no team, no size, no pace, nobody there', () => {
    expect(reasonOf(aPlan([aBet('BET-1', { teams: [] })]))[0]).toContain('No team works on it')
    expect(reasonOf(aPlan([aBet('BET-1', { size: null })]))[0]).toContain('It has no size')
    const teams = [aTeam('TEAM-1', { daily: null })]
    expect(reasonOf(aPlan([aBet('BET-1')], { teams }))[0]).toContain('owns no component')
    expect(reasonOf(aPlan([aBet('BET-1')], { teams: [aTeam('TEAM-1', { people: 0 })] }))[0]).toContain(
      'Nobody works in TEAM-1',
    )
  })

  test('and so does what waits for it, over any number of steps; what was shipped is waited for no more', () => {
    const bets = [
      aBet('BET-1', { size: null }),
      aBet('BET-2', { after: ['BET-1'] }),
      aBet('BET-3', { after: ['BET-2'] }),
      aBet('BET-4', { after: ['BET-5'] }),
      aBet('BET-5', { state: 'shipped', size: null }),
    ]
    expect(reasonOf(aPlan(bets)).map((text) => text.slice(0, 38))).toEqual([
      'BET-1 It has no size. Say at least and',
      'BET-2 It waits for BET-1, which has no',
      'BET-3 It waits for BET-2, which has no',
    ])
    expect(dates85(aPlan(bets))).toEqual({ 'BET-4': '2026-03-04' })
  })

  test('a circle of bets ends, and one of them is left out', () => {
    const bets = [aBet('BET-1', { after: ['BET-2'] }), aBet('BET-2', { after: ['BET-1'] })]
    expect(toForecastInput(aPlan(bets), asked).leftOut).toHaveLength(2)
  })
})

describe('capacity', () => {
  test('a constant pace of one a day does three changes in three working days, later over breaks', () => {
    expect(dates85(aPlan([aBet('BET-1'), aBet('BET-2')]))).toEqual({
      'BET-1': '2026-03-04',
      'BET-2': '2026-03-09',
    })
    const breaks = [{ from: '2026-03-03', until: '2026-03-04', teams: [] }]
    expect(dates85(aPlan([aBet('BET-1')], { breaks }))).toEqual({ 'BET-1': '2026-03-06' })
  })

  test('the break of a team stops that team alone', () => {
    const teams = [aTeam('TEAM-1'), aTeam('TEAM-2')]
    const breaks = [{ from: '2026-03-03', until: '2026-03-04', teams: ['TEAM-2'] }]
    const bets = [aBet('BET-1'), aBet('BET-2', { teams: ['TEAM-2'] })]
    expect(dates85(aPlan(bets, { teams, breaks }))).toEqual({ 'BET-1': '2026-03-04', 'BET-2': '2026-03-06' })
  })

  test('half of a team that leaves halves its pace from the day after', () => {
    const changes = [{ kind: 'leaves', on: '2026-03-04', share: 1 }] as const
    const teams = [aTeam('TEAM-1', { people: 2, changes })]
    const { input } = toForecastInput(aPlan([aBet('BET-1', { size: [20, 20] })], { teams }), asked)
    expect(input.teams[0]?.capacity).toEqual([{ from: '2026-03-04', factor: 0.5 }])
  })

  test('people come to a team by their days, by the share of a week that they work, and by nothing else', () => {
    const person = (fields: object) => ({ fields: { team: 'TEAM-1', ...fields } })
    const people = [
      person({ start: '2025-01-01' }),
      person({ workingDays: ['mon', 'tue', 'wed'] }),
      person({ end: '2026-03-01' }),
      person({ start: '2026-04-01', workingDays: ['mon'] }),
      person({ end: '2026-03-31' }),
      { fields: { team: 'TEAM-2' } },
    ]
    const { people: jobs, changes } = teamPeople(people, 'TEAM-1', '2026-03-02')
    expect(jobs).toBeCloseTo(2.6)
    expect(changes).toEqual([
      { kind: 'joins', on: '2026-04-01', share: 0.2 },
      { kind: 'leaves', on: '2026-04-01', share: 1 },
    ])
    expect(teamPeople(people, 'TEAM-3', '2026-03-02')).toEqual({ people: null, changes: [] })
  })
})

describe('the days of a history', () => {
  test('are the working days before the start, without breaks', () => {
    expect(workingDaysBefore('2026-03-03', 3, new Set(['2026-02-27']))).toEqual([
      '2026-02-25',
      '2026-02-26',
      '2026-03-02',
    ])
  })

  test('hold what was delivered on them; what fell on a day without work counts to the one before', () => {
    const days = ['2026-02-26', '2026-02-27', '2026-03-02']
    const at = (text: string) => Date.parse(text)
    const instants = [
      at('2026-02-25T23:59:59Z'),
      at('2026-02-26T00:00:00Z'),
      at('2026-02-28T12:00:00Z'),
      at('2026-03-01T23:59:59Z'),
      at('2026-03-02T08:00:00Z'),
    ]
    expect(countOnDays(instants, days)).toEqual([1, 2, 1])
    expect(countOnDays(instants, [])).toEqual([])
  })
})
