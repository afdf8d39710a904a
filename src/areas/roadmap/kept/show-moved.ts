import { z } from 'zod'
import { dayOf } from '#evidence/facts/day-of.ts'
import { defineOperation, readAllRecords } from '#kernel'
import { languages, type RecordShape } from '#kernel/shape.ts'
import { answerForecast } from '../answer-forecast.ts'
import { askedDay } from '../asked-time.ts'
import { textOf } from '../plan/read-bet.ts'
import { forecastQuestion, readForecast } from '../read-forecast.ts'
import { firstKeptDay, readKept } from './read-kept.ts'
import { whatMoved, type BetRecord, type MovedBet } from './what-moved.ts'

/** What moved between the forecast of an earlier day and today’s. */
export interface MovedShape {
  /** The day that was asked about. */
  readonly asked: string
  /** The day whose forecast was kept, that day or the last before it; null where none was kept so early. */
  readonly since: string | null
  /** The first day of which a forecast was kept; null where none is. */
  readonly keptSince: string | null
  readonly bets: readonly MovedBet[]
}

/** Reads the forecast of an earlier day beside today’s plan; today’s forecast is reckoned outside. */
export const readMoved = defineOperation({
  name: 'roadmap.moved',
  summary: {
    en: 'List what moved since an earlier day: how many days each bet is later or sooner, what came, what ended, what was resized.',
    de: 'Auflisten, was sich seit einem früheren Tag bewegt hat: um wie viele Tage jede Wette später oder früher liegt, was dazukam, was endete, was eine andere Größe bekam.',
  },
  input: z.strictObject({ since: askedDay, language: z.enum(languages).default('en') }),
  access: ['owner', 'leader', 'member'],
  writes: false,
  async run(context, { since: asked, language }) {
    const keptSince = await firstKeptDay(context)
    const kept = await readKept(context, asked)
    if (kept === null) return { asked, keptSince, kept, read: null, records: [] }
    const read = await readForecast.run(context, forecastQuestion.parse({ language }))
    const records = await readAllRecords(context, 'bet', 'with archived')
    return { asked, keptSince, kept, read, records: records.map(toRecord) }
  },
})

export async function answerMoved({
  asked,
  keptSince,
  kept,
  read,
  records,
}: Awaited<ReturnType<typeof readMoved.run>>): Promise<MovedShape> {
  if (kept === null || read === null) return { asked, since: null, keptSince, bets: [] }
  const { bets } = await answerForecast(read)
  const byKey = new Map(records.map((record) => [record.key, record]))
  return { asked, since: kept.day, keptSince, bets: whatMoved(kept, bets, byKey) }
}

function toRecord({ key, title, fields, createdAt }: RecordShape): BetRecord {
  return {
    key,
    title,
    state: textOf(fields['state']),
    written: dayOf(Date.parse(createdAt)),
    ended: textOf(fields['ended']),
  }
}
