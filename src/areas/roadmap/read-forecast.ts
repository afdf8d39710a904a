import { askedDays } from './asked-time.ts'
import { z } from 'zod'
import { defineOperation, type OperationContext } from '#kernel'
import { languages } from '#kernel/shape.ts'
import { loadPlan, type LoadedPlan } from './plan/load-plan.ts'
import { orderBets } from './plan/order-bets.ts'
import { remainingSize, totalSize } from './plan/remaining-size.ts'
import { toForecastInput } from './plan/to-forecast-input.ts'

/** Working days of history that a forecast draws from where nobody says: a quarter. */
export const usualWindow = 65

export const forecastQuestion = z.strictObject({
  /** Working days of history. */
  window: z.coerce.number().int().min(5).max(520).default(usualWindow),
  trials: z.coerce.number().int().min(100).max(100_000).default(10_000),
  seed: z.coerce.number().int().min(1).max(2_147_483_647).default(1),
  /** Days, separated by commas, by which it is asked how much will be finished. */
  by: askedDays.optional(),
  /** Adds what made a bet late and what moves it most; takes several times as long. */
  detail: z.enum(['yes', 'no']).default('no'),
  language: z.enum(languages).default('en'),
})

type ForecastQuestion = z.infer<typeof forecastQuestion>

/** Reads today’s plan as a forecast takes it, with what was assumed; the forecast itself is reckoned outside. */
export const readForecast = defineOperation({
  name: 'roadmap.forecast',
  summary: {
    en: 'Say when each bet will be done with what likelihood, from the pace of its teams.',
    de: 'Sagen, wann jede Wette mit welcher Wahrscheinlichkeit fertig ist, nach dem Tempo ihrer Teams.',
  },
  input: forecastQuestion,
  access: ['owner', 'leader', 'member'],
  writes: false,
  async run(context, question) {
    return forecastOfPlan(context, await loadPlan(context, { windowDays: question.window }), question)
  },
})

/** What a plan that was loaded is forecast from, and what is told beside it. */
export function forecastOfPlan(
  context: OperationContext,
  { plan, alignment, window: drawn }: LoadedPlan,
  { trials, seed, by, detail, language }: ForecastQuestion,
) {
  const { input, leftOut } = toForecastInput(plan, { trials, seed })
  const records = new Map(alignment.bets.map((record) => [record.key, record]))
  const titleOf = (bet: string, key: string) => records.get(bet)?.references[key]?.title ?? key
  return {
    input,
    questions: {
      ...(detail === 'yes' && { chain: true, sensitivity: true }),
      ...(by !== undefined && { by: by.split(',') }),
    },
    asOf: context.clock().toISOString(),
    start: plan.start,
    window: drawn,
    teams: plan.teams.map(({ key, name, counted, daily, people, parallel }) => ({
      key,
      name,
      counted,
      people,
      parallel,
      changes: daily === null ? null : daily.reduce((sum, count) => sum + count, 0),
    })),
    bets: orderBets(plan.bets).map(
      ({
        key,
        title,
        state,
        horizon,
        order,
        goals,
        teams,
        after,
        earliest,
        wanted,
        wantedReason,
        ...bet
      }) => ({
        key,
        title,
        /** What a change of its place is made to. */
        version: records.get(key)?.version ?? 0,
        state,
        horizon,
        order,
        goals: goals.map((goal) => ({ key: goal, title: titleOf(key, goal) })),
        teams,
        after: after.map((other) => ({ key: other, title: titleOf(key, other) })),
        earliest,
        wanted,
        wantedReason,
        /** Delivered changes, by team. */
        done: plan.done[key] ?? {},
        /** From so many changes to so many, of all teams together, delivered ones included; null without a size. */
        total: totalSize({ key, state, teams, ...bet }, plan),
        /** From so many changes to so many, by team; null where nobody said a size. */
        remaining: Object.fromEntries(
          teams.map((team) => [team, remainingSize({ key, state, ...bet }, team, plan)]),
        ),
      }),
    ),
    /** Days from today on on which nobody works, or some teams do not. */
    breaks: plan.breaks,
    leftOut: leftOut.map(({ key, reason }) => ({ key, reason: reason[language] })),
    unread: alignment.delivered.unread,
    language,
  }
}

export type ReadForecast = ReturnType<typeof forecastOfPlan>
