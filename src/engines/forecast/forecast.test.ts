import { describe, expect, test } from 'vitest'
import { forecast } from './forecast.ts'
import type { ForecastBet, ForecastInput } from './forecast-input.ts'
import { anInput } from './testing/an-input.ts'

const evenDays = [1, 3, 3, 1, 1, 3, 3, 1]

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
