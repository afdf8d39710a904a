import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { forecast } from './forecast.ts'
import type { ForecastBet, ForecastInput, ForecastTeam } from './forecast-input.ts'

const evenDays = [1, 3, 3, 1, 1, 3, 3, 1]

function anInput(
  teams: readonly ForecastTeam[],
  bets: readonly ForecastBet[],
  rest: Partial<ForecastInput> = {},
): ForecastInput {
  return { start: '2026-11-30', trials: 10_000, seed: 1, teams, bets, ...rest }
}

const chances = (input: ForecastInput, bet = 0) =>
  forecast(input).bets[bet]?.cumulative.map(({ chance }) => chance) ?? []

describe('what anyone can check', () => {
  test.each([1, 2, 3, 4_294_967_296, Number.MAX_SAFE_INTEGER])(
    'three changes at 1 or 3 a day are done on day 1, 2, 3 in 50, 25 and 25 percent, with the seed %i',
    (seed) => {
      const told = chances(
        anInput([{ name: 'a', daily: evenDays }], [{ key: 'A', teams: ['a'], size: 3 }], { seed }),
      )
      expect(told[0]).toBe(0.5)
      expect(told[1]).toBeCloseTo(0.75, 2)
      expect(told[2]).toBe(1)
      expect(told).toHaveLength(3)
    },
  )

  test('with trials for all combinations, exactly', () => {
    const one = anInput([{ name: 'a', daily: evenDays }], [{ key: 'A', teams: ['a'], size: 3 }], {
      trials: 8 ** 4,
    })
    expect(chances(one)).toEqual([0.5, 0.75, 1])
    const teams = ['a', 'b'].map((name) => ({ name, daily: evenDays }))
    const two = anInput(teams, [{ key: 'A', teams: ['a', 'b'], size: 3 }], { trials: 8 ** 4 })
    expect(chances(two)).toEqual([0.25, 0.5625, 1])
  })

  test('two such teams are done together in 25, 31.25 and 43.75 %', () => {
    const teams = ['a', 'b'].map((name) => ({ name, daily: evenDays }))
    const told = chances(anInput(teams, [{ key: 'A', teams: ['a', 'b'], size: 3 }]))
    expect(told[0]).toBeCloseTo(0.25, 2)
    expect((told[1] ?? 0) - (told[0] ?? 0)).toBeCloseTo(0.3125, 2)
    expect(told[2]).toBe(1)
  })

  test.each([1, 2, 3, 5])(
    '%i teams alike are done together with the chance of one to that power',
    (count) => {
      const teams = Array.from({ length: count }, (_, at) => ({ name: `team ${at}`, daily: evenDays }))
      const told = chances(
        anInput(teams, [{ key: 'A', teams: teams.map(({ name }) => name), size: 3 }], { trials: 40_000 }),
      )
      expect(told[0]).toBeCloseTo(0.5 ** count, 2)
      expect(told[1]).toBeCloseTo(0.75 ** count, 1)
      expect(Math.abs((told[1] ?? 0) - 0.75 ** count)).toBeLessThan(0.01)
    },
  )

  test('a constant history gives a constant', () => {
    const teams = [{ name: 'a', daily: Array.from({ length: 20 }, () => 2) }]
    const [bet] = forecast(anInput(teams, [{ key: 'A', teams: ['a'], size: 7 }])).bets
    expect(bet?.percentiles).toEqual({ '50': 4, '70': 4, '85': 4, '95': 4 })
    expect(bet?.dates).toMatchObject({ '50': '2026-12-03', '95': '2026-12-03' })
    expect(bet?.cumulative.map(({ chance }) => chance)).toEqual([0, 0, 0, 1])
    expect(bet).not.toHaveProperty('reason')
  })

  test('the same input gives the same answer, another seed another one', () => {
    const input = anInput(
      [{ name: 'a', daily: [0, 1, 2, 3, 1, 0, 4, 1] }],
      [{ key: 'A', teams: ['a'], size: [5, 40] }],
    )
    expect(forecast(input)).toEqual(forecast(structuredClone(input)))
    expect(forecast({ ...input, seed: 2 }).bets).not.toEqual(forecast(input).bets)
  })
})

