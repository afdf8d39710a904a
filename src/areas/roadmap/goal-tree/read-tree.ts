import { z } from 'zod'
import { dayOf } from '#evidence/facts/day-of.ts'
import { defineOperation, readAllRecords } from '#kernel'
import { languages, type RecordShape } from '#kernel/shape.ts'
import { goalsReached } from '../alignment/goals-reached.ts'
import { countedBets } from '../alignment/counted-bets.ts'
import { loadPlan } from '../plan/load-plan.ts'
import { openStates } from '../plan/order-bets.ts'
import { numberOf, rowsOf, textOf, textsOf } from '../plan/read-bet.ts'
import { forecastOfPlan, usualWindow } from '../read-forecast.ts'
import type { TreeGoal } from './build-tree.ts'

const week = 7 * 86_400_000

/** Weeks in which changes are counted: a quarter. */
const countedWeeks = 13

/** Reads the goals with their bets and what was delivered for them; when the bets will be done is reckoned outside. */
export const readGoalTree = defineOperation({
  name: 'strategy.tree',
  summary: {
    en: 'Show the goals as a tree, each with its progress, how sure one is, and the bets that are to move it with the chance that they are done in time.',
    de: 'Die Ziele als Baum zeigen, jedes mit Fortschritt und Zuversicht und mit den Wetten, die es bewegen sollen, samt der Chance, dass sie rechtzeitig fertig sind.',
  },
  input: z.strictObject({
    /** Those that are ahead, with all above them; or also those that ended. */
    goals: z.enum(['current', 'all']).default('current'),
    language: z.enum(languages).default('en'),
  }),
  access: ['owner', 'leader', 'member'],
  writes: false,
  async run(context, { goals: asked, language }) {
    const now = context.clock().getTime()
    const loaded = await loadPlan(context, { windowDays: usualWindow })
    const question = { window: usualWindow, trials: 10_000, seed: 1, detail: 'no', language } as const
    const { alignment } = loaded
    const counted = countedBets(alignment.bets)
    const from = now - countedWeeks * week
    const all = await readAllRecords(context, 'goal')
    return {
      forecast: forecastOfPlan(context, loaded, question),
      asOf: context.clock().toISOString(),
      today: dayOf(now),
      window: { from: dayOf(from), to: dayOf(now), weeks: countedWeeks },
      goals: (asked === 'all' ? all : currentOf(all)).map(toGoal),
      /** What has ended, the newest first. */
      ended: alignment.bets
        .filter(({ archivedAt, fields }) => archivedAt === null && !isOpen(fields))
        .toReversed()
        .map(({ key, title, fields }) => ({
          key,
          title,
          state: textOf(fields['state']) ?? '',
          goals: textsOf(fields['goals']),
        })),
      changes: alignment.joined
        .filter(({ change }) => change.at >= from)
        .map((change) => goalsReached(change, counted))
        .filter((reached) => reached.length > 0),
      unread: alignment.delivered.unread,
    }
  },
})

export type ReadGoalTree = Awaited<ReturnType<typeof readGoalTree.run>>

/** Goals that are ahead, and those above them: without these nobody sees what they are part of. */
function currentOf(all: readonly RecordShape[]): RecordShape[] {
  const byKey = new Map(all.map((record) => [record.key, record]))
  const kept = new Set<string>()
  for (const record of all.filter(({ fields }) =>
    ['draft', 'active'].includes(textOf(fields['state']) ?? ''),
  ))
    for (
      let next: RecordShape | undefined = record;
      next && !kept.has(next.key);
      next = byKey.get(textOf(next.fields['parent']) ?? '')
    )
      kept.add(next.key)
  return all.filter(({ key }) => kept.has(key))
}

function toGoal({ key, title, version, fields, references }: RecordShape): TreeGoal {
  const owner = textOf(fields['owner'])
  return {
    key,
    title,
    version,
    state: textOf(fields['state']) ?? 'draft',
    parent: textOf(fields['parent']),
    owner: owner === null ? null : (references[owner]?.title ?? owner),
    metric: textOf(fields['metric']),
    unit: textOf(fields['unit']),
    baseline: numberOf(fields['baseline']),
    target: numberOf(fields['target']),
    from: textOf(fields['from']),
    due: textOf(fields['due']),
    checkIns: rowsOf(fields['checkIns']).map((row) => ({
      day: String(row['day']),
      value: numberOf(row['value']),
      confidence: numberOf(row['confidence']),
      note: textOf(row['note']),
    })),
  }
}

function isOpen(fields: RecordShape['fields']): boolean {
  return openStates.some((state) => state === fields['state'])
}
