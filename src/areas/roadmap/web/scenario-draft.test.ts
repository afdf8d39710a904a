import { describe, expect, test } from 'vitest'
import {
  completeOf,
  emptyDraft,
  inOrder,
  isWhole,
  sizeFault,
  withBet,
  withCut,
  withMove,
  withPlace,
} from './scenario-draft.ts'

const aBet = (key: string, order: number | null = null) => ({ key, order })
const keys = (bets: readonly { readonly key: string }[]) => bets.map(({ key }) => key).join('')

describe('moving a bet by one place', () => {
  test.each([
    ['none has a place', [aBet('A'), aBet('B'), aBet('C'), aBet('D')]],
    ['all have one', [aBet('A', 1), aBet('B', 2), aBet('C', 3), aBet('D', 4)]],
    ['two have one', [aBet('A', 5), aBet('B', 6), aBet('C'), aBet('D')]],
    ['two have the same', [aBet('A', 5), aBet('B', 5), aBet('C', 5), aBet('D')]],
  ])('where %s goes where it says, wherever it stands, and back again', (_, bets) => {
    for (const [at, { key }] of bets.entries())
      for (const by of [-1, 1] as const) {
        const moved = withMove(emptyDraft, bets, key, by)
        const expected = bets.toSpliced(at, 1)
        expected.splice(Math.min(Math.max(at + by, 0), bets.length - 1), 0, aBet(key))
        expect(keys(inOrder(bets, moved)), `${key} by ${by}`).toBe(keys(expected))
        if (moved !== emptyDraft)
          expect(keys(inOrder(bets, withMove(moved, bets, key, by === 1 ? -1 : 1)))).toBe('ABCD')
      }
  })
})

test.each([
  ['none has a place', [aBet('A'), aBet('B'), aBet('C'), aBet('D')]],
  ['all have one', [aBet('A', 1), aBet('B', 2), aBet('C', 3), aBet('D', 4)]],
  ['some have the same', [aBet('A', 5), aBet('B', 5), aBet('C', 6), aBet('D')]],
])('where %s a dragged bet stands beside the one it was put to, and nowhere else', (_, bets) => {
  for (const { key } of bets)
    for (const { key: target } of bets)
      for (const side of ['before', 'after'] as const) {
        const expected = bets.filter((bet) => bet.key !== key)
        const at = expected.findIndex((bet) => bet.key === target)
        if (at === -1) expect(withPlace(emptyDraft, bets, { key, target, side })).toBe(emptyDraft)
        else {
          expected.splice(side === 'before' ? at : at + 1, 0, aBet(key))
          const moved = withPlace(emptyDraft, bets, { key, target, side })
          expect(keys(inOrder(bets, moved)), `${key} ${side} ${target}`).toBe(keys(expected))
        }
      }
})

test('a cut bet has no other differences, and one that is kept has none', () => {
  const resized = withBet(emptyDraft, 'A', 'resize', { low: 1, high: 2 })
  expect(withCut(resized, 'A', true).bets).toEqual([{ bet: 'A', change: 'drop' }])
  expect(withCut(withCut(resized, 'A', true), 'A', false)).toEqual(emptyDraft)
})

test('rows that lack something do not count', () => {
  const draft = {
    ...withBet(emptyDraft, 'A', 'resize', { low: 3, high: 2 }),
    people: [{ team: 'TEAM-1', change: 'join', count: 1, day: '' }],
    breaks: [{ from: '2026-01-02', until: '2026-01-01' }],
  } as const
  expect(completeOf(draft)).toEqual(emptyDraft)
  expect(isWhole(draft)).toBe(false)
  expect(isWhole(withCut(emptyDraft, 'A', true))).toBe(true)
})

test.each([
  [{ low: 1, high: 10_000 }, null],
  [
    { low: 0, high: 5 },
    { why: 'range', end: 'low' },
  ],
  [
    { low: 1.5, high: 5 },
    { why: 'range', end: 'low' },
  ],
  [
    { low: 5, high: 10_001 },
    { why: 'range', end: 'high' },
  ],
  [
    { low: 5, high: null },
    { why: 'missing', end: 'high' },
  ],
  [
    { low: 6, high: 5 },
    { why: 'order', end: 'low' },
  ],
])('of the size %j it is said which end is wrong', (size, fault) => {
  expect(sizeFault(size)).toEqual(fault)
  const resized = withBet(emptyDraft, 'BET-1', 'resize', size)
  expect(isWhole(resized)).toBe(fault === null)
})
