import { z } from 'zod'
import { defineOperation, readAllRecords, Refusal, type OperationContext } from '#kernel'
import { languages } from '#kernel/shape.ts'
import { readPast } from '../kept/backtest-teams.ts'
import { textOf, textsOf } from '../plan/read-bet.ts'
import { forecastQuestion, readForecast, usualWindow } from '../read-forecast.ts'
import type { CalendarDates } from './calendar/calendar-events.ts'
import { audiences, copyForms } from './copy-shape.ts'

/** Reads what a copy of the roadmap is made of; what it says is reckoned and written outside. */
export const readExport = defineOperation({
  name: 'roadmap.export',
  summary: {
    en: 'Take the roadmap along as a file, as much of it as its readers may have.',
    de: 'Die Roadmap als Datei mitnehmen, so viel davon, wie ihre Leser haben dürfen.',
  },
  input: z.strictObject({
    as: z.enum(copyForms),
    for: z.enum(audiences).default('team'),
    /** Whether the board gets keys and names of teams. */
    names: z.enum(['yes', 'no']).default('no'),
    window: z.coerce.number().int().min(5).max(520).default(usualWindow),
    language: z.enum(languages).default('en'),
  }),
  access: ['owner', 'leader', 'member'],
  writes: false,
  async run(context, { as, for: audience, names, window, language }) {
    if (as === 'ics' && audience !== 'team') throw noCalendar(audience)
    const forecast = await readForecast.run(context, forecastQuestion.parse({ window, language }))
    const past =
      audience === 'board' ? await readPast.run(context, readPast.input.parse({ window, language })) : null
    return {
      as,
      audience,
      names: names === 'yes',
      language,
      forecast,
      // Of the company as a whole: how each team fares is nobody’s outside.
      past: past && { ...past, pasts: past.pasts.slice(0, 1) },
      keptInside: audience === 'outside' ? await keptInside(context) : [],
      dates: as === 'ics' ? await calendarDates(context) : null,
      workspace: context.workspaceId,
    }
  },
})

export type ReadExport = Awaited<ReturnType<typeof readExport.run>>

async function keptInside(context: OperationContext): Promise<string[]> {
  const bets = await readAllRecords(context, 'bet')
  return bets.flatMap(({ key, fields }) => (fields['inside'] === true ? [key] : []))
}

/** How long a break that is over stays in the calendar. */
const remembered = 31 * 86_400_000

async function calendarDates(context: OperationContext): Promise<CalendarDates> {
  const goals = await readAllRecords(context, 'goal')
  const breaks = await readAllRecords(context, 'break')
  const allocations = await readAllRecords(context, 'allocation')
  const teams = new Map((await readAllRecords(context, 'team')).map(({ key, title }) => [key, title]))
  const since = new Date(context.clock().getTime() - remembered).toISOString().slice(0, 10)
  return {
    goals: goals.flatMap(({ key, title, fields }) => {
      const due = textOf(fields['due'])
      return due !== null && fields['state'] === 'active' ? [{ key, title, due }] : []
    }),
    breaks: breaks.flatMap(({ key, title, fields }) => {
      const from = textOf(fields['from']) ?? ''
      const until = textOf(fields['until']) ?? from
      const names = textsOf(fields['teams']).map((team) => teams.get(team) ?? team)
      return until >= since ? [{ key, title, from, until, teams: names }] : []
    }),
    splitQuarters: allocations.flatMap(({ fields }) =>
      textOf(fields['team']) === null ? (textOf(fields['quarter']) ?? []) : [],
    ),
  }
}

function noCalendar(audience: string): Refusal {
  return new Refusal(
    'invalid',
    {
      en: `There is no calendar for ${audience}: a calendar holds days, and days are for the team.`,
      de: `Für ${audience} gibt es keinen Kalender: Ein Kalender besteht aus Tagen, und Tage sind für das Team.`,
    },
    {
      en: 'Take svg, markdown or csv, or the calendar for team.',
      de: 'Nimm svg, markdown oder csv, oder den Kalender für team.',
    },
  )
}
