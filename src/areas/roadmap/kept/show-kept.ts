import { askedDay } from '../asked-time.ts'
import { dayOf } from '#evidence/facts/day-of.ts'
import { z } from 'zod'
import { defineOperation, Refusal } from '#kernel'
import { keptDays, readKept } from './read-kept.ts'

/** What was forecast on an earlier day, for every bet, and the days of which that is known. */
export const showKeptForecast = defineOperation({
  name: 'roadmap.kept-forecast',
  summary: {
    en: 'Show what was forecast on an earlier day.',
    de: 'Zeigen, was an einem früheren Tag prognostiziert wurde.',
  },
  input: z.strictObject({
    day: askedDay.optional(),
  }),
  access: ['owner', 'leader', 'member'],
  writes: false,
  async run(context, { day = dayOf(context.clock().getTime()) }) {
    const kept = await readKept(context, day)
    if (kept === null) throw notKept(day)
    return { day: kept.day, bets: kept.bets, days: await keptDays(context) }
  },
})

export function notKept(day: string): Refusal {
  return new Refusal(
    'not-found',
    {
      en: `No forecast was kept on ${day} or before it.`,
      de: `Am ${day} oder davor wurde keine Prognose aufbewahrt.`,
    },
    {
      en: 'One is kept every day from the first bet with a size on.',
      de: 'Ab der ersten Wette mit einer Größe wird jeden Tag eine aufbewahrt.',
    },
  )
}
