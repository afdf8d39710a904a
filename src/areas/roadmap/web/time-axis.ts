import type { Span } from './roadmap-view.ts'

const day = 86_400_000

/** Weeks that an axis shows. */
const weeksOf: Record<Span, number> = { quarter: 13, half: 26, year: 52 }

/** An axis of time, from the first instant to the last; places on it are percent of its length. */
export interface TimeAxis {
  readonly from: number
  readonly until: number
}

/** A line of the axis: the first day of a month or a Monday. */
export interface Tick {
  /** As in `2026-12-01`. */
  readonly date: string
  readonly at: number
}

export function axisOf(start: string, span: Span): TimeAxis {
  const from = startOf(start)
  return { from, until: from + weeksOf[span] * 7 * day }
}

/** Where a day begins; below 0 or above 100 where it lies beyond the axis. */
export function placeOf(axis: TimeAxis, date: string): number {
  return ((startOf(date) - axis.from) / (axis.until - axis.from)) * 100
}

/** Where a day ends. */
export function endOf(axis: TimeAxis, date: string): number {
  return placeOf(axis, date) + (day / (axis.until - axis.from)) * 100
}

/** First days of months on the axis, without one so near its end that nothing could be written there. */
export function monthsOf(axis: TimeAxis): readonly Tick[] {
  const first = new Date(axis.from)
  const ticks: Tick[] = []
  for (let month = 0; month <= 13; month += 1) {
    const at = Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + month)
    if (at >= axis.from && at < axis.until) ticks.push(tickAt(axis, at))
  }
  return ticks
}

/** Mondays on the axis. */
export function weeksIn(axis: TimeAxis): readonly Tick[] {
  const ticks: Tick[] = []
  const untilMonday = (8 - new Date(axis.from).getUTCDay()) % 7
  for (let at = axis.from + untilMonday * day; at < axis.until; at += 7 * day) ticks.push(tickAt(axis, at))
  return ticks
}

/** The part of a stretch of days that lies on the axis; null for none. */
export function stretchOf(
  axis: TimeAxis,
  { from, until }: { readonly from: string; readonly until: string },
): { readonly start: number; readonly end: number } | null {
  const [start, end] = [Math.max(0, placeOf(axis, from)), Math.min(100, endOf(axis, until))]
  return start < end ? { start, end } : null
}

function tickAt(axis: TimeAxis, at: number): Tick {
  const date = new Date(at).toISOString().slice(0, 10)
  return { date, at: placeOf(axis, date) }
}

const startOf = (date: string) => Date.parse(`${date}T00:00:00Z`)
