import { findOfType } from '../find-of-type.ts'
import { readAllRecords, Refusal, type OperationContext } from '#kernel'
import { neighbours } from '#kernel/links/read-links.ts'
import { findRecord } from '#kernel/record/find-record.ts'
import type { RecordShape } from '#kernel/shape.ts'
import { quarterOf, timeOf } from '../allocation/quarter.ts'
import { loadPlan } from '../plan/load-plan.ts'
import type { Plan } from '../plan/plan-shape.ts'
import { textOf } from '../plan/read-bet.ts'
import { usualWindow } from '../read-forecast.ts'
import { applyScenario, isOpen } from '../scenario/apply-scenario.ts'
import { readGoal } from '../scenario/read-comparison.ts'
import { differencesOf } from '../scenario/read-differences.ts'
import type { CutBet, NotApplied, ScenarioDifferences } from '../scenario/scenario-shape.ts'
import { brokenPromises } from './broken-promises.ts'
import { fromKept, type KeptPlan } from './kept-plan.ts'
import { lostWork, type CountedLoss } from './lost-work.ts'
import type { BrokenLink } from './pivot-shape.ts'

/** A pivot with what its scenario does to the records of today, or did when it was taken. */
export interface ReadPivot {
  readonly pivot: RecordShape
  readonly scenario: RecordShape
  /** Whether the plan is the one that was kept when it was taken. */
  readonly isKept: boolean
  readonly plan: KeptPlan
  readonly notApplied: readonly NotApplied[]
  /** The quarter that work is compared with. */
  readonly quarter: string
  /** What was delivered for the bets that stop. */
  readonly lost: readonly CountedLoss[]
  /** The records of all bets and goals, put away or not, and what customers said. */
  readonly bets: readonly RecordShape[]
  readonly goals: readonly RecordShape[]
  readonly insights: readonly RecordShape[]
}

/** Reads a pivot; refuses one without a scenario, one whose scenario is discarded, and one that changes no goal. */
export async function readPivot(
  context: OperationContext,
  key: string,
  lock: 'lock' | 'read',
): Promise<ReadPivot> {
  const { shape: pivot } = await findOfType(context, key, 'pivot', lock)
  const scenario = await scenarioOf(context, pivot)
  const known = {
    pivot,
    scenario,
    // One that was dropped may have been put away since.
    goals: await readAllRecords(context, 'goal', 'with archived'),
    insights: await readAllRecords(context, 'insight'),
  }
  const takenOn = textOf(pivot.fields['takenOn'])
  const quarter = quarterOf(takenOn === null ? context.clock() : new Date(takenOn))
  const kept = fromKept(pivot)
  if (kept) {
    const bets = await readAllRecords(context, 'bet', 'with archived')
    return { ...known, bets, quarter, isKept: true, plan: kept, notApplied: [], lost: [] }
  }
  const differences = differencesOf(scenario.fields)
  if (differences.goals.length === 0) throw changesNoGoal(pivot.key, scenario.key)
  const named = (change: 'add' | 'drop') =>
    differences.goals.filter((row) => row.change === change).map(({ goal }) => goal)
  const dropped = named('drop')
  const { plan, alignment } = await loadPlan(context, { windowDays: usualWindow })
  const { stops, open, notApplied } = whatStops(plan, known.goals, scenario, differences)
  const ending = { bets: withKeys(alignment.bets, stops), goals: withKeys(known.goals, dropped) }
  const states = new Map(ending.bets.map(({ key: bet, fields }) => [bet, textOf(fields['state'])]))
  return {
    ...known,
    bets: alignment.bets,
    quarter,
    isKept: false,
    plan: {
      // A bet that is stopped already has lost what it was before.
      stops: stops.map((each) => ({ ...each, state: openState(states.get(each.key)) })),
      survives: open,
      dropped,
      added: named('add'),
      promises: brokenPromises(ending, known.insights),
      breaks: await brokenLinks(context, [...stops.map((each) => each.key), ...dropped]),
    },
    notApplied,
    lost: lostWork(
      stops.map((each) => each.key),
      alignment,
      timeOf(quarter),
    ),
  }
}

/** The records that are named, by their keys or as what has them. */
export function withKeys(
  all: readonly RecordShape[],
  named: readonly (string | { readonly key: string })[],
): RecordShape[] {
  const keys = new Set(named.map((each) => (typeof each === 'string' ? each : each.key)))
  return all.filter(({ key }) => keys.has(key))
}

const openState = (state: string | null | undefined) =>
  state !== null && state !== undefined && isOpen({ state }) ? state : null

function whatStops(
  plan: Plan,
  goals: readonly RecordShape[],
  scenario: RecordShape,
  differences: ScenarioDifferences,
) {
  const keysOf = (bets: Plan['bets']) => bets.filter(isOpen).map((bet) => bet.key)
  if (scenario.fields['state'] === 'adopted') {
    const dropped = differences.goals.filter(({ change }) => change === 'drop').map(({ goal }) => goal)
    return { stops: stoppedBy(plan, differences, dropped), open: keysOf(plan.bets), notApplied: [] }
  }
  const { plan: after, betsOut, notApplied } = applyScenario(plan, goals.map(readGoal), differences)
  return { stops: betsOut, open: keysOf(after.bets), notApplied }
}

/** Who and what is not broken by a bet or goal that ends: it goes on, or tells of the plan itself. */
const unbroken = new Set(['team', 'person', 'break', 'scenario', 'pivot', 'allocation'])

/** Links from what ends to what goes on, as seen from what ends. */
async function brokenLinks(context: OperationContext, ends: readonly string[]): Promise<BrokenLink[]> {
  const gone = new Set(ends)
  const broken: BrokenLink[] = []
  for (const from of ends)
    for (const { key, type, title, relation, archived } of await neighbours(context, from))
      if (!archived && !gone.has(key) && !unbroken.has(type)) broken.push({ from, relation, key, title })
  return broken
}

/** The bets that are stopped now and that an adopted scenario cut, itself or with a goal. */
function stoppedBy(plan: Plan, { bets }: ScenarioDifferences, dropped: readonly string[]): readonly CutBet[] {
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
