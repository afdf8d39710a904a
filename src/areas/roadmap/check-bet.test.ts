import { expect, test } from 'vitest'
import { checkBet } from './check-bet.ts'

const agreedBy = (...sides: string[]) => sides.map((side) => ({ side, day: '2026-03-01', version: 1 }))
const faultsOf = (values: Parameters<typeof checkBet>[0], before: Parameters<typeof checkBet>[1] = null) =>
  checkBet(values, before).map(({ path }) => path)

test('a size has two ends, the right way round', () => {
  expect(faultsOf({ low: 3, high: 8 })).toEqual([])
  expect(faultsOf({ low: 3, high: 3 })).toEqual([])
  expect(faultsOf({ low: 8, high: 3 })).toEqual(['high'])
  expect(faultsOf({ low: 8, high: null })).toEqual(['high'])
  expect(faultsOf({ low: null, high: 8 })).toEqual(['low'])
  expect(faultsOf({ splitLow: 2, splitHigh: 1.5 })).toEqual(['splitHigh'])
  expect(faultsOf({ teamSizes: [{ team: 'TEAM-1', low: 2, high: 1 }] })).toEqual(['teamSizes'])
  expect(faultsOf({ risks: [{ risk: 'Late', chance: 10, low: 2, high: 1 }] })).toEqual(['risks'])
})

test('days stand in their order, and a wanted one has its reason', () => {
  expect(faultsOf({ earliest: '2026-03-01', wanted: '2026-02-01', wantedReason: 'Fair' })).toEqual(['wanted'])
  expect(faultsOf({ started: '2026-03-01', ended: '2026-02-28' })).toEqual(['ended'])
  expect(faultsOf({ wanted: '2026-02-01' })).toEqual(['wantedReason'])
  expect(faultsOf({ wanted: '2026-02-01', wantedReason: 'The fair opens' })).toEqual([])
})

test('a bet becomes shaped once product, design and engineering have agreed, and stays so', () => {
  const idea = { state: 'idea' }
  expect(faultsOf({ state: 'shaped' }, idea)).toEqual(['state'])
  expect(faultsOf({ state: 'shaped', agreements: agreedBy('product', 'design') }, idea)).toEqual(['state'])
  const all = agreedBy('product', 'design', 'engineering')
  expect(faultsOf({ state: 'shaped', agreements: all }, idea)).toEqual([])
  expect(faultsOf({ state: 'shaped' }, { state: 'committed' })).toEqual([])
  expect(faultsOf({ state: 'idea' })).toEqual([])
})
