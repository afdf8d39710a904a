import { expect, test } from 'vitest'
import type { KeptBet } from './read-kept.ts'
import { whatMoved, type BetNow, type BetRecord } from './what-moved.ts'

const dates = (day: string | null) => ({ '50': day, '70': day, '85': day, '95': day })
const kept = (key: string, day: string | null, total?: [number, number]): KeptBet => ({
  key,
  dates: dates(day),
  ...(total && { total }),
})
const now = (key: string, day: string | null, changes: Partial<BetNow> = {}): BetNow => ({
  key,
  title: `Bet ${key}`,
  dates: day === null ? null : dates(day),
  total: null,
  reason: null,
  ...changes,
})
const record = (key: string, changes: Partial<BetRecord> = {}): [string, BetRecord] => [
  key,
  { key, title: `Bet ${key}`, state: 'committed', written: '2026-01-05', ended: null, ...changes },
]
const since = (bets: readonly KeptBet[]) => ({ day: '2026-10-01', bets })
const told = (bets: ReturnType<typeof whatMoved>) =>
  bets.map(({ key, became, later }) => [key, became, later])

test('what moved furthest comes first, whichever way, and what stands where it stood comes last', () => {
  const moved = whatMoved(
    since([kept('A', '2026-11-01'), kept('B', '2026-11-01'), kept('C', '2026-11-01')]),
    [now('A', '2026-11-01'), now('B', '2026-11-04'), now('C', '2026-10-20')],
    new Map(),
  )
  expect(told(moved)).toEqual([
    ['C', 'moved', -12],
    ['B', 'moved', 3],
    ['A', 'same', 0],
  ])
})

test('a bet that came, one that had no forecast and one that lost it are told apart', () => {
  const moved = whatMoved(
    since([kept('A', '2026-11-01')]),
    [
      now('A', null, { reason: 'No team works on it.' }),
      now('B', '2026-12-01'),
      now('C', '2026-12-01'),
      now('D', null),
    ],
    new Map([record('A'), record('B', { written: '2026-10-02' }), record('C'), record('D')]),
  )
  expect(moved.map(({ key, became, on, reason }) => [key, became, on, reason])).toEqual([
    ['A', 'lost', null, 'No team works on it.'],
    ['B', 'came', '2026-10-02', null],
    ['C', 'found', null, null],
  ])
})

test('a bet that ended says how and when; one that nobody may see says nothing more', () => {
  const moved = whatMoved(
    since(['A', 'B', 'C', 'D'].map((key) => kept(key, '2026-11-01'))),
    [],
    new Map([
      record('A', { state: 'shipped', ended: '2026-10-20' }),
      record('B', { state: 'stopped' }),
      record('C'),
    ]),
  )
  expect(moved.map(({ key, title, became, on }) => [key, title, became, on])).toEqual([
    ['A', 'Bet A', 'shipped', '2026-10-20'],
    ['B', 'Bet B', 'stopped', null],
    ['C', 'Bet C', 'archived', null],
    ['D', null, 'gone', null],
  ])
})

test('another size is told, whether or not it moved the day; what was delivered since is none', () => {
  const moved = whatMoved(
    since([kept('A', '2026-11-01', [4, 9]), kept('B', '2026-11-01', [4, 9]), kept('C', '2026-11-01')]),
    [
      now('A', '2026-11-01', { total: [5, 9] }),
      now('B', '2026-11-01', { total: [4, 9] }),
      // Of what was kept without sizes nothing is said.
      now('C', '2026-11-01', { total: [4, 9] }),
    ],
    new Map(),
  )
  expect(moved.map(({ key, became, resized }) => [key, became, resized])).toEqual([
    ['A', 'resized', { from: [4, 9], to: [5, 9] }],
    ['B', 'same', null],
    ['C', 'same', null],
  ])
})

test('a day beyond ten years is no day to count from, and still a move', () => {
  const moved = whatMoved(
    since([kept('A', null), kept('B', null)]),
    [now('A', '2026-11-01'), { ...now('B', null), dates: dates(null) }],
    new Map(),
  )
  expect(told(moved)).toEqual([
    ['A', 'moved', null],
    ['B', 'same', null],
  ])
})
