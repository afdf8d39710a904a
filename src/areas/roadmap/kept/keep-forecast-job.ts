import { dayOf } from '#evidence/facts/day-of.ts'
import { z } from 'zod'
import { defineJob, defineOperation, perform } from '#kernel'
import { forecastQuestion, readForecast } from '../read-forecast.ts'
import { runForecast } from '../run-forecast.ts'
import { keepForecast } from './keep-forecast.ts'
import { readKept } from './read-kept.ts'

/** Keeps the forecast of the day; where there is one already, or nothing to forecast, it does nothing. */
export const keepForecastJob = defineJob({
  name: 'keep-forecast',
  input: z.strictObject({}),
  key: () => 'all',
  async run({ kernel, actor, signal }) {
    if (!(await perform(kernel, isDue, actor, {})).due) return
    const {
      input,
      start,
      bets: planned,
    } = await perform(kernel, readForecast, actor, forecastQuestion.parse({}))
    if (input.bets.length === 0) return
    const { bets } = await runForecast(input, {}, { signal })
    const totals = new Map(planned.map(({ key, total }) => [key, total]))
    await perform(kernel, keepForecast, actor, {
      day: start,
      input,
      bets: bets.map(({ key, dates }) => ({ key, dates, total: toRange(totals.get(key) ?? null) })),
    })
  },
})

const toRange = (total: readonly [number, number] | null): [number, number] | null => total && [...total]

/** Asked every hour, and so without reading a plan that nobody has written yet. */
const isDue = defineOperation({
  name: 'roadmap.is-forecast-due',
  input: z.strictObject({}),
  access: (actor) => actor.kind === 'system',
  writes: false,
  async run(context) {
    const today = dayOf(context.clock().getTime())
    if ((await readKept(context, today))?.day === today) return { due: false }
    const bet = await context.transaction
      .selectFrom('record')
      .select('id')
      .where('workspace_id', '=', context.workspaceId)
      .where('type', '=', 'bet')
      .where('archived_at', 'is', null)
      .limit(1)
      .executeTakeFirst()
    return { due: bet !== undefined }
  },
})
