/** A bet with its place; those without one stand behind all that have one. */
export interface Placed {
  readonly key: string
  readonly order: number | null
}

/** Room between two places that are given anew. */
const gap = 10

/**
 * What has to be written, and in this order, so that a bet stands before or behind another one. Until its own place is
 * written, which is the last, everything stays in the order that it has; so an end in between disturbs nothing.
 */
export function placeBeside(
  bets: readonly Placed[],
  key: string,
  target: string,
  side: 'before' | 'after',
): readonly Placed[] {
  const others = bets.filter((bet) => bet.key !== key)
  const index = others.findIndex((bet) => bet.key === target)
  const at = side === 'before' ? index : index + 1
  const stands = bets.findIndex((bet) => bet.key === key)
  if (index === -1 || stands === -1 || at === stands) return []
  const given = giveOrders(others.slice(0, at))
  const before = given.orders.at(-1) ?? null
  const after = others[at]?.order ?? null
  if (after === null) return [...given.written, { key, order: before === null ? gap : before + gap }]
  if (before === null) return [{ key, order: after - gap }]
  const between = middleOf(before, after)
  if (between !== null) return [...given.written, { key, order: between }]
  const pushed = pushBack(others.slice(at))
  return [...given.written, ...pushed, { key, order: before + gap / 2 }]
}

/** Places for those in front that have none, each behind the one before it. */
function giveOrders(bets: readonly Placed[]): { orders: number[]; written: Placed[] } {
  const [orders, written]: [number[], Placed[]] = [[], []]
  for (const bet of bets) {
    const order = bet.order ?? (orders.at(-1) ?? 0) + gap
    orders.push(order)
    if (bet.order === null) written.push({ key: bet.key, order })
  }
  return { orders, written }
}

/** A whole number between two where there is one; null where they lie too close for any. */
function middleOf(before: number, after: number): number | null {
  const middle = (before + after) / 2
  const whole = Math.round(middle)
  if (before < whole && whole < after) return whole
  return before < middle && middle < after && after - before > 1e-3 ? middle : null
}

/** The last first, so that none overtakes another. */
function pushBack(bets: readonly Placed[]): Placed[] {
  return bets.flatMap(({ key, order }) => (order === null ? [] : [{ key, order: order + gap }])).toReversed()
}

/** The bets as they stand with other places; equal places leave the order that they have. */
export function inOrder<Bet extends Placed>(bets: readonly Bet[]): Bet[] {
  return bets.toSorted((a, b) => (a.order ?? Infinity) - (b.order ?? Infinity) || 0)
}
