import { describe, expect, test } from 'vitest'
import { investmentKinds, type InvestmentKind } from '#evidence/measures/investment-kind.ts'
import type { AlignmentCounts } from '../alignment/measure-alignment.ts'
import { measureAllocation, type AllocationTarget } from './measure-allocation.ts'
import { quarterBefore, quarterOf, stateOf, timeOf } from './quarter.ts'

const noWays = { message: 0, branch: 0, trailer: 0, path: 0, assigned: 0 }
const noKinds = { feature: 0, foundation: 0, reliability: 0, learning: 0, upkeep: 0, unclassified: 0 }

function counts(kinds: Partial<Record<InvestmentKind, number>>): AlignmentCounts {
  const changes = Object.values(kinds).reduce((sum, count) => sum + count, 0)
  const isEnough = changes >= 5
  return {
    changes,
    joined: 2,
    toGoal: 1,
    joinedShare: isEnough ? 2 / changes : null,
    toGoalShare: isEnough ? 1 / changes : null,
    reason: isEnough ? null : 'too-few-changes',
    ways: noWays,
    kinds: { ...noKinds, ...kinds },
  }
}
const floor = (kind: InvestmentKind, share: number) => ({ kind, share, risk: `${kind} at risk` })
const target = (with_: Partial<AllocationTarget> = {}): AllocationTarget => ({
  shares: { feature: 40, foundation: 20, reliability: 20, learning: 5, upkeep: 15 },
  floors: [],
  ...with_,
})

test('shares stand beside what was intended, as a calculation made apart has them', () => {
  let seed = 7
  const next = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below
  for (let round = 0; round < 200; round++) {
    const given = Object.fromEntries(investmentKinds.map((kind) => [kind, next(30)]))
    const list = Object.entries(given).flatMap(([kind, count]) => Array.from({ length: count }, () => kind))
    const { kinds } = measureAllocation(counts(given), target(), 'over')
    for (const { kind, share, target: wanted, difference } of kinds) {
      const among = list.filter((each) => each === kind).length / list.length
      expect(share).toBeCloseTo(among, 12)
      if (wanted === null) expect([kind, difference]).toEqual(['unclassified', null])
      else expect(difference).toBeCloseTo(100 * (among - wanted), 0)
    }
    expect(kinds.reduce((sum, { share }) => sum + (share ?? 0), 0)).toBeCloseTo(1, 12)
  }
})

test('a difference is in percentage points, and from ten on it is said to be a drift', () => {
  const { kinds } = measureAllocation(
    counts({ feature: 10, upkeep: 6, unclassified: 4 }),
    target(),
    'running',
  )
  expect(kinds.map(({ kind, difference, drift }) => [kind, difference, drift])).toEqual([
    ['feature', 10, 'above'],
    ['foundation', -20, 'below'],
    ['reliability', -20, 'below'],
    ['learning', -5, null],
    ['upkeep', 15, 'above'],
    ['unclassified', null, null],
  ])
})

describe('a floor', () => {
  const stateIn = (quarter: 'over' | 'running' | 'to-come', upkeep: number, of: number, share = 15) =>
    measureAllocation(
      counts({ upkeep, feature: of - upkeep }),
      target({ floors: [floor('upkeep', share)] }),
      quarter,
    ).floors[0]?.state

  test('is missed only once its quarter is over, and kept by exactly its share', () => {
    expect(stateIn('over', 2, 20)).toBe('missed')
    expect(stateIn('over', 3, 20)).toBe('kept')
    expect(stateIn('running', 2, 20)).toBe('below')
    expect(stateIn('running', 3, 20)).toBe('above')
    // 7.5 % of 40 is 3: a division would have to hit it exactly.
    expect(stateIn('over', 3, 40, 7.5)).toBe('kept')
  })

  test('is not known under five changes, nor before its quarter', () => {
    expect(stateIn('over', 0, 4)).toBe('unknown')
    expect(stateIn('to-come', 0, 0)).toBe('unknown')
  })

  test('that is kept needs nothing of what is unclassified', () => {
    const given = counts({ upkeep: 5, unclassified: 5 })
    const [kept] = measureAllocation(given, target({ floors: [floor('upkeep', 15)] }), 'over').floors
    expect(kept).toMatchObject({ state: 'kept', couldBeUnclassified: false })
  })

  test('that what is unclassified could still fill is said to be so, with what is at risk', () => {
    const floors = [floor('upkeep', 30), floor('reliability', 5)]
    const given = counts({ feature: 16, unclassified: 4 })
    expect(measureAllocation(given, target({ floors }), 'over').floors).toEqual([
      {
        kind: 'upkeep',
        floor: 0.3,
        share: 0,
        state: 'missed',
        couldBeUnclassified: false,
        risk: 'upkeep at risk',
      },
      {
        kind: 'reliability',
        floor: 0.05,
        share: 0,
        state: 'missed',
        couldBeUnclassified: true,
        risk: 'reliability at risk',
      },
    ])
  })
})

test('under five changes, and before a quarter has begun, there is no share but the reason why', () => {
  const few = measureAllocation(counts({ feature: 4 }), target(), 'over')
  expect(few).toMatchObject({ changes: 4, reason: 'too-few-changes', coverage: null })
  expect(few.kinds[0]).toEqual({
    kind: 'feature',
    changes: 4,
    share: null,
    target: 0.4,
    difference: null,
    drift: null,
  })
  expect(measureAllocation(counts({}), null, 'to-come')).toMatchObject({ reason: 'not-begun', floors: [] })
})

test('quarters are those of the calendar in UTC, half-open', () => {
  expect(quarterOf(new Date('2026-12-31T23:59:59.999Z'))).toBe('2026-Q4')
  expect(quarterOf(new Date('2027-01-01T00:00:00Z'))).toBe('2027-Q1')
  expect([0, 1, 4, 7].map((count) => quarterBefore('2026-Q1', count))).toEqual([
    '2026-Q1',
    '2025-Q4',
    '2025-Q1',
    '2024-Q2',
  ])
  const { from, to } = timeOf('2026-Q4')
  expect([from, to].map((at) => new Date(at).toISOString())).toEqual([
    '2026-10-01T00:00:00.000Z',
    '2027-01-01T00:00:00.000Z',
  ])
  const stateAt = (at: string) => stateOf('2026-Q4', new Date(at))
  expect(stateAt('2026-09-30T23:59:59Z')).toBe('to-come')
  expect(stateAt('2026-10-01T00:00:00Z')).toBe('running')
  expect(stateAt('2027-01-01T00:00:00Z')).toBe('over')
})
