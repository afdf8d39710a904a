import type { Plan, PlannedBet, SizeRange } from './plan-shape.ts'

type Sized = Pick<PlannedBet, 'key' | 'state' | 'size' | 'teamSizes' | 'resembles'>

/**
 * How many changes a team still has to deliver for a bet: its size, less what was delivered for it. At least one remains
 * as long as nobody says that it is done. Null for a bet without a size that resembles none that was measured.
 */
export function remainingSize(bet: Sized, team: string, { done }: Pick<Plan, 'done'>): SizeRange | null {
  const size = wholeSize(bet, team, done)
  if (size === null) return null
  if (size[1] === 0) return size
  const delivered = bet.state === 'in-progress' ? (done[bet.key]?.[team] ?? 0) : 0
  return [Math.max(1, size[0] - delivered), Math.max(1, size[1] - delivered)]
}

/** Changes of all teams together, those that were delivered included; null where the size of one is not known. */
export function totalSize(
  bet: Sized & Pick<PlannedBet, 'teams'>,
  { done }: Pick<Plan, 'done'>,
): SizeRange | null {
  let [low, high] = [0, 0]
  for (const team of bet.teams) {
    const size = wholeSize(bet, team, done)
    if (size === null) return null
    low += size[0]
    high += size[1]
  }
  return bet.teams.length === 0 ? null : [low, high]
}

function wholeSize(bet: Sized, team: string, done: Plan['done']): SizeRange | null {
  return bet.teamSizes[team] ?? bet.size ?? measuredSize(bet.resembles, done)
}

/** From the smallest to the largest of what finished bets took in a team; null where nothing was measured. */
function measuredSize(keys: readonly string[], done: Plan['done']): SizeRange | null {
  const counts = keys.flatMap((key) => Object.values(done[key] ?? {})).filter((count) => count > 0)
  return counts.length === 0 ? null : [Math.min(...counts), Math.max(...counts)]
}
