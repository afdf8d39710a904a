import type { CopyBet, RoadmapCopy } from '../copy-shape.ts'
import { drawBand } from './draw-band.ts'
import { page, type Drawn } from './page.ts'
import { axisFor, placeOn, type QuarterAxis } from './quarter-axis.ts'
import { colours, box, line, rule } from './svg-parts.ts'
import { wrapText } from './wrap-text.ts'

/** Where what is called how stands, where the axis lies, and where it is said what is to be expected. */
const place = { title: page.margin, axis: 620, words: 1250, right: page.width - page.margin } as const
const gap = 28

/** Row by row the bets with what is to be expected of each, on an axis of quarters. */
export function drawRows(copy: RoadmapCopy, top: number): Drawn {
  const axis = axisFor(copy, place.axis, place.words - gap)
  const body: string[] = []
  let y = top + 34
  for (const { name, bets } of copy.groups) {
    y += 38
    body.push(line(name, { x: place.title, y, size: 20, bold: true, colour: colours.bar }))
    y += 12
    for (const bet of bets) {
      const row = drawRow(bet, axis, y)
      body.push(rule(place.title, y, place.right, y), ...row.parts)
      y = row.end
    }
  }
  return { parts: [...ground(copy, axis, top, y), ...body], end: y }
}

function drawRow(bet: CopyBet, axis: QuarterAxis, top: number): Drawn {
  const titles = wrapText(bet.title, place.axis - place.title - gap, { size: 18, bold: true }, 2)
  const meta = wrapText(metaOf(bet), place.axis - place.title - gap, { size: 14 }, 1)
  const said = bet.said.flatMap((words) => wrapText(words, place.right - place.words, { size: 15 }, 2))
  const parts = [
    ...titles.map((text, at) => line(text, { x: place.title, y: top + 25 + at * 22, size: 18, bold: true })),
    ...meta.map((text) =>
      line(text, { x: place.title, y: top + 24 + titles.length * 22, size: 14, colour: colours.quiet }),
    ),
    ...said.map((text, at) => line(text, { x: place.words, y: top + 23 + at * 19, size: 15 })),
    ...drawBand(bet, axis, top),
  ]
  return { parts, end: top + Math.max(titles.length * 22 + meta.length * 18 + 20, said.length * 19 + 18, 46) }
}

function metaOf({ key, state, teams, goals }: CopyBet): string {
  return [key, state, teams.join(', '), goals.join(', ')]
    .filter((text) => text !== null && text !== '')
    .join(' · ')
}

/** Quarters as lines under their names, company days off as shades. */
function ground({ daysOff }: RoadmapCopy, axis: QuarterAxis, top: number, end: number): string[] {
  return [
    ...daysOff.flatMap(({ from, until }) => {
      const [start, stop] = [placeOn(axis, from, 'begins'), placeOn(axis, until, 'ends')]
      return stop <= start
        ? []
        : [box(start, top + 34, Math.max(2, stop - start), end - top - 34, colours.off)]
    }),
    ...axis.quarters.flatMap(({ at, name }) => [
      rule(at, top + 8, at, end),
      line(name, { x: at + 6, y: top + 24, size: 15, colour: colours.quiet }),
    ]),
    rule(axis.left, top + 34, axis.right, top + 34, colours.quiet),
  ]
}
