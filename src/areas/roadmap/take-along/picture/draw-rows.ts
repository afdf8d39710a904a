import type { CopyBet, RoadmapCopy } from '../copy-shape.ts'
import { drawBand } from './draw-band.ts'
import { page, type Drawn } from './page.ts'
import { axisFor, placeOn, type QuarterAxis } from './quarter-axis.ts'
import { colours, box, line, rule } from './svg-parts.ts'
import { wrapText, type Letters } from './wrap-text.ts'

/** Where what is called how stands, where the axis lies, and where it is said what is to be expected. */
const place = { title: page.margin, axis: 620, words: 1250, right: page.width - page.margin } as const
const gap = 28

/** Sizes of letters and lines. */
interface Look {
  readonly title: Letters & { readonly line: number }
  readonly meta: Letters & { readonly line: number }
  readonly said: Letters & { readonly line: number }
  readonly group: number
  readonly padding: number
}

const roomy: Look = {
  title: { size: 18, bold: true, line: 22 },
  meta: { size: 14, line: 18 },
  said: { size: 15, line: 19 },
  group: 50,
  padding: 20,
}
const dense: Look = {
  title: { size: 16, bold: true, line: 20 },
  meta: { size: 13, line: 16 },
  said: { size: 14, line: 17 },
  group: 40,
  padding: 12,
}

/** Row by row the bets with what is to be expected of each, on an axis of quarters; closer where there would be no room. */
export function drawRows(copy: RoadmapCopy, top: number, bottom: number): Drawn {
  const drawn = drawAll(copy, top, roomy)
  return drawn.end <= bottom ? drawn : drawAll(copy, top, dense)
}

function drawAll(copy: RoadmapCopy, top: number, look: Look): Drawn {
  const axis = axisFor(copy, place.axis, place.words - gap)
  const body: string[] = []
  let y = top + 34
  for (const { name, bets } of copy.groups) {
    y += look.group
    body.push(
      line(name, { x: place.title, y: y - 12, size: look.title.size + 2, bold: true, colour: colours.bar }),
    )
    for (const bet of bets) {
      const row = drawRow(bet, axis, y, look)
      body.push(rule(place.title, y, place.right, y), ...row.parts)
      y = row.end
    }
  }
  return { parts: [...ground(copy, axis, top, y), ...body], end: y }
}

function drawRow(bet: CopyBet, axis: QuarterAxis, top: number, { title, meta, said, padding }: Look): Drawn {
  const room = place.axis - place.title - gap
  const titles = wrapText(bet.title, room, title, 2)
  const metas = wrapText(metaOf(bet), room, meta, 1)
  const words = bet.said.flatMap((each) => wrapText(each, place.right - place.words, said, 2))
  const first = top + padding / 2 + title.size * 0.85
  const parts = [
    ...titles.map((text, at) => line(text, { ...title, x: place.title, y: first + at * title.line })),
    ...metas.map((text) =>
      line(text, { ...meta, x: place.title, y: first + titles.length * title.line, colour: colours.quiet }),
    ),
    ...words.map((text, at) => line(text, { ...said, x: place.words, y: first + at * said.line })),
    ...drawBand(bet, axis, first - 14),
  ]
  const left = titles.length * title.line + metas.length * meta.line
  return { parts, end: top + padding + Math.max(left, words.length * said.line, 24) }
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
