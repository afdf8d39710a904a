import { askedDay } from '../asked-time.ts'
import { z } from 'zod'
import { defineOperation, Refusal } from '#kernel'
import { findRecord } from '#kernel/record/find-record.ts'
import { forecastQuestion, readForecast } from '../read-forecast.ts'
import { runExplainMove } from '../run-forecast.ts'
import { readKept } from './read-kept.ts'
import { notKept } from './show-kept.ts'

/** Reads what a bet’s forecast was on a day and what it is now, so that the move can be put down to its causes. */
export const readMove = defineOperation({
  name: 'bet.moved',
  summary: {
    en: 'Explain why the forecast of a bet moved since a day: scope, pace, order or people.',
    de: 'Erklären, warum sich die Prognose einer Wette seit einem Tag verschoben hat: Umfang, Tempo, Reihenfolge oder Menschen.',
  },
  input: z.strictObject({ key: z.string().max(40), since: askedDay }),
  access: ['owner', 'leader', 'member'],
  writes: false,
  async run(context, { key, since }) {
    const { shape } = await findRecord(context, key)
    const kept = await readKept(context, since)
    if (kept === null) throw notKept(since)
    const { input, start } = await readForecast.run(context, forecastQuestion.parse({}))
    for (const [day, bets] of [[kept.day, kept.input.bets] as const, [start, input.bets] as const])
      if (!bets.some((bet) => bet.key === shape.key)) throw notForecast(shape.key, day)
    return { key: shape.key, since: kept.day, before: kept.input, after: input }
  },
})

/** The move in working days at the 85 % day, and what of it each cause makes. */
export async function explainBet({ key, since, before, after }: Awaited<ReturnType<typeof readMove.run>>) {
  const move = await runExplainMove(before, after, key)
  return { key, since, move }
}

function notForecast(key: string, day: string): Refusal {
  return new Refusal(
    'conflict',
    { en: `${key} had no forecast on ${day}.`, de: `${key} hatte am ${day} keine Prognose.` },
    { en: 'Choose a later day.', de: 'Wähle einen späteren Tag.' },
  )
}
