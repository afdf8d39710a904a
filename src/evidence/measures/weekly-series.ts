import type { SeriesPoint, Window } from './measure.ts'
import { week } from './windows.ts'

/** Something with an instant (milliseconds since 1970) and a value. */
export interface TimedValue {
  readonly at: number
  readonly value: number
}

/** One point for every week of the window, each half-open and counted from the window's start. */
export function weeklySeries(
  window: Window,
  facts: Iterable<TimedValue>,
  summarise: (values: readonly number[], from: number) => number | null,
): SeriesPoint[] {
  const buckets = Array.from({ length: Math.ceil((window.to - window.from) / week) }, (): number[] => [])
  for (const { at, value } of facts) {
    if (at >= window.from && at < window.to) buckets[Math.floor((at - window.from) / week)]?.push(value)
  }
  return buckets.map((values, index) => {
    const from = window.from + index * week
    return { from, value: summarise(values, from), sample: values.length }
  })
}
