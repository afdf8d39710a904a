import { asOf } from '../copy-markdown.ts'
import { betsOf, type RoadmapCopy } from '../copy-shape.ts'
import { copyAudiences, copyTitles, legend, noBets } from '../copy-words.ts'
import { drawColumns } from './draw-columns.ts'
import { drawRows } from './draw-rows.ts'
import { page, type Drawn } from './page.ts'
import { colours, element, escaped, line } from './svg-parts.ts'
import { wrapText } from './wrap-text.ts'

const fonts = "'IBM Plex Sans', 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif"

/** The copy as a picture that stands alone: nothing in it comes from elsewhere, and nothing in it runs. */
export function drawCopy(copy: RoadmapCopy): string {
  const { audience, language, notes } = copy
  const isEmpty = betsOf(copy).length === 0
  const small = { size: 15 }
  const told = audience === 'team' && !isEmpty ? [...notes, legend[language]] : notes
  const written = told.flatMap((note) => wrapText(note, page.width - 2 * page.margin, small, 4))
  const room = written.length * 21 + 56
  const drawn = drawBets(copy, 140, page.height - room)
  const height = Math.max(page.height, Math.ceil(drawn.end + room))
  const title = copyTitles[audience][language]
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${page.width} ${height}" width="${page.width}" height="${height}" role="img" aria-labelledby="title what" xml:lang="${language}" font-family="${fonts}" direction="ltr">`,
    element('title', { id: 'title' }, escaped(`${title}. ${asOf(copy)}.`)),
    element('desc', { id: 'what' }, escaped(inWords(copy))),
    element('rect', { width: page.width, height, fill: colours.ground }),
    line(title, { x: page.margin, y: 82, size: 36, bold: true }),
    line(copyAudiences[audience][language], { x: page.margin, y: 114, size: 18, colour: colours.quiet }),
    line(asOf(copy), { x: page.width - page.margin, y: 82, size: 18, colour: colours.quiet, end: true }),
    ...drawn.parts,
    ...written.map((note, at) =>
      line(note, { ...small, x: page.margin, y: height - room + 40 + at * 21, colour: colours.quiet }),
    ),
    '</svg>',
    '',
  ].join('\n')
}

function drawBets(copy: RoadmapCopy, top: number, bottom: number): Drawn {
  if (betsOf(copy).length > 0)
    return copy.audience === 'outside' ? drawColumns(copy, top) : drawRows(copy, top, bottom)
  const text = noBets[copy.language]
  return {
    parts: [line(text, { x: page.margin, y: top + 30, size: 22, colour: colours.quiet })],
    end: top + 40,
  }
}

/** All that is drawn, for who cannot see it. */
function inWords({ groups, notes, language }: RoadmapCopy): string {
  if (groups.length === 0) return noBets[language]
  const told = groups.map(
    ({ name, bets }) =>
      `${name}: ${bets.map(({ title, said }) => `${title} (${said.join('; ')})`).join(', ')}.`,
  )
  return [...told, ...notes].join(' ')
}
