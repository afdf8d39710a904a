import type { Measure } from '#evidence/measures/measure.ts'
import type { Words } from '#kernel/shape.ts'
import type { FigureShape } from '#evidence/shape.ts'
import { columnsOf, wrap } from './terminal/columns.ts'
import type { Look } from './terminal/look.ts'
import { sparkline } from './terminal/sparkline.ts'

/** What measures and their parts are called, by the measure's id. */
export type FigureWords = ReadonlyMap<string, Pick<Measure, 'title' | 'partNames'>>

const [titleColumns, valueColumns] = [32, 13]

/** A line a figure: name, value, course, sample and what to know of it; a dash is followed by its reason. */
export function figureRows(figures: readonly FigureShape[], words: FigureWords, look: Look): string[] {
  return figures.flatMap((figure) => {
    const title = look.fit(titleOf(figure, words, look), titleColumns)
    return figure.value === null
      ? withoutValue(figure, title, look)
      : withValue(figure, figure.value, title, look, words)
  })
}

function withoutValue(figure: FigureShape, title: string, look: Look): string[] {
  const indent = 2 + titleColumns + 1
  const dash = `${look.sign.dash} `
  const [first = '', ...more] = wrap(reasonOf(figure, look), look.columns - indent - 2)
  return [
    `  ${title} ${look.ink('faint', dash + first)}`,
    ...more.map((line) => `${' '.repeat(indent + 2)}${look.ink('faint', line)}`),
  ]
}

function titleOf({ id }: FigureShape, words: FigureWords, { say }: Look): string {
  const title = words.get(id)?.title
  return title ? say(title) : id
}

/** The report has it in the language that was asked for; here it is only spelled for the terminal. */
function reasonOf({ reason = '' }: FigureShape, { say }: Look): string {
  return say({ en: reason, de: reason })
}

function withValue(
  figure: FigureShape,
  value: number,
  title: string,
  look: Look,
  words: FigureWords,
): string[] {
  const shown = look.fit(valueText(value, figure.unit, look), valueColumns, 'right')
  const indent = 2 + titleColumns + 1 + valueColumns + 2
  const room = look.columns - indent
  const course = courseOf(figure, look)
  const notes = notesOf(figure, words, look).join(` ${look.sign.dot} `)
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

function notesOf(figure: FigureShape, words: FigureWords, look: Look): string[] {
  const { percentiles, coverage, proxy, dropped, unit } = figure
  const { say, number } = look
  return [
    `n ${number(figure.sample)}`,
    ...(percentiles
      ? [`p75 ${valueText(percentiles['75'], unit, look)}`, `p90 ${valueText(percentiles['90'], unit, look)}`]
      : []),
    ...(coverage === undefined
      ? []
      : [`${say({ en: 'coverage', de: 'Abdeckung' })} ${valueText(coverage, 'share', look)}`]),
    ...Object.entries(dropped ?? {})
      .filter(([, count]) => count > 0)
      .map(([what, count]) => say(leftOut(number(count), words.get(figure.id)?.partNames?.[what] ?? what))),
    ...(proxy ? [say({ en: 'proxy', de: 'Näherung' })] : []),
  ]
}

/** German names its things in the plural and with a capital, so that the number stands behind them. */
function leftOut(count: string, part: Words | string): Words {
  const { en, de } = typeof part === 'string' ? { en: part, de: part } : part
  return {
    en: `left out: ${count} ${en.slice(0, 1).toLowerCase()}${en.slice(1)}`,
    de: `${de}: ${count} ausgelassen`,
  }
}

const units: Readonly<Record<'day' | 'line' | 'perWeek', readonly [one: Words, other: Words]>> = {
  day: [
    { en: 'd', de: 'Tag' },
    { en: 'd', de: 'Tage' },
  ],
  line: [
    { en: 'line', de: 'Zeile' },
    { en: 'lines', de: 'Zeilen' },
  ],
  perWeek: [
    { en: '/ week', de: '/ Woche' },
    { en: '/ week', de: '/ Woche' },
  ],
}

/** A value with its unit, as one says it: long times in days, shares in per cent. */
export function valueText(value: number, unit: FigureShape['unit'], look: Look): string {
  const of = (amount: number, name: keyof typeof units) => {
    const text = rounded(amount, look)
    return `${text} ${look.say(units[name][text === '1' ? 0 : 1])}`
  }
  switch (unit) {
    case 'hours':
      return Math.abs(value) < 48 ? `${rounded(value, look)} h` : of(value / 24, 'day')
    case 'days':
      return of(value, 'day')
    case 'per-week':
      return of(value, 'perWeek')
    case 'share':
      return `${rounded(value * 100, look)} %`
    case 'lines':
      return of(value, 'line')
    case 'count':
      return rounded(value, look)
  }
}

/** Three digits are as exact as such figures are. */
function rounded(value: number, { number }: Look): string {
  const decimals = Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : Math.abs(value) >= 10 ? 1 : 2
  return number(value, decimals)
}
