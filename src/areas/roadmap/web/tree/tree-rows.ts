import type { BetOfGoal, GoalNode } from '../../goal-tree/tree-shape.ts'

interface Place {
  /** The same for as long as it is the same row. */
  readonly id: string
  /** From 1. */
  readonly level: number
  readonly position: number
  readonly of: number
  /** The row that it lies below; null at the top. */
  readonly above: string | null
}

/** What can be walked in the tree: a goal, or a bet below one. */
export type TreeRow = Place &
  (
    | { readonly kind: 'goal'; readonly goal: GoalNode; readonly isOpen: boolean; readonly hasBelow: boolean }
    | { readonly kind: 'bet'; readonly goal: GoalNode; readonly bet: BetOfGoal }
  )

/** From so many goals on only those at the top are open at first. */
const manyGoals = 40

/** Whether a goal is open, where `turned` says of which it is otherwise than at first. */
export function isOpen(goal: GoalNode, goals: number, turned: ReadonlySet<string>): boolean {
  const atFirst = goals < manyGoals || goal.depth === 0
  return turned.has(goal.key) ? !atFirst : atFirst
}

/** The rows in sight, from the top: below each open goal its bets, then the goals that are part of it. */
export function rowsInSight(goals: readonly GoalNode[], turned: ReadonlySet<string>): TreeRow[] {
  const below = Map.groupBy(goals, ({ parent }) => parent)
  const rows: TreeRow[] = []
  // Without recursion: a tree may be as deep as there are goals.
  const ahead = placed(below.get(null) ?? [], null, 0).toReversed()
  for (let next = ahead.pop(); next; next = ahead.pop()) {
    rows.push(next)
    if (next.kind === 'bet' || !next.isOpen) continue
    const { goal, id } = next
    const bets = goal.bets.length
    const children = below.get(goal.key) ?? []
    ahead.push(...placed(children, id, bets).toReversed())
    ahead.push(
      ...goal.bets
        .map((bet, at): TreeRow => ({
          kind: 'bet',
          id: `${id}.${bet.key}`,
          goal,
          bet,
          level: goal.depth + 2,
          position: at + 1,
          of: bets + children.length,
          above: id,
        }))
        .toReversed(),
    )
  }
  return rows

  function placed(own: readonly GoalNode[], above: string | null, before: number): TreeRow[] {
    return own.map((goal, at) => ({
      kind: 'goal',
      id: goal.key,
      goal,
      isOpen: isOpen(goal, goals.length, turned),
      hasBelow: goal.bets.length > 0 || below.has(goal.key),
      level: goal.depth + 1,
      position: before + at + 1,
      of: before + own.length,
      above,
    }))
  }
}

/** What a key of the tree does: where the focus goes, or which goal is folded or unfolded; null for any other key. */
export function actOfKey(
  key: string,
  rows: readonly TreeRow[],
  current: string,
): { readonly focus: string } | { readonly turn: string } | null {
  const at = rows.findIndex(({ id }) => id === current)
  const row = rows[at]
  if (!row) return null
  const to = (other: TreeRow | undefined) => (other ? { focus: other.id } : null)
  const canFold = row.kind === 'goal' && row.hasBelow
  switch (key) {
    case 'ArrowDown':
      return to(rows[at + 1])
    case 'ArrowUp':
      return to(rows[at - 1])
    case 'Home':
      return to(rows[0])
    case 'End':
      return to(rows.at(-1))
    case 'ArrowRight':
      if (!canFold) return null
      return row.isOpen ? to(rows[at + 1]) : { turn: row.goal.key }
    case 'ArrowLeft':
      if (canFold && row.isOpen) return { turn: row.goal.key }
      return row.above === null ? null : { focus: row.above }
    default:
      return null
  }
}
