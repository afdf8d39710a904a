import type { Words } from '#kernel/shape.ts'
import type { Changed, GoalDifference, NotApplied, PlannedGoal } from './scenario-shape.ts'

/** The goals with those that a scenario adds and drops. What was reached or missed has ended and stays as it is. */
export function changeGoals(
  goals: readonly PlannedGoal[],
  differences: readonly GoalDifference[],
): Changed<PlannedGoal> {
  const after = new Map(goals.map((goal) => [goal.key, goal]))
  const notApplied: NotApplied[] = []
  for (const [at, { goal: key, change }] of differences.entries()) {
    const goal = after.get(key)
    const reason = goal === undefined ? isGone(key) : whyNot(goal, change)
    if (goal === undefined || reason !== null)
      notApplied.push({ path: `goals.${at}`, subject: key, reason: reason ?? isGone(key) })
    else after.set(key, { ...goal, state: change === 'add' ? 'active' : 'dropped' })
  }
  return { after: [...after.values()], notApplied }
}

function whyNot({ key, state }: PlannedGoal, change: GoalDifference['change']): Words | null {
  if (state === 'reached' || state === 'missed') return hasEnded(key)
  if (change === 'add') return state === 'active' ? isActive(key) : null
  return state === 'dropped' ? isDropped(key) : null
}

const isGone = (key: string): Words => ({
  en: `${key} is not there any more.`,
  de: `${key} gibt es nicht mehr.`,
})
const hasEnded = (key: string): Words => ({
  en: `${key} has ended already.`,
  de: `${key} ist schon beendet.`,
})
const isActive = (key: string): Words => ({
  en: `${key} is pursued already.`,
  de: `${key} wird schon verfolgt.`,
})
const isDropped = (key: string): Words => ({
  en: `${key} is dropped already.`,
  de: `${key} ist schon aufgegeben.`,
})