describe('the calendar', () => {
  const teams = [{ name: 'a', daily: [1, 1, 1, 1, 1] }]
  const bets = [{ key: 'A', teams: ['a'], size: 3 }]
  const days = (input: Partial<ForecastInput>) =>
    forecast(anInput(teams, bets, { trials: 1, ...input })).bets[0]?.cumulative.map(({ date }) => date)

  test('day 1 is the first working day on or after the start', () => {
    expect(days({ start: '2026-12-03' })).toEqual(['2026-12-03', '2026-12-04', '2026-12-07'])
    expect(days({ start: '2026-12-05' })).toEqual(['2026-12-07', '2026-12-08', '2026-12-09'])
  })

  test('nobody works on breaks', () => {
    const breaks = ['2026-12-24', '2026-12-25', '2026-12-26', '2026-12-28']
    expect(days({ start: '2026-12-24', breaks })).toEqual(['2026-12-29', '2026-12-30', '2026-12-31'])
  })

  test('a bet is not begun before its earliest day', () => {
    const [, later] = forecast(
      anInput(teams, [...bets, { key: 'B', teams: ['a'], size: 1, earliest: '2026-12-12' }], { trials: 10 }),
    ).bets
    expect(later?.dates?.['95']).toBe('2026-12-14')
  })

  test('the chance to be done by the day it is wanted by is told, above 95 % as such', () => {
    const wanted = (day: string) =>
      forecast(anInput([{ name: 'a', daily: evenDays }], [{ key: 'A', teams: ['a'], size: 3, wanted: day }]))
        .bets[0]?.wanted
    expect(wanted('2026-11-30')).toEqual({ date: '2026-11-30', day: 1, chance: 0.5, over95: false })
    expect(wanted('2026-12-06')).toEqual({ date: '2026-12-06', day: 5, chance: 1, over95: true })
    expect(wanted('2026-11-29')).toEqual({ date: '2026-11-29', day: 0, chance: 0, over95: false })
  })
})

describe('sizes', () => {
  const steady = [
    { name: 'a', daily: [1, 1, 1, 1, 1] },
    { name: 'b', daily: [1, 1, 1, 1, 1] },
  ]
  const shares = (bet: Omit<ForecastBet, 'key'>) => {
    const told = chances(anInput(steady, [{ key: 'A', ...bet }], { trials: 40_000 }))
    return told.map((chance, at) => chance - (told[at - 1] ?? 0))
  }
  const near = (share: number) => expect.closeTo(share, 2) as number // a stand-in that compares

  test('are drawn evenly from their whole numbers', () => {
    expect(shares({ teams: ['a'], size: [2, 5] })).toEqual([
      0,
      near(0.25),
      near(0.25),
      near(0.25),
      near(0.25),
    ])
  })

  test('hold for each team by itself, or are given for each', () => {
    expect(shares({ teams: ['a', 'b'], size: [1, 2] })).toEqual([near(0.25), near(0.75)])
    expect(shares({ teams: ['a', 'b'], size: { a: 1, b: 3 } })).toEqual([0, 0, 1])
  })

  test('are multiplied by the split rate and rounded to whole changes', () => {
    expect(shares({ teams: ['a'], size: 2, splitRate: [1.5, 1.5] })).toEqual([0, 0, 1])
    // 4 × [1, 1.5]: up to 4.5 is 4, up to 5.5 is 5, beyond is 6.
    expect(shares({ teams: ['a'], size: 4, splitRate: [1, 1.5] })).toEqual([
      0,
      0,
      0,
      near(0.25),
      near(0.5),
      near(0.25),
    ])
    expect(shares({ teams: ['a'], size: 1, splitRate: [0.1, 0.2] })).toEqual([1])
  })

  test('grow by the risks that come true', () => {
    expect(shares({ teams: ['a'], size: 1, risks: [{ chance: 0.2, size: [2, 2] }] })).toEqual([
      near(0.8),
      0,
      near(0.2),
    ])
    // A risk strikes the bet: both of its teams or none.
    expect(shares({ teams: ['a', 'b'], size: 1, risks: [{ chance: 0.2, size: 1 }] })).toEqual([
      near(0.8),
      near(0.2),
    ])
  })

  test('risks of different bets come true independently', () => {
    const risky = { size: 1, risks: [{ chance: 0.5, size: 1 }] }
    const told = chances(
      anInput(
        [...steady, { name: 'c', daily: [1, 1, 1, 1, 1] }],
        [
          { key: 'A', teams: ['a'], ...risky },
          { key: 'B', teams: ['b'], ...risky },
          { key: 'C', teams: ['c'], size: 1, after: ['A', 'B'] },
        ],
        { trials: 20_000 },
      ),
      2,
    )
    // On day 2 only where neither came true.
    expect(told[1]).toBeCloseTo(0.25, 1)
    expect(told[2]).toBe(1)
  })
})

