import { describe, expect, test } from 'vitest'
import { buildTree, type TreeBet, type TreeGoal } from './build-tree.ts'
import { chanceBy, progressOf, timeOver } from './goal-figures.ts'
import { orderGoals } from './order-goals.ts'

const today = '2026-07-01'
const aGoal = (key: string, more: Partial<TreeGoal> = {}): TreeGoal => ({
  key,
  title: key,
  version: 1,
  state: 'active',
  parent: null,
  owner: null,
  metric: null,
  unit: null,
  baseline: null,
  target: null,
  from: null,
  due: null,
  checkIns: [],
  ...more,
})
const aBet = (key: string, goals: readonly string[], more: Partial<TreeBet> = {}): TreeBet => ({
  key,
  title: key,
  state: 'committed',
  isOpen: true,
  goals,
  day85: null,
  cumulative: null,
  marked: false,
  reason: null,
  ...more,
})
const doneOn = (...days: readonly (readonly [date: string, chance: number])[]) =>
  days.map(([date, chance], at) => ({ day: at + 1, date, chance }))
const aCheckIn = (day: string, value: number | null, confidence: number | null = null) => ({
  day,
  value,
  confidence,
  note: null,
})
const built = (parts: Partial<Parameters<typeof buildTree>[0]>) =>
  buildTree({ today, goals: [], bets: [], changes: [], ...parts })

describe('the order of the tree', () => {
  const orderOf = (goals: readonly TreeGoal[]) =>
    orderGoals(goals).map(({ goal, parent, depth }) => [goal.key, parent, depth])

  test('each goal stands behind what it is part of, the sooner due before the later, those without a day last', () => {
    expect(
      orderOf([
        aGoal('GOAL-1'),
        aGoal('GOAL-2', { parent: 'GOAL-10', due: '2026-12-01' }),
        aGoal('GOAL-3', { parent: 'GOAL-2' }),
        aGoal('GOAL-4', { parent: 'GOAL-10', due: '2026-09-01' }),
        aGoal('GOAL-10', { due: '2027-01-01' }),
        aGoal('GOAL-11', { parent: 'GOAL-99' }),
      ]),
    ).toEqual([
      ['GOAL-10', null, 0],
      ['GOAL-4', 'GOAL-10', 1],
      ['GOAL-2', 'GOAL-10', 1],
      ['GOAL-3', 'GOAL-2', 2],
      ['GOAL-1', null, 0],
      ['GOAL-11', null, 0],
    ])
  })

  test('goals that only lead back to each other are told once, and a goal of its own stands at the top', () => {
    expect(
      orderOf([
        aGoal('GOAL-1', { parent: 'GOAL-3' }),
        aGoal('GOAL-2', { parent: 'GOAL-1' }),
        aGoal('GOAL-3', { parent: 'GOAL-2' }),
        aGoal('GOAL-4', { parent: 'GOAL-4' }),
      ]),
    ).toEqual([
      ['GOAL-1', null, 0],
      ['GOAL-2', 'GOAL-1', 1],
      ['GOAL-3', 'GOAL-2', 2],
      ['GOAL-4', null, 0],
    ])
    const around = [aGoal('GOAL-1', { parent: 'GOAL-2' }), aGoal('GOAL-2', { parent: 'GOAL-1' })]
    expect(built({ goals: around, changes: [['GOAL-2']] }).map(({ changes }) => changes)).toEqual([
      { own: 0, below: 1 },
      { own: 1, below: 1 },
    ])
  })

  test('twenty thousand goals in one line are no deeper than the machine can go', () => {
    const line = Array.from({ length: 20_000 }, (_, at) =>
      aGoal(`GOAL-${at}`, { parent: at === 0 ? null : `GOAL-${at - 1}` }),
    )
    expect(orderGoals(line).at(-1)?.depth).toBe(19_999)
  })
})

describe('figures', () => {
  test('progress goes from the baseline to the target, up or down, and beyond', () => {
    expect(progressOf(5, 0, 10)).toBe(0.5)
    expect(progressOf(3, 9, 1)).toBe(0.75)
    expect(progressOf(12, 0, 10)).toBe(1.2)
    expect(progressOf(10, 9, 1)).toBe(-0.125)
    expect(progressOf(5, null, 10)).toBe(0.5)
  })

  test('without a value, a target, or a way between the two nothing is said', () => {
    expect([progressOf(null, 0, 1), progressOf(1, 0, null), progressOf(5, 5, 5)]).toEqual([null, null, null])
    expect(progressOf(1e308, -1e308, 1e308)).toBeNull()
  })

  test('of the time is over what lies between the two days', () => {
    expect(timeOver('2026-06-01', '2026-07-31', today)).toBe(0.5)
    expect(timeOver('2026-08-01', '2026-09-01', today)).toBe(0)
    expect(timeOver('2026-01-01', '2026-02-01', today)).toBe(1)
    expect([timeOver(today, today, today), timeOver('2026-06-30', '2026-06-30', today)]).toEqual([0, 1])
    expect([timeOver(null, today, today), timeOver(today, null, today)]).toEqual([null, null])
  })

  test('the chance by a day is that of the last day up to it', () => {
    const days = doneOn(['2026-07-06', 0.2], ['2026-07-08', 0.7], ['2026-07-13', 1])
    expect(
      ['2026-07-05', '2026-07-06', '2026-07-10', '2026-09-01'].map((day) => chanceBy(days, day)),
    ).toEqual([0, 0.2, 0.7, 1])
  })
})

