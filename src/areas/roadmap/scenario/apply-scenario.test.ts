import { describe, expect, test } from 'vitest'
import { forecast } from '#engines/forecast/forecast.ts'
import type { Plan, PlannedTeam } from '../plan/plan-shape.ts'
import { aBet, aPlan as aPlanOf, aTeam as aPlannedTeam } from '../plan/testing/a-plan.ts'
import { toForecastInput } from '../plan/to-forecast-input.ts'
import { applyScenario } from './apply-scenario.ts'
import { expectedCost } from './expected-changes.ts'
import type { PlannedGoal, ScenarioDifferences } from './scenario-shape.ts'

/** Two people who together finish one change on each working day. */
const aTeam = (with_: Partial<PlannedTeam> = {}) =>
  aPlannedTeam('TEAM-1', { name: 'Checkout', people: 2, ...with_ })
const aPlan: typeof aPlanOf = (bets, with_) => aPlanOf(bets, { teams: [aTeam()], ...with_ })
const nothing: ScenarioDifferences = { bets: [], people: [], breaks: [], goals: [] }
const aGoal = (key: string, state = 'active'): PlannedGoal => ({ key, title: key, state })

const datesOf = (plan: Plan) =>
  Object.fromEntries(
    forecast(toForecastInput(plan, { trials: 100, seed: 1 }).input).bets.map(({ key, dates }) => [
      key,
      dates?.['85'],
    ]),
  )
const datesWith = (
  plan: Plan,
  differences: Partial<ScenarioDifferences>,
  goals: readonly PlannedGoal[] = [],
) => datesOf(applyScenario(plan, goals, { ...nothing, ...differences }).plan)
const reasonsOf = (
  plan: Plan,
  differences: Partial<ScenarioDifferences>,
  goals: readonly PlannedGoal[] = [],
) =>
  applyScenario(plan, goals, { ...nothing, ...differences }).notApplied.map(
    ({ path, reason }) => `${path} ${reason.en}`,
  )

const two = aPlan([aBet('BET-1'), aBet('BET-2')])
const join = { team: 'TEAM-1', change: 'join', count: 2, day: '2026-03-09' } as const

describe('with a constant pace dates are exact', () => {
  test('today one change a day takes two weeks for the first bet and two more for the second', () => {
    expect(datesWith(two, {})).toEqual({ 'BET-1': '2026-03-13', 'BET-2': '2026-03-27' })
  })

  test('two people who join two double the pace from their day on', () => {
    expect(datesWith(two, { people: [{ ...join, rampUp: 0, mentoring: 0 }] })).toEqual({
      'BET-1': '2026-03-11',
      'BET-2': '2026-03-18',
    })
  })

  test('while they learn they help less than when they have learnt', () => {
    const [quick, slow] = [0, 20].map(
      (rampUp) => datesWith(two, { people: [{ ...join, rampUp, mentoring: 10 }] })['BET-2'] ?? '',
    )
    expect(String(slow) > String(quick)).toBe(true)
    expect(String(slow) < '2026-03-27').toBe(true)
  })

  test('one of two who leaves halves it', () => {
    const people = [{ ...join, change: 'leave', count: 1 } as const]
    expect(reasonsOf(two, { people })).toEqual([])
    expect(String(datesWith(two, { people })['BET-1']) > '2026-03-13').toBe(true)
  })

  test('a bet that is cut makes room for the next', () => {
    expect(datesWith(two, { bets: [{ bet: 'BET-1', change: 'drop' }] })).toEqual({ 'BET-2': '2026-03-13' })
  })

  test('a bet that moves, one of another size, one that is brought back', () => {
    const plan = aPlan([...two.bets, aBet('BET-3', { state: 'stopped', teamSizes: { 'TEAM-1': [2, 2] } })])
    expect(datesWith(plan, { bets: [{ bet: 'BET-2', change: 'move', order: 1 }] })).toEqual({
      'BET-2': '2026-03-13',
      'BET-1': '2026-03-27',
    })
    expect(
      datesWith(plan, {
        bets: [
          { bet: 'BET-3', change: 'add', order: 1 },
          { bet: 'BET-3', change: 'resize', low: 5, high: 5 },
        ],
      }),
    ).toEqual({ 'BET-3': '2026-03-06', 'BET-1': '2026-03-20', 'BET-2': '2026-04-03' })
  })

  test('a break of everybody, and one of a team', () => {
    const days = { from: '2026-03-02', until: '2026-03-06' }
    for (const breaks of [[days], [{ ...days, team: 'TEAM-1' }]])
      expect(datesWith(two, { breaks })['BET-1']).toBe('2026-03-20')
  })
})

