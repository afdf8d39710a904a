import { expect, test } from 'vitest'
import { kindOf } from '#kernel/shape.ts'
import { allocation } from './allocation.record.ts'
import { checkAllocation } from './check-allocation.ts'

const split = { quarter: '2026-Q3', feature: 60, foundation: 20, reliability: 10, learning: 0, upkeep: 10 }
const faultsOf = (values: object) => checkAllocation({ ...split, ...values }).map(({ path }) => path)

test('the shares of an allocation make a whole, or there are none yet', () => {
  expect(faultsOf({})).toEqual([])
  expect(faultsOf({ upkeep: 20 })).toEqual(['feature'])
  expect(checkAllocation({ quarter: '2026-Q3' })).toEqual([])
  expect(faultsOf({ feature: 33.3, foundation: 33.3, reliability: 33.4, upkeep: null })).toEqual([])
})

test('a quarter is named as people write it', () => {
  const { quarter } = allocation.fields
  const read = (given: string) => kindOf(quarter).read(quarter, given)
  expect(read('2026-Q3')).toEqual({ value: '2026-Q3' })
  for (const given of ['2026-Q0', '2026-Q5', '2026 Q1', 'Q1', '26-Q1'])
    expect(read(given)).toEqual({ fault: expect.objectContaining({ en: 'must look like 2026-Q3' }) })
})

test('floors name each kind once and fit into a whole', () => {
  const floor = (investment: string, share: number) => ({ investment, share, risk: 'It rots' })
  expect(faultsOf({ floors: [floor('foundation', 20), floor('upkeep', 10)] })).toEqual([])
  expect(faultsOf({ floors: [floor('foundation', 20), floor('foundation', 10)] })).toEqual(['floors'])
  expect(faultsOf({ floors: [floor('foundation', 80), floor('upkeep', 21)] })).toEqual(['floors'])
})
