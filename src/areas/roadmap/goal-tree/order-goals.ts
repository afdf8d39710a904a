/** What of a goal decides its place in the tree. */
export interface PlacedGoal {
  readonly key: string
  readonly parent: string | null
  readonly due: string | null
}

export interface GoalPlace<Goal> {
  readonly goal: Goal
  /** Key of the goal above it in the tree; null at the top. */
  readonly parent: string | null
  readonly depth: number
}

/**
 * Goals in the order in which a tree is read, each once: those above first, the sooner due before the later. One whose
 * parent is not there stands at the top; goals that only lead back to each other do so from the first of them.
 */
export function orderGoals<Goal extends PlacedGoal>(goals: readonly Goal[]): GoalPlace<Goal>[] {
  const sorted = goals.toSorted(inOrder)
  const keys = new Set(goals.map(({ key }) => key))
  const below = Map.groupBy(sorted, ({ parent }) => (parent !== null && keys.has(parent) ? parent : null))
  const placed = new Map<string, GoalPlace<Goal>>()
  for (const top of below.get(null) ?? []) placeFrom(top)
  // What is left hangs on itself.
  for (const goal of sorted) if (!placed.has(goal.key)) placeFrom(goal)
  return [...placed.values()]

  /** Without recursion: a tree may be as deep as there are goals. */
  function placeFrom(top: Goal): void {
    const ahead: GoalPlace<Goal>[] = [{ goal: top, parent: null, depth: 0 }]
    for (let next = ahead.pop(); next; next = ahead.pop()) {
      const { goal, depth } = next
      if (placed.has(goal.key)) continue
      placed.set(goal.key, next)
      for (const child of (below.get(goal.key) ?? []).toReversed())
        ahead.push({ goal: child, parent: goal.key, depth: depth + 1 })
    }
  }
}

/** Goals without a day come last. */
function inOrder(a: PlacedGoal, b: PlacedGoal): number {
  const [one, other] = [a.due ?? '9999', b.due ?? '9999']
  if (one !== other) return one < other ? -1 : 1
  return a.key.localeCompare(b.key, 'en', { numeric: true })
}
