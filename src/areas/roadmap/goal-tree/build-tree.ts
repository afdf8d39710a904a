import type { DayChance } from '#engines/forecast/forecast-answer.ts'
import { chanceBy, daysFrom, inOrderOfDays, outlookOf, progressOf, timeOver } from './goal-figures.ts'
import { orderGoals } from './order-goals.ts'
import type { BetOfGoal, CheckIn, GoalNode } from './tree-shape.ts'

/** A goal as the tree takes it. */
export interface TreeGoal extends Pick<
  GoalNode,
  | 'key'
  | 'title'
  | 'version'
  | 'state'
  | 'parent'
  | 'owner'
  | 'metric'
  | 'unit'
  | 'baseline'
  | 'target'
  | 'from'
  | 'due'
> {
  readonly checkIns: readonly CheckIn[]
}

/** A bet as the tree takes it; what has ended has no forecast. */
export interface TreeBet extends Pick<BetOfGoal, 'key' | 'title' | 'state' | 'isOpen' | 'marked' | 'reason'> {
  readonly goals: readonly string[]
  readonly day85: string | null
  /** Null where there is no forecast. */
  readonly cumulative: readonly DayChance[] | null
}

/** What the tree is made of. Bets come in their order; changes are the keys of the goals that each reached. */
export interface TreeParts {
  readonly today: string
  readonly goals: readonly TreeGoal[]
  readonly bets: readonly TreeBet[]
  readonly changes: readonly (readonly string[])[]
}

/** Puts goals in the order of their tree, each with what can be said of it. */
export function buildTree({ today, goals, bets, changes }: TreeParts): GoalNode[] {
  const places = orderGoals(goals)
  const parents = new Map(places.map(({ goal, parent }) => [goal.key, parent]))
  const counts = countChanges(changes, parents)
  const nodes = places.map(({ goal, parent, depth }) => {
    const own = betsOf(goal, bets)
    const latest = inOrderOfDays(goal.checkIns).at(-1) ?? null
    const value = inOrderOfDays(goal.checkIns).findLast((each) => each.value !== null)?.value ?? null
    const changed = counts.get(goal.key)
    return {
      ...goal,
      parent,
      depth,
      checkIns: inOrderOfDays(goal.checkIns),
      latest: latest && { ...latest, age: daysFrom(latest.day, today) },
      progress: progressOf(value, goal.baseline, goal.target),
      timeOver: timeOver(goal.from, goal.due, today),
      daysLeft: goal.due === null ? null : daysFrom(today, goal.due),
      bets: own,
      outlook: outlookOf(own),
      changes: { own: changed?.own ?? 0, below: changed?.below ?? 0 },
    }
  })
  const withOpen = new Set(nodes.flatMap(({ key, outlook }) => (outlook.open > 0 ? above(key, parents) : [])))
  return nodes.map((node) => ({ ...node, work: workOf(node, withOpen.has(node.key)) }))
}

function workOf(
  { bets, outlook }: Pick<GoalNode, 'bets' | 'outlook'>,
  isServedBelow: boolean,
): GoalNode['work'] {
  if (outlook.open > 0) return 'own'
  if (isServedBelow) return 'below'
  return bets.length > 0 ? 'ended' : 'none'
}

function betsOf({ key, due }: TreeGoal, bets: readonly TreeBet[]): BetOfGoal[] {
  return bets
    .filter(({ goals }) => goals.includes(key))
    .map(({ cumulative, day85, marked, reason, ...bet }) => ({
      key: bet.key,
      title: bet.title,
      state: bet.state,
      isOpen: bet.isOpen,
      day85,
      chance: cumulative === null || due === null ? null : chanceBy(cumulative, due),
      marked,
      reason,
    }))
    .toSorted((a, b) => Number(b.isOpen) - Number(a.isOpen))
}

/** How many changes reached each goal, by itself and with those below it; a change that reaches two of them is one. */
function countChanges(
  changes: readonly (readonly string[])[],
  parents: ReadonlyMap<string, string | null>,
): ReadonlyMap<string, { own: number; below: number }> {
  const counts = new Map([...parents.keys()].map((key) => [key, { own: 0, below: 0 }]))
  for (const reached of changes) {
    const known = new Set(reached.filter((key) => parents.has(key)))
    for (const key of known) add(key, 'own')
    for (const key of new Set([...known].flatMap((each) => above(each, parents)))) add(key, 'below')
  }
  return counts

  function add(key: string, part: 'own' | 'below'): void {
    const count = counts.get(key)
    if (count) count[part] += 1
  }
}

/** The goal and all above it. The tree has no circle. */
function above(key: string, parents: ReadonlyMap<string, string | null>): string[] {
  const way: string[] = []
  for (let next: string | null = key; next !== null; next = parents.get(next) ?? null) way.push(next)
  return way
}
