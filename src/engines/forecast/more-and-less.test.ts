import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { forecast } from './forecast.ts'
import type { ForecastInput } from './forecast-input.ts'
import { anInput } from './testing/an-input.ts'

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
