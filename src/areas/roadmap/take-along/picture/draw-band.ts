import type { CopyBet } from '../copy-shape.ts'
import { daysOfQuarter } from '../quarter-range.ts'
import { placeOn, type QuarterAxis } from './quarter-axis.ts'
import { box, colours, element } from './svg-parts.ts'

const height = 18

/** What is to be expected of a bet, as a bar; an arrow where it goes on beyond the axis. Nothing where nothing is known. */
export function drawBand({ days, range, wanted }: CopyBet, axis: QuarterAxis, y: number): string[] {
  const parts: string[] = []
  if (range) {
    const [from, until] = [daysOfQuarter(range.from).first, daysOfQuarter(range.until).last]
    parts.push(...bar(axis, from, until, y, colours.bar))
  }
  if (days && days.p50 !== null) {
    parts.push(...bar(axis, days.p50, days.p95, y, colours.paler))
    parts.push(...bar(axis, days.p50, days.p85, y, colours.bar))
  }
  if (wanted) {
    const x = placeOn(axis, wanted.day, 'begins')
    if (x > axis.left && x < axis.right)
      parts.push(
        element('path', {
          d: `M${x} ${y - 3}l6 ${height / 2 + 3}l-6 ${height / 2 + 3}l-6 ${-height / 2 - 3}z`,
          fill: colours.ink,
          stroke: colours.ground,
        }),
      )
  }
  return parts
}

/** From one day to another, both included; null for one that lies beyond all axes. */
function bar(axis: QuarterAxis, from: string, until: string | null, y: number, fill: string): string[] {
  const start = placeOn(axis, from, 'begins')
  const end = until === null ? axis.right : placeOn(axis, until, 'ends')
  const isBeyond = until === null || Date.parse(`${until}T00:00:00Z`) >= axis.to
  const arrow = element('path', { d: `M${axis.right} ${y}l9 ${height / 2}l-9 ${height / 2}z`, fill })
  return [
    ...(end > start ? [box(start, y, Math.max(4, end - start), height, fill)] : []),
    ...(isBeyond ? [arrow] : []),
  ]
}
