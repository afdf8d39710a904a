import { dayOf } from '#evidence/facts/day-of.ts'
import { z } from 'zod'
import { scopesAtMonthEnds, type PastOfTeam } from '#engines/forecast/backtest.ts'
import { defineOperation, readAllRecords } from '#kernel'
import { languages } from '#kernel/shape.ts'
import { loadAlignment } from '../alignment/load-alignment.ts'
import { usualWindow } from '../read-forecast.ts'
import { runBacktest } from '../run-forecast.ts'
import { countOnDays, workingDaysBefore } from '../plan/working-history.ts'

/** Working days that a past reaches back at most: about ten years. */
const longest = 2600

const everything = 'all'

/** Reads the whole past of each team, and of everything together, for a forecast at the end of each month of it. */
export const readPast = defineOperation({
  name: 'roadmap.backtest',
  summary: {
    en: 'Play the past again: whether forecasts made at each month end would have come true as often as they said.',
    de: 'Die Vergangenheit nachspielen: ob Prognosen an jedem Monatsende so oft eingetroffen wären, wie sie sagten.',
  },
  input: z.strictObject({
    size: z.coerce.number().int().min(1).max(1000).default(20),
    window: z.coerce.number().int().min(5).max(520).default(usualWindow),
    language: z.enum(languages).default('en'),
  }),
  access: ['owner', 'leader', 'member'],
  writes: false,
  async run(context, { size, window, language }) {
    const now = context.clock().getTime()
    const { joined, teams, owners } = await loadAlignment(context, { from: 0, to: now })
    const names = new Map((await readAllRecords(context, 'team')).map(({ key, title }) => [key, title]))
    const days = workingDaysBefore(dayOf(now), longest, new Set())
    const ofPeople = joined.flatMap(({ change }, at) =>
      change.byBots || change.at >= Date.parse(dayOf(now)) ? [] : [{ at: change.at, teams: teams[at] ?? [] }],
    )
    const pasts = [everything, ...[...owners].filter((key) => names.has(key))].map((key) =>
      toPast(
        key,
        ofPeople.flatMap((change) => (key === everything || change.teams.includes(key) ? [change.at] : [])),
        days,
      ),
    )
    return { asOf: context.clock().toISOString(), size, window, pasts, names: [...names], language }
  },
})

/** How forecasts of everything together, and of each team, would have held. */
export type RoadmapCalibrations = Awaited<ReturnType<typeof answerBacktest>>

/** The calibration of each, reckoned on the forecast thread. */
export async function answerBacktest({
  pasts,
  names,
  size,
  window,
  language,
  asOf,
}: Awaited<ReturnType<typeof readPast.run>>) {
  const titles = new Map(names)
  const calibrations = []
  for (const past of pasts) {
    const { levels, ...counts } = await runBacktest([past], scopesAtMonthEnds([past], size), { window })
    calibrations.push({
      team: past.name === everything ? null : past.name,
      name: titles.get(past.name) ?? null,
      from: past.days[0]?.day ?? null,
      ...counts,
      levels: levels.map(({ reason, ...level }) => ({ ...level, reason: reason?.[language] ?? null })),
    })
  }
  return { asOf, size, window, calibrations }
}

/** From the first working day on which something was delivered. */
function toPast(name: string, instants: readonly number[], days: readonly string[]): PastOfTeam {
  const counts = countOnDays(instants, days)
  const first = counts.findIndex((count) => count > 0)
  if (first === -1) return { name, days: [] }
  return { name, days: days.slice(first).map((day, at) => ({ day, finished: counts[first + at] ?? 0 })) }
}
