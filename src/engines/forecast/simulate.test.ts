import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { forecast } from './forecast.ts'
import { playSlowly, type SlowCase } from './testing/slow-forecast.ts'

/** Five days of history, two teams, three days: 5⁶ ways in which it can come, and as many trials. */
const ways = 5 ** 6

describe('against all ways in which the days can come, played slowly and apart', () => {
  test('the shares are the same, exactly', () => {
    fc.assert(
      fc.property(aCase, ([teams, bets]) => {
        expect(engineSays(teams, bets)).toEqual(enumerated(teams, bets))
      }),
      { numRuns: 12 },
    )
  })

  test('a team of several bets deals each round in their order', () => {
    const teams = [
      { name: 'a', parallel: 2, daily: [3, 3, 3, 3, 3] },
      { name: 'b', parallel: 1, daily: [1, 1, 1, 1, 1] },
    ]
    const bets = [
      { key: 'one', sizes: { a: 2 }, after: [] },
      { key: 'two', sizes: { a: 2 }, after: [] },
      { key: 'three', sizes: { a: 2, b: 1 }, after: ['one'] },
    ]
    // Day 1: one, two, one. Day 2: two, three, three.
    expect(engineSays(teams, bets)).toEqual({ one: [1, 1, 1], two: [0, 1, 1], three: [0, 1, 1] })
  })

  test('what another team did today can be gone on with tomorrow, what the own team did at once', () => {
    const teams = [
      { name: 'a', parallel: 1, daily: [4, 4, 4, 4, 4] },
      { name: 'b', parallel: 1, daily: [4, 4, 4, 4, 4] },
    ]
    const bets = [
      { key: 'first', sizes: { a: 2 }, after: [] },
      { key: 'own', sizes: { a: 1 }, after: ['first'] },
      { key: 'other', sizes: { b: 1 }, after: ['first'] },
    ]
    expect(engineSays(teams, bets)).toEqual({ first: [1, 1, 1], own: [1, 1, 1], other: [0, 1, 1] })
  })
})

type Team = SlowCase['teams'][number] & { readonly daily: readonly number[] }

const aTeam = (name: string) =>
  fc.record({
    name: fc.constant(name),
    parallel: fc.integer({ min: 1, max: 3 }),
    daily: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 5, maxLength: 5 }),
  })

const keys = ['p', 'q', 'r', 's', 't']

const aCase: fc.Arbitrary<[readonly Team[], SlowCase['bets']]> = fc.tuple(
  fc.tuple(aTeam('a'), aTeam('b')),
  fc
    .array(
      fc.record({
        a: fc.integer({ min: 0, max: 4 }),
        b: fc.integer({ min: 0, max: 4 }),
        after: fc.subarray(keys),
        before: fc.boolean(),
      }),
      { minLength: 1, maxLength: 5 },
    )
    .map((bets) =>
      bets.map(({ a, b, after }, at) => ({
        key: keys[at] ?? '',
        sizes: { ...(a > 0 || b === 0 ? { a: Math.max(1, a) } : {}), ...(b > 0 && { b }) },
        // Those before it in the order wait for nothing behind it, or all the other way round: no circle either way.
        after: after.filter((key) =>
          bets[0]?.before
            ? keys.indexOf(key) > at && keys.indexOf(key) < bets.length
            : keys.indexOf(key) < at,
        ),
      })),
    ),
)

function engineSays(teams: readonly Team[], bets: SlowCase['bets']) {
  const { bets: told } = forecast({
    start: '2026-11-30',
    trials: ways,
    seed: 7,
    teams,
    bets: bets.map(({ key, sizes, after }) => ({ key, teams: Object.keys(sizes), size: sizes, after })),
  })
  return Object.fromEntries(
    told.map(({ key, cumulative }) => [
      key,
      [1, 2, 3].map((day) => cumulative[Math.min(day, cumulative.length) - 1]?.chance ?? 0),
    ]),
  )
}

function enumerated(teams: readonly Team[], bets: SlowCase['bets']) {
  const counts = new Map(bets.map(({ key }) => [key, [0, 0, 0]]))
  const known = new Map<string, ReturnType<typeof playSlowly>>()
  for (let way = 0; way < ways; way++) {
    let rest = way
    const days = [1, 2, 3].map(() =>
      Object.fromEntries(
        teams.map(({ name, daily }) => {
          const count = daily[rest % 5] ?? 0
          rest = Math.floor(rest / 5)
          return [name, count]
        }),
      ),
    )
    const told = JSON.stringify(days)
    const played = known.get(told) ?? playSlowly({ teams, bets }, days)
    known.set(told, played)
    for (const [key, done] of Object.entries(played))
      for (const day of [1, 2, 3]) if (done !== null && done <= day) counts.get(key)![day - 1]!++
  }
  return Object.fromEntries([...counts].map(([key, byDay]) => [key, byDay.map((count) => count / ways)]))
}
