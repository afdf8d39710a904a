import { describe, expect, test } from 'vitest'
import { backtest, scopesAtMonthEnds, type PastOfTeam } from './backtest.ts'
import { nextOf, seedStream } from './sfc32.ts'
import { dayText, isWeekday, readDay } from './working-days.ts'

/** A team’s past over so many years, each working day by what is handed in. */
function aPast(name: string, years: number, finished: (at: number) => number): PastOfTeam {
  const days: { day: string; finished: number }[] = []
  const from = readDay('2020-01-01') ?? 0
  for (let day = from; day < from + years * 365; day++)
    if (isWeekday(day)) days.push({ day: dayText(day), finished: finished(days.length) })
  return { name, days }
}

function dice(seed: number): (sides: number) => number {
  const stream = new Int32Array(4)
  seedStream(stream, 0, seed, 0, 0)
  return (sides) => Math.floor((nextOf(stream, 0) / 2 ** 32) * sides)
}

describe('a past that stays as it is', () => {
  const roll = dice(5)
  const past = ['Web', 'Core'].map((name) => aPast(name, 9, () => roll(4)))
  const told = backtest(past, scopesAtMonthEnds(past, 30), { window: 250, trials: 400 })

  test('is forecast as promised, at every level', () => {
    expect(told.judged).toBeGreaterThan(190)
    expect(told.levels.map(({ verdict }) => verdict)).toEqual(Array(4).fill('as-promised'))
    for (const { level, promised, share, range } of told.levels) {
      // Days are whole, so that a little more is promised than the level says.
      expect(promised).toBeGreaterThanOrEqual(Number(level) / 100)
      expect(Math.abs((share ?? 0) - (promised ?? 0))).toBeLessThan(0.08)
      expect(range?.[0]).toBeLessThan(share ?? 0)
      expect(range?.[1]).toBeGreaterThanOrEqual(share ?? 1)
    }
  })

  test('leaves out the end, of which nobody knows yet how it comes', () => {
    expect(told.undecided).toBeGreaterThan(0)
    expect(told.judged + told.undecided + told.withoutForecast).toBe(scopesAtMonthEnds(past, 30).length)
  })
})

test('a team that slows down all the time was promised too much', () => {
  const roll = dice(6)
  const past = [aPast('Web', 3, (at) => (roll(1000) < 1000 * 0.5 ** (at / 120) ? 6 : 0))]
  const { levels } = backtest(past, scopesAtMonthEnds(past, 12), { window: 120, trials: 300 })
  expect(levels.map(({ verdict }) => verdict)).toEqual(Array(4).fill('too-hopeful'))
})

test('only what was known on the day goes into a forecast', () => {
  const until = (last: number) => aPast('Web', 1, (at) => (at < last ? 1 : 50))
  const at = until(0).days[99]?.day ?? ''
  const scope = { at, teams: ['Web'], size: 10 }
  const { levels, cases } = backtest([until(100)], [scope], { window: 60 })
  // From a hundred days with one change each, ten take ten days; they took one.
  expect(levels.map(({ cameTrue, of }) => [cameTrue, of])).toEqual(levels.map(() => [1, 1]))
  const day = (after: number) => until(0).days[99 + after]?.day
  const dates = Object.fromEntries(levels.map(({ level }) => [level, day(10)]))
  expect(cases).toEqual([{ ...scope, dates, came: day(1) }])
})

test('several teams are done when the last is', () => {
  const past = [aPast('Web', 1, () => 1), aPast('Core', 1, (at) => (at < 100 ? 1 : 0))]
  const at = past[0]?.days[99]?.day ?? ''
  const { levels } = backtest(past, [{ at, teams: ['Web', 'Core'], size: 5 }], { window: 60 })
  expect(levels.map(({ cameTrue, of }) => [cameTrue, of])).toEqual(levels.map(() => [0, 1]))
})

test('too few give no figure but the reason', () => {
  const past = [aPast('Web', 1, () => 1)]
  const { levels, withoutForecast } = backtest(past, scopesAtMonthEnds(past, 5).slice(0, 8), { window: 60 })
  expect(levels[2]).toEqual({
    level: '85',
    cameTrue: 8,
    of: 8,
    promised: null,
    share: null,
    reason: { en: expect.stringContaining('Only 8 forecasts'), de: expect.stringContaining('nötig sind 10') },
    range: null,
    verdict: null,
  })
  expect(withoutForecast).toBe(0)
  const silent = aPast('Web', 1, () => 0)
  expect(backtest([silent], scopesAtMonthEnds([silent], 5), { window: 60 })).toMatchObject({
    judged: 0,
    withoutForecast: 11,
  })
})
