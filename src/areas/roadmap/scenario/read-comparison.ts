import { findOfType } from '../find-of-type.ts'
import { z } from 'zod'
import { defineOperation, readAllRecords, type OperationContext } from '#kernel'
import { languages, type RecordShape } from '#kernel/shape.ts'
import { loadPlan } from '../plan/load-plan.ts'
import { textOf } from '../plan/read-bet.ts'
import { usualWindow } from '../read-forecast.ts'
import { applyScenario } from './apply-scenario.ts'
import { differencesOf, readDifferences } from './read-differences.ts'
import type { AppliedScenario, PlannedGoal, ScenarioDifferences } from './scenario-shape.ts'

const rows = (most: number) => z.array(z.looseObject({})).max(most).default([])

const comparisonQuestion = z.strictObject({
  /** Each by its key, or as differences that nobody has saved. */
  scenarios: z
    .array(
      z.union([
        z
          .string()
          .max(40)
          .transform((key) => ({ key })),
        z.strictObject({ key: z.string().max(40) }),
        z.strictObject({
          title: z.string().max(120).optional(),
          /** The rows as a scenario has them. */
          differences: z.strictObject({
            bets: rows(200),
            people: rows(100),
            breaks: rows(50),
            goals: rows(50),
          }),
        }),
      ]),
    )
    .max(4)
    .default([]),
  window: z.coerce.number().int().min(5).max(520).default(usualWindow),
  trials: z.coerce.number().int().min(100).max(10_000).default(2000),
  seed: z.coerce.number().int().min(1).max(2_147_483_647).default(1),
  language: z.enum(languages).default('en'),
})

type Asked = z.infer<typeof comparisonQuestion>['scenarios'][number]

interface NamedDifferences {
  readonly key: string | null
  readonly title: string | null
  readonly differences: ScenarioDifferences
}

export interface NamedScenario extends AppliedScenario {
  readonly key: string | null
  readonly title: string | null
}

/** Reads today’s plan and what scenarios make of it; the forecasts are reckoned outside. */
export const readComparison = defineOperation({
  name: 'roadmap.compare',
  summary: {
    en: 'Put today’s plan and up to four scenarios side by side: dates, chances, cost, what comes in and what goes.',
    de: 'Den heutigen Plan und bis zu vier Szenarien nebeneinander stellen: Termine, Wahrscheinlichkeiten, Kosten, was dazukommt und was entfällt.',
  },
  input: comparisonQuestion,
  access: ['owner', 'leader'],
  writes: false,
  async run(context, { scenarios, window, trials, seed, language }) {
    const named: NamedDifferences[] = []
    for (const asked of scenarios) named.push(await readAsked(context, asked))
    const { plan, alignment, window: drawn } = await loadPlan(context, { windowDays: window })
    const goals = (await readAllRecords(context, 'goal')).map(readGoal)
    const today = { key: null, title: null, differences: noDifferences }
    return {
      plans: [today, ...named].map(({ key, title, differences }): NamedScenario => ({
        key,
        title,
        ...applyScenario(plan, goals, differences),
      })),
      goals,
      asOf: context.clock().toISOString(),
      window: drawn,
      unread: alignment.delivered.unread,
      trials,
      seed,
      language,
    }
  },
})

export type ReadComparison = Awaited<ReturnType<typeof readComparison.run>>

const noDifferences: ScenarioDifferences = { bets: [], people: [], breaks: [], goals: [] }

async function readAsked(context: OperationContext, asked: Asked): Promise<NamedDifferences> {
  if (!('key' in asked))
    return { key: null, title: asked.title ?? null, differences: readDifferences(asked.differences) }
  const { shape } = await findOfType(context, asked.key, 'scenario')
  return { key: shape.key, title: shape.title, differences: differencesOf(shape.fields) }
}

export function readGoal({ key, title, fields }: RecordShape): PlannedGoal {
  return { key, title, state: textOf(fields['state']) ?? 'draft' }
}
