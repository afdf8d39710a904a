import type { Plan, PlannedBet, SizeRange } from './plan-shape.ts'

/**
 * How many changes a team still has to deliver for a bet: its size, less what was delivered for it. At least one remains
 * as long as nobody says that it is done. Null for a bet without a size that resembles none that was measured.
 */
export function remainingSize(
  bet: Pick<PlannedBet, 'key' | 'state' | 'size' | 'teamSizes' | 'resembles'>,
  team: string,
  { done }: Pick<Plan, 'done'>,
): SizeRange | null {
  const size = bet.teamSizes[team] ?? bet.size ?? measuredSize(bet.resembles, done)
  if (size === null) return null
  if (size[1] === 0) return size
  const delivered = bet.state === 'in-progress' ? (done[bet.key]?.[team] ?? 0) : 0
  return [Math.max(1, size[0] - delivered), Math.max(1, size[1] - delivered)]
}

/** From the smallest to the largest of what finished bets took in a team; null where nothing was measured. */
function measuredSize(keys: readonly string[], done: Plan['done']): SizeRange | null {
  const counts = keys.flatMap((key) => Object.values(done[key] ?? {})).filter((count) => count > 0)
  return counts.length === 0 ? null : [Math.min(...counts), Math.max(...counts)]
}
