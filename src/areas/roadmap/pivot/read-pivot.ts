import { findOfType } from '../find-of-type.ts'
import { readAllRecords, Refusal, type OperationContext } from '#kernel'
import { findRecord } from '#kernel/record/find-record.ts'
import type { RecordShape } from '#kernel/shape.ts'
import type { Alignment } from '../alignment/load-alignment.ts'
import { loadPlan } from '../plan/load-plan.ts'
import type { Plan } from '../plan/plan-shape.ts'
import { textOf } from '../plan/read-bet.ts'
import { usualWindow } from '../read-forecast.ts'
import { applyScenario, isOpen } from '../scenario/apply-scenario.ts'
import { readGoal } from '../scenario/read-comparison.ts'
import { differencesOf } from '../scenario/read-differences.ts'
import type { NotApplied, ScenarioDifferences } from '../scenario/scenario-shape.ts'

/** A pivot with what its scenario does to the records of today, or did when it was adopted. */
export interface ReadPivot {
  readonly pivot: RecordShape
  readonly scenario: RecordShape
  readonly bets: readonly RecordShape[]
  readonly goals: readonly RecordShape[]
  /** Keys of the bets that it stops, each with the goals that take it along. */
  readonly stops: readonly { readonly key: string; readonly goals: readonly string[] }[]
  readonly survives: readonly string[]
  readonly dropped: readonly string[]
  readonly added: readonly string[]
  readonly notApplied: readonly NotApplied[]
  /** Delivered changes for each bet by its teams. */
  readonly done: Plan['done']
  /** Those that no team owned what they touched of. */
  readonly ownedByNone: ReadonlyMap<string, number>
}

/** Reads a pivot; refuses one without a scenario, one whose scenario is discarded, and one that changes no goal. */
export async function readPivot(
  context: OperationContext,
  key: string,
  lock: 'lock' | 'read',
): Promise<ReadPivot> {
  const { shape: pivot } = await findOfType(context, key, 'pivot', lock)
  const scenario = await scenarioOf(context, pivot)
  const differences = differencesOf(scenario.fields)
  if (differences.goals.length === 0) throw changesNoGoal(pivot.key, scenario.key)
  const { plan, alignment } = await loadPlan(context, { windowDays: usualWindow })
  // One that was dropped may have been put away since.
  const goals = await readAllRecords(context, 'goal', 'with archived')
  const named = (change: 'add' | 'drop') =>
    differences.goals.filter((row) => row.change === change).map(({ goal }) => goal)
  const [dropped, added] = [named('drop'), named('add')]
  const bets = alignment.bets.filter(({ archivedAt }) => archivedAt === null)
  const ownedByNone = withoutTeam(alignment)
  const known = { pivot, scenario, bets, goals, dropped, added, done: plan.done, ownedByNone }
  if (scenario.fields['state'] === 'adopted') {
    const stops = stoppedBy(plan, differences, dropped)
    const survives = plan.bets.filter(isOpen).map((bet) => bet.key)
    return { ...known, stops, survives, notApplied: [] }
  }
  const applied = applyScenario(plan, goals.map(readGoal), differences)
  const survives = applied.plan.bets.filter(isOpen).map((bet) => bet.key)
  return { ...known, stops: applied.betsOut, survives, notApplied: applied.notApplied }
}

/** Delivered changes of people for each bet that came to no team. */
function withoutTeam({ joined, teams }: Alignment): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const [at, { bets, change }] of joined.entries())
    if (!change.byBots && teams[at]?.length === 0)
      for (const bet of bets) counts.set(bet, (counts.get(bet) ?? 0) + 1)
  return counts
}

/** The bets that are stopped now and that an adopted scenario cut, itself or with a goal. */
function stoppedBy(
  plan: Plan,
  { bets }: ScenarioDifferences,
  dropped: readonly string[],
): ReadPivot['stops'] {
  const cut = new Set(bets.filter(({ change }) => change === 'drop').map(({ bet }) => bet))
  return plan.bets.flatMap(({ key, state, goals }) => {
    if (state !== 'stopped') return []
    if (cut.has(key)) return [{ key, goals: [] }]
    const isTaken = goals.length > 0 && goals.every((goal) => dropped.includes(goal))
    return isTaken ? [{ key, goals }] : []
  })
}

async function scenarioOf(context: OperationContext, { key, fields }: RecordShape): Promise<RecordShape> {
  const named = textOf(fields['scenario'])
  if (named === null) throw noScenarioIn(key)
  const { shape } = await findRecord(context, named)
  if (shape.fields['state'] === 'discarded') throw isDiscarded(shape.key)
  return shape
}

function noScenarioIn(key: string): Refusal {
  return new Refusal(
    'invalid',
    { en: `${key} names no scenario.`, de: `${key} nennt kein Szenario.` },
    {
      en: 'Name the scenario that says what is to be different.',
      de: 'Nenne das Szenario, das sagt, was anders sein soll.',
    },
  )
}

function changesNoGoal(pivot: string, scenario: string): Refusal {
  return new Refusal(
    'invalid',
    {
      en: `${pivot} is no pivot: ${scenario} changes no goal.`,
      de: `${pivot} ist kein Kurswechsel: ${scenario} ändert kein Ziel.`,
    },
    {
      en: 'Say in the scenario which goal is dropped or comes in, or adopt it as a scenario.',
      de: 'Sag im Szenario, welches Ziel aufgegeben wird oder dazukommt, oder übernimm es als Szenario.',
    },
  )
}

function isDiscarded(key: string): Refusal {
  return new Refusal(
    'conflict',
    { en: `${key} is discarded.`, de: `${key} ist verworfen.` },
    {
      en: 'Open the scenario again, or name another one.',
      de: 'Öffne das Szenario wieder, oder nenne ein anderes.',
    },
  )
}
