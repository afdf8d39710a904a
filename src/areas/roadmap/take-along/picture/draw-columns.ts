import type { CopyGroup, RoadmapCopy } from '../copy-shape.ts'
import { page, type Drawn } from './page.ts'
import { colours, line, rule } from './svg-parts.ts'
import { wrapText } from './wrap-text.ts'

const gap = 40

/** Side by side what comes now, next and later, without any axis: where there are no days, nothing is measured in them. */
export function drawColumns({ groups }: RoadmapCopy, top: number): Drawn {
  const width = (page.width - 2 * page.margin - gap * (groups.length - 1)) / groups.length
  const columns = groups.map((group, at) => drawColumn(group, page.margin + at * (width + gap), top, width))
  return {
    parts: columns.flatMap(({ parts }) => parts),
    end: Math.max(top, ...columns.map(({ end }) => end)),
  }
}

function drawColumn({ name, bets }: CopyGroup, x: number, top: number, width: number): Drawn {
  const parts = [
    line(name, { x, y: top + 28, size: 24, bold: true, colour: colours.bar }),
    rule(x, top + 44, x + width, top + 44, colours.bar),
  ]
  let y = top + 44
  const title = { size: 21, bold: true }
  for (const { title: text, said } of bets) {
    y += 14
    for (const each of wrapText(text, width, title, 3)) parts.push(line(each, { ...title, x, y: (y += 27) }))
    for (const each of said.flatMap((words) => wrapText(words, width, { size: 18 }, 2)))
      parts.push(line(each, { x, y: (y += 25), size: 18, colour: colours.quiet }))
    y += 18
    parts.push(rule(x, y, x + width, y))
  }
  return { parts, end: y }
}
