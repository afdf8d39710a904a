import type { BetOutlook } from '../answer-forecast.ts'
import { endOf, placeOf, type TimeAxis } from './time-axis.ts'

/** A forecast as it is drawn, in percent of the axis. */
export interface LikelihoodBand {
  readonly start: number
  readonly end: number
  /** Whether it goes on beyond the axis. */
  readonly isCut: boolean
  /** From the left to the right, each paler than the one before. */
  readonly slices: readonly Slice[]
}

export interface Slice {
  readonly start: number
  readonly end: number
  /** From 0 to 1. */
  readonly weight: number
}

/** How much likelihood lies in a slice. */
const step = 0.05

/**
 * From the day by which a bet is done in half of the trials to the one by which it is in 95 %. Its weight is the chance
 * that it is still open, full at a half: what is unlikely is pale. Null without a forecast; beyond the axis it is that too.
 */
export function likelihoodBand(
  axis: TimeAxis,
  { dates, cumulative }: Pick<BetOutlook, 'dates' | 'cumulative'>,
): LikelihoodBand | 'beyond' | null {
  if (!dates || dates[50] === null) return null
  const [start, end] = [placeOf(axis, dates[50]), dates[95] === null ? Infinity : endOf(axis, dates[95])]
  if (start >= 100) return 'beyond'
  const within = (at: number) => Math.min(100, Math.max(0, at))
  const slices: Slice[] = []
  let [from, level] = [start, 0]
  for (const { date, chance } of cumulative) {
    if (date < dates[50]) continue
    const next = Math.max(0, Math.floor((chance - 0.5) / step + 1e-9))
    const until = Math.min(end, endOf(axis, date))
    const last = slices.at(-1)
    if (last && next === level) slices[slices.length - 1] = { ...last, end: within(until) }
    else if (within(from) < within(until))
      slices.push({ start: within(from), end: within(until), weight: weightAt(next) })
    ;[from, level] = [until, next]
    if (until >= Math.min(end, 100)) break
  }
  return { start: within(start), end: within(end), isCut: end > 100, slices }
}

/** Where a label beside the band has room, in percent of the axis; null where on neither side. */
export function labelSide(
  { start, end }: { readonly start: number; readonly end: number },
  room: number,
): 'right' | 'left' | null {
  if (100 - end >= room) return 'right'
  return start >= room ? 'left' : null
}

/** The chance that it is still open in the middle of a slice, against one half. */
function weightAt(level: number): number {
  return Math.max(step, 1 - (level + 0.5) * step * 2)
}
