import type { PlannedBet } from './plan-shape.ts'

/** States of bets that are ahead; the others have ended. */
export const openStates = ['in-progress', 'committed', 'shaped', 'idea'] as const

const horizons = ['now', 'next', 'later']

// Made once: one for each comparison takes longer than all the rest.
const { compare: byKey } = new Intl.Collator('en', { numeric: true })

/**
 * The bets that are ahead in the order in which they are worked on: what was put in a place stands there; behind it, what
 * is under way before what is promised, that before what is only thought of, and the nearer horizon first.
 */
export function orderBets<Bet extends Pick<PlannedBet, 'key' | 'state' | 'horizon' | 'order'>>(
  bets: readonly Bet[],
): Bet[] {
  const open = bets.filter(({ state }) => openStates.some((each) => each === state))
  return open.toSorted(
    (a, b) =>
      (a.order ?? Number.POSITIVE_INFINITY) - (b.order ?? Number.POSITIVE_INFINITY) ||
      rank(openStates, a.state) - rank(openStates, b.state) ||
      rank(horizons, a.horizon) - rank(horizons, b.horizon) ||
      byKey(a.key, b.key),
  )
}

/** What is not in the list stands behind all that is. */
function rank(list: readonly string[], word: string | null): number {
  const at = word === null ? -1 : list.indexOf(word)
  return at === -1 ? list.length : at
}