describe('a goal in the tree', () => {
  test('says where it stands by its last check-in, whenever that was written', () => {
    const [node] = built({
      goals: [
        aGoal('GOAL-1', {
          baseline: 0,
          target: 100,
          from: '2026-01-01',
          due: '2026-07-11',
          checkIns: [
            aCheckIn('2026-06-21', 40, 70),
            aCheckIn('2026-03-01', 10, 50),
            aCheckIn('2026-06-29', null, 30),
          ],
        }),
      ],
    })
    expect(node).toMatchObject({
      latest: { day: '2026-06-29', confidence: 30, age: 2 },
      progress: 0.4,
      daysLeft: 10,
      checkIns: [{ day: '2026-03-01' }, { day: '2026-06-21' }, { day: '2026-06-29' }],
    })
  })

  test('counts the bets that are likely done before it is due, at 85 % and not below', () => {
    const goal = aGoal('GOAL-1', { due: '2026-07-10' })
    const bets = [
      aBet('BET-1', ['GOAL-1'], { cumulative: doneOn(['2026-07-09', 0.85]), day85: '2026-07-09' }),
      aBet('BET-2', ['GOAL-1'], { cumulative: doneOn(['2026-07-09', 0.84], ['2026-07-13', 1]) }),
      aBet('BET-3', ['GOAL-1'], { reason: 'No size.' }),
      aBet('BET-4', ['GOAL-1'], { state: 'shipped', isOpen: false }),
      aBet('BET-5', ['GOAL-9'], { cumulative: doneOn(['2026-07-02', 1]) }),
    ]
    const [node] = built({ goals: [goal], bets: bets.toReversed() })
    expect(node?.outlook).toEqual({ open: 3, known: 2, likely: 1 })
    // In the order in which they came, what has ended last.
    expect(node?.bets.map(({ key, chance }) => [key, chance])).toEqual([
      ['BET-3', null],
      ['BET-2', 0.84],
      ['BET-1', 0.85],
      ['BET-4', null],
    ])
    const [timeless] = built({ goals: [aGoal('GOAL-1')], bets })
    expect(timeless?.outlook).toEqual({ open: 3, known: 0, likely: 0 })
  })

  test('says whether open bets serve it, only those below it, none any more, or none ever', () => {
    const goals = [
      aGoal('GOAL-1'),
      aGoal('GOAL-2', { parent: 'GOAL-1' }),
      aGoal('GOAL-3', { parent: 'GOAL-2' }),
      aGoal('GOAL-4'),
      aGoal('GOAL-5'),
    ]
    const bets = [
      aBet('BET-1', ['GOAL-3']),
      aBet('BET-2', ['GOAL-4'], { state: 'stopped', isOpen: false }),
      aBet('BET-3', ['GOAL-2'], { state: 'shipped', isOpen: false }),
    ]
    expect(built({ goals, bets }).map(({ key, work }) => [key, work])).toEqual([
      ['GOAL-1', 'below'],
      ['GOAL-2', 'below'],
      ['GOAL-3', 'own'],
      ['GOAL-4', 'ended'],
      ['GOAL-5', 'none'],
    ])
  })

  test('counts a change once for itself and once for all below it, however many of these it reached', () => {
    const goals = [
      aGoal('GOAL-1'),
      aGoal('GOAL-2', { parent: 'GOAL-1' }),
      aGoal('GOAL-3', { parent: 'GOAL-1' }),
    ]
    const changes = [['GOAL-2', 'GOAL-3'], ['GOAL-2', 'GOAL-2'], ['GOAL-1'], ['GOAL-99']]
    expect(built({ goals, changes }).map((node) => [node.key, node.changes])).toEqual([
      ['GOAL-1', { own: 1, below: 3 }],
      ['GOAL-2', { own: 2, below: 2 }],
      ['GOAL-3', { own: 1, below: 1 }],
    ])
  })
})
