import type { FileAnswer } from '#kernel'
import { answerForecast } from '../answer-forecast.ts'
import { answerBacktest } from '../kept/backtest-teams.ts'
import { calendarEvents } from './calendar/calendar-events.ts'
import { calendarText } from './calendar/calendar-text.ts'
import { copyCsv } from './copy-csv.ts'
import { copyFor } from './copy-for.ts'
import { copyMarkdown } from './copy-markdown.ts'
import type { CopyForm, RoadmapCopy } from './copy-shape.ts'
import { drawCopy } from './picture/draw-copy.ts'
import type { ReadExport } from './read-export.ts'

/** Media types of the forms, as they stand in an answer. */
export const copyTypes: Readonly<Record<CopyForm, string>> = {
  markdown: 'text/markdown',
  svg: 'image/svg+xml',
  csv: 'text/csv',
  ics: 'text/calendar',
}

const endings: Readonly<Record<CopyForm, string>> = { markdown: 'md', svg: 'svg', csv: 'csv', ics: 'ics' }

/** The copy as a file. `origin` is where the pages are found, for whom a calendar leads there. */
export async function answerExport(read: ReadExport, origin: string | null = null): Promise<FileAnswer> {
  const { as, audience } = read
  const forecast = await answerForecast(read.forecast)
  const [level] = read.past
    ? (await answerBacktest(read.past)).calibrations.flatMap(({ levels }) =>
        levels.filter(({ level }) => level === '85'),
      )
    : []
  const copy = copyFor(forecast, { ...read, ...(level && { calibration: level }) })
  return {
    name: ['roadmap', ...(as === 'ics' ? [] : [audience, copy.day.slice(0, audience === 'outside' ? 7 : 10)])]
      .join('-')
      .concat('.', endings[as]),
    type: copyTypes[as],
    content: as === 'ics' ? calendarOf(copy, read, origin) : writers[as](copy),
  }
}

const writers = { markdown: copyMarkdown, svg: drawCopy, csv: copyCsv } as const

function calendarOf(
  copy: RoadmapCopy,
  { dates, workspace, forecast }: ReadExport,
  origin: string | null,
): string {
  const events = dates === null ? [] : calendarEvents(copy, dates, { id: workspace, origin })
  return calendarText({ name: 'Leitstand: Roadmap', stamp: new Date(forecast.asOf), events })
}
