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
    if ((await perform(kernel, isKept, actor, {})).kept) return
    const { input, start } = await perform(kernel, readForecast, actor, forecastQuestion.parse({}))
    if (input.bets.length === 0) return
    const { bets } = await runForecast(input, {}, { signal })
    await perform(kernel, keepForecast, actor, {
      day: start,
      input,
      bets: bets.map(({ key, dates }) => ({ key, dates })),
    })
  },
})

const isKept = defineOperation({
  name: 'roadmap.is-forecast-kept',
  input: z.strictObject({}),
  access: (actor) => actor.kind === 'system',
  writes: false,
  async run(context) {
    const today = context.clock().toISOString().slice(0, 10)
    return { kept: (await readKept(context, today))?.day === today }
  },
})
