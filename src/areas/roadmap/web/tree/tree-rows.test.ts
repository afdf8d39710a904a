import { describe, expect, test } from 'vitest'
import { buildTree } from '../../goal-tree/build-tree.ts'
import { actOfKey, rowsInSight } from './tree-rows.ts'
import { parseTreeView, turnedIn, withTurned } from './tree-view.ts'

const aGoal = (key: string, parent: string | null = null) => ({
  key,
  title: key,
  version: 1,
  state: 'active',
  parent,
  owner: null,
  metric: null,
  unit: null,
  baseline: null,
  target: null,
  from: null,
  due: null,
  checkIns: [],
})
const aBet = (key: string, ...goals: readonly string[]) => ({
  key,
  title: key,
  state: 'idea',
  isOpen: true,
  goals,
  day85: null,
  cumulative: null,
  marked: false,
  reason: null,
})
const goals = buildTree({
  today: '2026-07-01',
  goals: [aGoal('GOAL-1'), aGoal('GOAL-2', 'GOAL-1'), aGoal('GOAL-3')],
  bets: [aBet('BET-1', 'GOAL-1'), aBet('BET-2', 'GOAL-1', 'GOAL-2')],
  changes: [],
})
const closed = new Set<string>()

describe('the rows in sight', () => {
  test('are the goals, and below each its bets and then the goals that are part of it', () => {
    expect(
      rowsInSight(goals, closed).map(({ id, level, position, of }) => [id, level, position, of]),
    ).toEqual([
      ['GOAL-1', 1, 1, 2],
      ['GOAL-1.BET-1', 2, 1, 3],
      ['GOAL-1.BET-2', 2, 2, 3],
      ['GOAL-2', 2, 3, 3],
      ['GOAL-2.BET-2', 3, 1, 1],
      ['GOAL-3', 1, 2, 2],
    ])
  })

  test('leave out what lies below a folded goal', () => {
    expect(rowsInSight(goals, new Set(['GOAL-1'])).map(({ id }) => id)).toEqual(['GOAL-1', 'GOAL-3'])
  })

  test('of many goals show only the tops at first, each with what lies below it', () => {
    const many = buildTree({
      today: '2026-07-01',
      goals: Array.from({ length: 200 }, (_, at) =>
        aGoal(`GOAL-${at + 1}`, at < 2 ? null : `GOAL-${at - 1}`),
      ),
      bets: [],
      changes: [],
    })
    expect(rowsInSight(many, closed).map(({ id }) => id)).toEqual(['GOAL-1', 'GOAL-3', 'GOAL-2', 'GOAL-4'])
  })
})

describe('a key', () => {
  const rows = rowsInSight(goals, closed)
  const act = (key: string, current: string, of = rows) => actOfKey(key, of, current)

  test('walks up and down and to both ends', () => {
    expect(act('ArrowDown', 'GOAL-1')).toEqual({ focus: 'GOAL-1.BET-1' })
    expect(act('ArrowUp', 'GOAL-2')).toEqual({ focus: 'GOAL-1.BET-2' })
    expect([act('ArrowUp', 'GOAL-1'), act('ArrowDown', 'GOAL-3')]).toEqual([null, null])
    expect([act('Home', 'GOAL-3'), act('End', 'GOAL-1')]).toEqual([{ focus: 'GOAL-1' }, { focus: 'GOAL-3' }])
  })

  test('goes in and out, and folds and unfolds on its way', () => {
    const folded = rowsInSight(goals, new Set(['GOAL-1']))
    expect(act('ArrowRight', 'GOAL-1', folded)).toEqual({ turn: 'GOAL-1' })
    expect(act('ArrowRight', 'GOAL-1')).toEqual({ focus: 'GOAL-1.BET-1' })
    expect(act('ArrowLeft', 'GOAL-2.BET-2')).toEqual({ focus: 'GOAL-2' })
    expect(act('ArrowLeft', 'GOAL-2')).toEqual({ turn: 'GOAL-2' })
    expect(act('ArrowLeft', 'GOAL-1', folded)).toBeNull()
    expect([act('ArrowRight', 'GOAL-3'), act('x', 'GOAL-1'), act('End', 'GOAL-9')]).toEqual([
      null,
      null,
      null,
    ])
  })
})

test('an address keeps what was turned, and what it does not understand is left out', () => {
  const view = withTurned(withTurned({ goals: 'all' }, 'GOAL-2'), 'GOAL-7')
  expect(view).toEqual({ goals: 'all', turned: 'GOAL-2.GOAL-7' })
  expect(withTurned(withTurned(view, 'GOAL-2'), 'GOAL-7')).toEqual({ goals: 'all' })
  expect(turnedIn({})).toEqual(new Set())
  expect(parseTreeView({ goals: 'none', turned: 'x.GOAL-1.GOAL-1.<', changes: 'BET-1' })).toEqual({
    turned: 'GOAL-1',
  })
})