describe('capacity', () => {
  test('makes so many changes in the mean, from its day on', () => {
    const daily = [1, 1, 1, 1, 1]
    const capacity = [{ from: '2026-12-02', factor: 0.25 }]
    const told = chances(
      anInput([{ name: 'a', daily, capacity }], [{ key: 'A', teams: ['a'], size: 3 }], { trials: 40_000 }),
    )
    expect(told.slice(0, 2)).toEqual([0, 0])
    expect(told[2]).toBeCloseTo(0.25, 2)
    expect(told[3]).toBeCloseTo(1 - 0.75 ** 2, 2)
  })
})

describe('more never comes earlier, and less never later', () => {
  const aHistory = fc
    .array(fc.integer({ min: 0, max: 4 }), { minLength: 8, maxLength: 20 })
    .filter((daily) => daily.filter(Boolean).length >= 5)
  const aPlan = fc.record({
    daily: fc.tuple(aHistory, aHistory),
    parallel: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
    sizes: fc.array(
      fc.tuple(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 0, max: 6 }),
        fc.integer({ min: 0, max: 2 }),
      ),
      { minLength: 1, maxLength: 5 },
    ),
    seed: fc.nat(),
  })
  type Plan = typeof aPlan extends fc.Arbitrary<infer Value> ? Value : never

  function planInput({ daily, parallel, sizes, seed }: Plan): ForecastInput {
    return anInput(
      [0, 1].map((at) => ({ name: `t${at}`, daily: daily[at] ?? [], parallel: parallel[at] ?? 1 })),
      sizes.map(([low, more, teams], at) => ({
        key: `B${at}`,
        teams: teams === 0 ? ['t0'] : teams === 1 ? ['t1'] : ['t0', 't1'],
        size: [low, low + more] as const,
      })),
      { trials: 200, seed },
    )
  }

  function isNoEarlier(later: ForecastInput, than: ForecastInput) {
    const [slow, fast] = [forecast(later), forecast(than)]
    for (const [at, bet] of slow.bets.entries())
      for (const { day, chance } of bet.cumulative)
        expect(chance).toBeLessThanOrEqual(fast.bets[at]?.cumulative[day - 1]?.chance ?? 1)
  }

  test('with more scope of any bet, for every bet', () => {
    fc.assert(
      fc.property(
        aPlan,
        fc.nat(),
        fc.integer({ min: 0, max: 5 }),
        fc.integer({ min: 0, max: 5 }),
        (plan, which, low, high) => {
          const input = planInput(plan)
          const grown = which % input.bets.length
          const bets = input.bets.map((bet, at) => {
            const [from, to] = bet.size as readonly [number, number] // as planInput makes them
            return at === grown ? { ...bet, size: [from + Math.min(low, high), to + high] as const } : bet
          })
          isNoEarlier({ ...input, bets }, input)
        },
      ),
      { numRuns: 60 },
    )
  })

  test('with less capacity of any team, for every bet', () => {
    const aFactor = fc.double({ min: 0.2, max: 3, noNaN: true })
    fc.assert(
      fc.property(aPlan, aFactor, aFactor, (plan, one, other) => {
        const input = planInput(plan)
        const at = (factor: number) => ({
          ...input,
          teams: input.teams.map((team) => ({ ...team, capacity: [{ from: '2026-12-03', factor }] })),
        })
        isNoEarlier(at(Math.min(one, other)), at(Math.max(one, other)))
      }),
      { numRuns: 60 },
    )
  })
})

