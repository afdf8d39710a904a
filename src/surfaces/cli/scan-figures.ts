import type { Measure } from '#evidence/measures/measure.ts'
import type { FigureShape } from '#evidence/shape.ts'
import { columnsOf, wrap } from './terminal/columns.ts'
import type { Look } from './terminal/look.ts'
import { sparkline } from './terminal/sparkline.ts'

/** What measures and their parts are called, by the measure's id. */
export type FigureWords = ReadonlyMap<string, Pick<Measure, 'title' | 'partNames'>>

const [titleColumns, valueColumns] = [31, 11]

/** A line a figure: name, value, course, sample and what to know of it; a dash is followed by its reason. */
export function figureRows(figures: readonly FigureShape[], words: FigureWords, look: Look): string[] {
  return figures.flatMap((figure) => {
    const title = look.fit(words.get(figure.id)?.title.en ?? figure.id, titleColumns)
    return figure.value === null
      ? withoutValue(figure, title, look)
      : withValue(figure, figure.value, title, look, words)
  })
}

function withoutValue(figure: FigureShape, title: string, look: Look): string[] {
  const indent = 2 + titleColumns + 1
  const dash = `${look.sign.dash} `
  const [first = '', ...more] = wrap(figure.reason ?? '', look.columns - indent - 2)
  return [
    `  ${title} ${look.ink('faint', dash + first)}`,
    ...more.map((line) => `${' '.repeat(indent + 2)}${look.ink('faint', line)}`),
  ]
}

function withValue(
  figure: FigureShape,
  value: number,
  title: string,
  look: Look,
  words: FigureWords,
): string[] {
  const shown = look.fit(valueText(value, figure.unit), valueColumns, 'right')
  const indent = 2 + titleColumns + 1 + valueColumns + 2
  const room = look.columns - indent
  const course = courseOf(figure, look)
  const notes = notesOf(figure, words).join(` ${look.sign.dot} `)
  // Beside the value stands its course over the window, and beside that what to know of the figure, where there is room.
  const beside = course === '' ? [] : [look.ink('accent', course)]
  const lines =
    course.length + 2 + columnsOf(notes) <= room
      ? [[...beside, look.ink('faint', notes)].join('  ')]
      : [...beside, ...wrap(notes, room).map((line) => look.ink('faint', line))]
  return lines.map((line, at) =>
    at === 0 ? `  ${title} ${look.ink('strong', shown)}  ${line}` : `${' '.repeat(indent)}${line}`,
  )
}

/** The last 26 points at most. */
function courseOf({ series }: FigureShape, look: Look): string {
  if (series === undefined || series.length < 2) return ''
  return sparkline(
    series.slice(-26).map((point) => point.value),
    look.unicode,
  )
}

function notesOf(figure: FigureShape, words: FigureWords): string[] {
  const { percentiles, coverage, proxy, dropped, unit } = figure
  return [
    `n ${figure.sample.toLocaleString('en-GB')}`,
    ...(percentiles
      ? [`p75 ${valueText(percentiles['75'], unit)}`, `p90 ${valueText(percentiles['90'], unit)}`]
      : []),
    ...(coverage === undefined ? [] : [`coverage ${valueText(coverage, 'share')}`]),
    ...Object.entries(dropped ?? {})
      .filter(([, count]) => count > 0)
      .map(([what, count]) => `left out: ${count.toLocaleString('en-GB')} ${nameOf(figure, what, words)}`),
    ...(proxy ? ['proxy'] : []),
  ]
}

function nameOf({ id }: FigureShape, part: string, words: FigureWords): string {
  const name = words.get(id)?.partNames?.[part]?.en ?? part
  return name.slice(0, 1).toLowerCase() + name.slice(1)
}

/** A value with its unit, as one says it: long times in days, shares in per cent. */
export function valueText(value: number, unit: FigureShape['unit']): string {
  switch (unit) {
    case 'hours':
      return Math.abs(value) < 48 ? `${rounded(value)} h` : `${rounded(value / 24)} d`
    case 'days':
      return `${rounded(value)} d`
    case 'per-week':
      return `${rounded(value)} / week`
    case 'share':
      return `${rounded(value * 100)} %`
    case 'lines':
      return `${rounded(value)} lines`
    case 'count':
      return rounded(value)
  }
}

/** Three digits are as exact as such figures are. */
function rounded(value: number): string {
  const decimals = Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : Math.abs(value) >= 10 ? 1 : 2
  return value.toLocaleString('en-GB', { maximumFractionDigits: decimals })
}
