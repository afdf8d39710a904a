import { openStates } from '../plan/order-bets.ts'
import type { Plan, PlannedBet } from '../plan/plan-shape.ts'
import { changeBets } from './change-bets.ts'
import { changeBreaks } from './change-breaks.ts'
import { changeGoals } from './change-goals.ts'
import { changePeople } from './change-people.ts'
import type { AppliedScenario, CutBet, PlannedGoal, ScenarioDifferences } from './scenario-shape.ts'

/**
 * The plan with the differences in it. A dropped goal takes along the bets that serve it alone, unless the scenario itself
 * brings such a bet in. What cannot be applied is left as it was, and told with its reason.
 */
export function applyScenario(
  plan: Plan,
  goals: readonly PlannedGoal[],
  differences: ScenarioDifferences,
): AppliedScenario {
  const changedGoals = changeGoals(goals, differences.goals)
  const changedBets = changeBets(plan.bets, differences.bets)
  const kept = new Set(differences.bets.filter(({ change }) => change === 'add').map(({ bet }) => bet))
  const dropped = droppedBy(goals, changedGoals.after)
  const withGoals = changedBets.after
    .filter((bet) => isOpen(bet) && !kept.has(bet.key) && goesWith(bet, dropped, changedGoals.after))
    .map(({ key, goals: own }): CutBet => ({ key, goals: own.filter((goal) => dropped.has(goal)) }))
  const gone = new Set(withGoals.map(({ key }) => key))
  const bets = changedBets.after.map((bet) => (gone.has(bet.key) ? { ...bet, state: 'stopped' } : bet))
  const people = changePeople(plan.teams, differences.people)
  const breaks = changeBreaks(plan, differences.breaks)
  const before = new Map(plan.bets.map((bet) => [bet.key, isOpen(bet)]))
  return {
    plan: { ...plan, bets, teams: people.after, breaks: breaks.after },
    goals: changedGoals.after,
    betsIn: bets.filter((bet) => isOpen(bet) && !before.get(bet.key)).map(({ key }) => key),
    betsOut: bets
      .filter((bet) => !isOpen(bet) && before.get(bet.key))
      .map(({ key }) => withGoals.find((cut) => cut.key === key) ?? { key, goals: [] }),
    goalsWithoutBets: changedGoals.after
      .filter(({ key, state }) => isPursued(state) && isServed(plan.bets, key) && !isServed(bets, key))
      .map(({ key }) => key),
    notApplied: [
      ...changedBets.notApplied,
      ...people.notApplied,
      ...breaks.notApplied,
      ...changedGoals.notApplied,
    ],
  }
}

/** Goals that the scenario drops. */
function droppedBy(before: readonly PlannedGoal[], after: readonly PlannedGoal[]): ReadonlySet<string> {
  const stateBefore = new Map(before.map(({ key, state }) => [key, state]))
  return new Set(
    after
      .filter(({ key, state }) => state === 'dropped' && stateBefore.get(key) !== 'dropped')
      .map(({ key }) => key),
  )
}

/** Whether a bet serves a goal that is dropped, and none that is left. */
function goesWith(
  { goals: own }: PlannedBet,
  dropped: ReadonlySet<string>,
  goals: readonly PlannedGoal[],
): boolean {
  const state = new Map(goals.map((goal) => [goal.key, goal.state]))
  return own.some((goal) => dropped.has(goal)) && own.every((goal) => state.get(goal) === 'dropped')
}

export const isOpen = ({ state }: Pick<PlannedBet, 'state'>) => openStates.some((each) => each === state)

const isPursued = (state: string) => state === 'draft' || state === 'active'

const isServed = (bets: readonly PlannedBet[], goal: string) =>
  bets.some((bet) => isOpen(bet) && bet.goals.includes(goal))