describe('no forecast, or a marked one', () => {
  const told = (daily: readonly number[]) =>
    forecast(anInput([{ name: 'Web', daily }], [{ key: 'A', teams: ['Web'], size: 3 }], { trials: 100 }))
      .bets[0]

  test.each([
    [[], 'no day'],
    [[1], 'one day'],
    [[1, 3], '2 days'],
    [Array.from({ length: 2600 }, () => 0), 'no day'],
    [[0, 0, 4, 0, 1, 0, 1, 1, 0], '4 days'],
  ])('fewer than five active days say nothing (%#)', (daily, days) => {
    expect(told(daily)).toEqual({
      key: 'A',
      percentiles: null,
      dates: null,
      cumulative: [],
      reason: {
        en: `The history of Web holds ${days} with a finished change; a forecast needs 5.`,
        de: expect.stringContaining('eine Prognose braucht 5'),
      },
    })
  })

  test('halves that differ by more than a quarter mark it', () => {
    expect(told([4, 4, 4, 3, 3, 3])).toMatchObject({
      marked: true,
      reason: { en: expect.stringContaining('differ by 29 %') },
    })
    expect(told([9, 9, 9, 7, 7, 7])).not.toHaveProperty('marked')
    // The day in the middle belongs to neither.
    expect(told([3, 3, 9, 3, 3])).not.toHaveProperty('marked')
  })

  test('what waits for a bet without one has none, and goes out of the way of the others', () => {
    const teams = [
      { name: 'new', daily: [] },
      { name: 'old', daily: [1, 1, 1, 1, 1] },
    ]
    const { bets } = forecast(
      anInput(teams, [
        { key: 'A', teams: ['new'], size: 1 },
        { key: 'B', teams: ['old'], size: 2, after: ['A'] },
        { key: 'C', teams: ['old'], size: 2 },
        { key: 'D', teams: ['old', 'new'], size: 2 },
        { key: 'E', teams: ['old'], size: 1, after: ['B'] },
      ]),
    )
    expect(bets.map(({ percentiles }) => percentiles?.['50'] ?? null)).toEqual([null, null, 2, null, null])
    expect(bets[1]?.reason?.en).toBe('Waits for A, which has no forecast.')
    expect(bets[4]?.reason?.en).toBe('Waits for B, which has no forecast.')
  })

  test('a team that nobody works in any more is done with nothing, and that is said', () => {
    const team = { name: 'Web', daily: [1, 1, 1, 1, 1], capacity: [{ from: '2026-12-04', factor: 0 }] }
    const { bets } = forecast(
      anInput(
        [team],
        [
          { key: 'A', teams: ['Web'], size: 3 },
          { key: 'B', teams: ['Web'], size: [1, 2] },
        ],
        { trials: 1000 },
      ),
    )
    expect(bets[0]).toMatchObject({ percentiles: { '95': 3 } })
    expect(bets[1]?.percentiles).toEqual({ '50': 4, '70': null, '85': null, '95': null } satisfies Record<
      string,
      number | null
    >)
    expect(bets[1]?.reason?.en).toContain(
      'of the trials it is not done within 10 years. The team Web ends up without capacity.',
    )
  })
})
