import { describe, expect, test } from 'vitest'
import { explainMove } from './explain-move.ts'
import type { ForecastInput } from './forecast-input.ts'

const before: ForecastInput = {
  start: '2027-01-04',
  trials: 500,
  seed: 1,
  teams: [{ name: 'Web', daily: [2, 2, 2, 2, 2, 2] }],
  bets: [
    { key: 'A', teams: ['Web'], size: 10 },
    { key: 'B', teams: ['Web'], size: 10 },
    { key: 'C', teams: ['Web'], size: 4, after: ['A'] },
  ],
}

const because = (after: Partial<ForecastInput>, key = 'B', from = before) => {
  const move = explainMove(from, { ...from, ...after }, key)
  return (
    move && { days: move.days, ...Object.fromEntries(move.because.map(({ group, days }) => [group, days])) }
  )
}
const still = { scope: 0, pace: 0, order: 0, people: 0 }

describe('a moved date is explained by what changed', () => {
  test('by nothing where nothing did', () => {
    expect(explainMove(before, before, 'B')).toEqual({
      from: '2027-01-15',
      to: '2027-01-15',
      days: 0,
      because: ['scope', 'pace', 'order', 'people'].map((group) => ({ group, days: 0 })),
    })
  })

  test('by scope: more to do, a new bet ahead, or days that went by without anything done', () => {
    const [a, ...others] = before.bets
    expect(because({ bets: [{ ...a!, size: 14 }, ...others] })).toEqual({ ...still, days: 2, scope: 2 })
    expect(because({ bets: [{ key: 'N', teams: ['Web'], size: 6 }, ...before.bets] })).toEqual({
      ...still,
      days: 3,
      scope: 3,
    })
    expect(because({ start: '2027-01-11' })).toEqual({ ...still, days: 5, scope: 5 })
    // A week went by, and a week’s work was done.
    expect(because({ start: '2027-01-11', bets: others.map((bet) => ({ ...bet, after: [] })) })).toEqual({
      ...still,
      days: 0,
    })
  })

  test('by pace', () => {
    expect(because({ teams: [{ name: 'Web', daily: [1, 1, 1, 1, 1] }] })).toEqual({
      ...still,
      days: 10,
      pace: 10,
    })
  })

  test('by order', () => {
    expect(because({ bets: before.bets.toReversed() })).toEqual({ ...still, days: -5, order: -5 })
    expect(
      because({ bets: before.bets.map((bet) => ({ ...bet, earliest: '2027-02-01' })) }, 'A'),
    ).toMatchObject({ order: 20, scope: 0 })
  })

  test('by people', () => {
    const capacity = [{ from: '2027-01-01', factor: 0.5 }]
    expect(because({ teams: [{ ...before.teams[0]!, capacity }] })).toEqual({
      ...still,
      days: 10,
      people: 10,
    })
    expect(because({ breaks: ['2027-01-05', '2027-01-06'] })).toEqual({ ...still, days: 2, people: 2 })
  })

  test('by several at once, which add up', () => {
    const move = explainMove(
      before,
      {
        ...before,
        start: '2027-01-05',
        teams: [
          { name: 'Web', daily: [1, 2, 3, 1, 2, 1, 0, 2], capacity: [{ from: '2027-01-11', factor: 0.7 }] },
        ],
        bets: [
          { key: 'C', teams: ['Web'], size: [4, 9] },
          { key: 'B', teams: ['Web'], size: [9, 12] },
        ],
      },
      'B',
    )
    expect(move?.because.reduce((sum, { days }) => sum + days, 0)).toBe(move?.days)
    expect(move?.because.filter(({ days }) => days !== 0).length).toBeGreaterThan(2)
  })
})

test('without a forecast on either side there is nothing to explain', () => {
  expect(explainMove(before, before, 'Z')).toBeNull()
  expect(because({ teams: [{ name: 'Web', daily: [2] }] })).toBeNull()
})
