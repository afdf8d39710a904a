import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { instant } from '../history/testing/a-history.ts'
import { weeklySeries } from './weekly-series.ts'
import { day, fullWeeks, week } from './windows.ts'

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

test('a point on an edge belongs to the week that begins there', () => {
  const window = fullWeeks(instant('2026-01-19'), 2)
  const at = [window.from, window.from + week - 1, window.from + week, window.to - 1, window.to]
  const series = weeklySeries(
    window,
    at.map((at) => ({ at, value: 1 })),
    sum,
  )

  expect(series).toEqual([
    { from: instant('2026-01-05'), value: 2, sample: 2 },
    { from: instant('2026-01-12'), value: 2, sample: 2 },
  ])
})

test('every week has seven times 24 hours, also those in which clocks are moved', () => {
  // Clocks in Berlin went forward on Sunday 29 March 2026, those in New York on 8 March.
  const window = fullWeeks(instant('2026-04-06'), 5)
  const starts = weeklySeries(window, [], sum).map((point) => point.from)

  expect(starts.map((from) => new Date(from).toISOString().slice(0, 16))).toEqual([
    '2026-03-02T00:00',
    '2026-03-09T00:00',
    '2026-03-16T00:00',
    '2026-03-23T00:00',
    '2026-03-30T00:00',
  ])
})

test('adjacent windows count everything exactly once, in whatever order it comes', () => {
  const instants = fc.array(fc.integer({ min: instant('2025-10-01'), max: instant('2026-06-01') }))
  fc.assert(
    fc.property(instants, fc.integer({ min: 1, max: 12 }), (at, split) => {
      const whole = { from: instant('2025-09-29'), to: instant('2026-06-29') }
      const edge = whole.from + split * week
      const facts = at.map((at) => ({ at, value: 1 }))
      const parts = [
        ...weeklySeries({ from: whole.from, to: edge }, facts, sum),
        ...weeklySeries({ from: edge, to: whole.to }, facts.toReversed(), sum),
      ]
      expect(parts).toEqual(weeklySeries(whole, facts, sum))
      expect(sum(parts.map((point) => point.sample))).toBe(at.length)
    }),
  )
})

test('a window that is no number of weeks ends with the rest of one', () => {
  const window = { from: 0, to: week + day }
  const facts = [
    { at: week, value: 3 },
    { at: window.to, value: 5 },
  ]
  expect(weeklySeries(window, facts, sum).map((point) => point.value)).toEqual([0, 3])
})