describe('a dropped goal', () => {
  const goals = [aGoal('GOAL-1'), aGoal('GOAL-2'), aGoal('GOAL-3', 'dropped')]
  const plan = aPlan([
    aBet('BET-1', { goals: ['GOAL-1'] }),
    aBet('BET-2', { goals: ['GOAL-1', 'GOAL-2'] }),
    aBet('BET-3', { goals: ['GOAL-1', 'GOAL-3'] }),
    aBet('BET-4'),
  ])
  const drop = [{ goal: 'GOAL-1', change: 'drop' } as const]

  test('takes along the bets that serve it alone, and says so; those with another goal or none stay', () => {
    const applied = applyScenario(plan, goals, { ...nothing, goals: drop })
    expect(applied.betsOut).toEqual([
      { key: 'BET-1', goals: ['GOAL-1'] },
      { key: 'BET-3', goals: ['GOAL-1'] },
    ])
    expect(applied.goals.map(({ state }) => state)).toEqual(['dropped', 'active', 'dropped'])
    expect(applied.notApplied).toEqual([])
  })

  test('leaves a bet that the scenario itself brings in', () => {
    const bets = [{ bet: 'BET-1', change: 'add', order: 1 } as const]
    expect(applyScenario(plan, goals, { ...nothing, bets, goals: drop }).betsOut).toEqual([
      { key: 'BET-3', goals: ['GOAL-1'] },
    ])
  })

  test('a goal that is pursued and loses its last bet is named; one that is dropped or never had any is not', () => {
    const bets = [{ bet: 'BET-2', change: 'drop' } as const]
    expect(applyScenario(plan, goals, { ...nothing, bets, goals: drop }).goalsWithoutBets).toEqual(['GOAL-2'])
  })
})

describe('what cannot be applied is left as it was and says why', () => {
  const plan = aPlan([
    aBet('BET-1'),
    aBet('BET-2', { state: 'shipped' }),
    aBet('BET-3', { state: 'stopped' }),
  ])
  test('bets', () => {
    const bets = [
      { bet: 'BET-9', change: 'drop' },
      { bet: 'BET-2', change: 'add' },
      { bet: 'BET-2', change: 'drop' },
      { bet: 'BET-3', change: 'resize', low: 1, high: 2 },
      { bet: 'BET-1', change: 'add' },
      { bet: 'BET-1', change: 'move' },
      { bet: 'BET-1', change: 'resize', low: 1 },
    ] as const
    expect(reasonsOf(plan, { bets })).toEqual([
      'bets.0 BET-9 is not there any more.',
      'bets.1 BET-2 is shipped already.',
      'bets.2 BET-2 is shipped already.',
      'bets.3 BET-3 is stopped already.',
      'bets.4 BET-1 is in the plan already; give it a place if it is to stand elsewhere.',
      'bets.5 BET-1 is to move and has no place to move to.',
      'bets.6 BET-1 is to have another size and lacks an end of it.',
    ])
    expect(datesWith(plan, { bets })).toEqual({ 'BET-1': '2026-03-13' })
  })

  test('goals, people and breaks', () => {
    const goals = [aGoal('GOAL-1', 'dropped'), aGoal('GOAL-2', 'reached'), aGoal('GOAL-3')]
    expect(
      reasonsOf(
        plan,
        {
          people: [
            { ...join, team: 'TEAM-9' },
            { ...join, change: 'leave', count: 3 },
          ],
          breaks: [{ from: '2026-03-02', until: '2026-03-03', team: 'TEAM-9' }],
          goals: [
            { goal: 'GOAL-1', change: 'drop' },
            { goal: 'GOAL-2', change: 'drop' },
            { goal: 'GOAL-3', change: 'add' },
            { goal: 'GOAL-9', change: 'add' },
          ],
        },
        goals,
      ),
    ).toEqual([
      'people.0 TEAM-9 is not there any more.',
      'people.1 More people leave Checkout on 2026-03-09 than it has then.',
      'breaks.0 TEAM-9 is not there any more.',
      'goals.0 GOAL-1 is dropped already.',
      'goals.1 GOAL-2 has ended already.',
      'goals.2 GOAL-3 is pursued already.',
      'goals.3 GOAL-9 is not there any more.',
    ])
    const empty = aPlan([], { teams: [aTeam({ people: null })] })
    expect(reasonsOf(empty, { people: [join] })[0]).toContain('Nobody is recorded in Checkout')
  })
})

test('the cost is what is drawn in the middle, by what it is for, and what is done no more', () => {
  const plan = aPlan(
    [
      aBet('BET-1', { size: [4, 8], splitRate: [1, 2], risks: [{ chance: 50, size: [2, 6] }] }),
      aBet('BET-2', { size: [10, 10], state: 'in-progress', investment: 'upkeep' }),
      aBet('BET-3', { size: null }),
      aBet('BET-4', { state: 'shipped' }),
      aBet('BET-5', { investment: null, size: [1, 2] }),
    ],
    { done: { 'BET-2': { 'TEAM-1': 7 } } },
  )
  const cost = expectedCost(plan)
  expect(cost).toMatchObject({ changes: 15.5, unsized: ['BET-3'] })
  expect(cost.kinds).toMatchObject({ feature: 11, upkeep: 3, unclassified: 1.5, learning: 0 })
})
