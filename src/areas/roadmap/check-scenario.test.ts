import { expect, test } from 'vitest'
import { checkScenario } from './check-scenario.ts'

const faultsOf = (values: object) => checkScenario({ state: 'open', ...values }).map(({ path }) => path)

test('each difference has what it needs', () => {
  expect(faultsOf({ bets: [{ bet: 'BET-1', change: 'drop' }] })).toEqual([])
  expect(faultsOf({ bets: [{ bet: 'BET-1', change: 'move' }] })).toEqual(['bets'])
  expect(faultsOf({ bets: [{ bet: 'BET-1', change: 'move', order: 2 }] })).toEqual([])
  expect(faultsOf({ bets: [{ bet: 'BET-1', change: 'resize', low: 3 }] })).toEqual(['bets'])
  expect(faultsOf({ bets: [{ bet: 'BET-1', change: 'resize', low: 3, high: 2 }] })).toEqual(['bets'])
  expect(faultsOf({ breaks: [{ from: '2026-03-02', until: '2026-03-01' }] })).toEqual(['breaks'])
  const goal = { goal: 'GOAL-1', change: 'drop' }
  expect(faultsOf({ goals: [goal, { ...goal, change: 'add' }] })).toEqual(['goals'])
})

test('a scenario is adopted by its verb alone, which notes the day', () => {
  expect(faultsOf({ state: 'adopted' })).toEqual(['state'])
  expect(faultsOf({ state: 'adopted', adoptedOn: '2026-03-01' })).toEqual([])
})
