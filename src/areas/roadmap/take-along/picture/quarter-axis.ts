import { quarterBefore } from '../../allocation/quarter.ts'
import { betsOf, type RoadmapCopy } from '../copy-shape.ts'
import { daysOfQuarter, quarterOfDay } from '../quarter-range.ts'

/** Whole quarters from the running one on, side by side. */
export interface QuarterAxis {
  readonly left: number
  readonly right: number
  readonly quarters: readonly { readonly at: number; readonly name: string }[]
  /** In milliseconds. */
  readonly from: number
  readonly to: number
}

const fewest = 4
/** More would leave no room for their names; what lies beyond is said in words. */
const most = 9
const day = 86_400_000

/** An axis that reaches as far as what is to be expected, between a year and a little more than two. */
export function axisFor(copy: RoadmapCopy, left: number, right: number): QuarterAxis {
  const first = quarterOfDay(copy.day)
  const last = betsOf(copy).flatMap(({ days, range, wanted }) => [
    ...(range ? [range.until] : []),
    ...[days?.p95 ?? days?.p85, wanted?.day].flatMap((date) => (date ? [quarterOfDay(date)] : [])),
  ])
  let count = fewest
  while (count < most && last.some((quarter) => quarter > quarterBefore(first, 1 - count))) count += 1
  const all = Array.from({ length: count }, (_, at) => quarterBefore(first, -at))
  const from = startOf(daysOfQuarter(first).first)
  const to = startOf(daysOfQuarter(all.at(-1) ?? first).last) + day
  const at = (quarter: string) =>
    left + ((startOf(daysOfQuarter(quarter).first) - from) / (to - from)) * (right - left)
  return {
    left,
    right,
    from,
    to,
    quarters: all.map((quarter, index) => ({
      at: at(quarter),
      // The year stands where one begins: there is not always room for it.
      name:
        index === 0 || quarter.endsWith('Q1')
          ? `${quarter.slice(5)} ${quarter.slice(0, 4)}`
          : quarter.slice(5),
    })),
  }
}

/** Where a day begins or ends, within the axis. */
export function placeOn(
  { left, right, from, to }: QuarterAxis,
  date: string,
  edge: 'begins' | 'ends',
): number {
  const instant = startOf(date) + (edge === 'ends' ? day : 0)
  return left + Math.min(1, Math.max(0, (instant - from) / (to - from))) * (right - left)
}

const startOf = (date: string) => Date.parse(`${date}T00:00:00Z`)
