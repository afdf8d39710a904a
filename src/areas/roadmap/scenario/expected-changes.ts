import { investmentKinds } from '../investment-kinds.ts'
import type { Plan, PlannedBet } from '../plan/plan-shape.ts'
import { remainingSize } from '../plan/remaining-size.ts'
import { isOpen } from './apply-scenario.ts'

/** What a plan costs, as delivered changes that are to be expected. */
export interface ExpectedCost {
  readonly changes: number
  /** By what the bets are for. */
  readonly kinds: Readonly<Record<string, number>>
  /** Bets without a size, which cost what nobody knows. */
  readonly unsized: readonly string[]
}

/**
 * The mean of what is drawn from: of each team’s size the middle, times the middle of the split rate, and of each risk its
 * chance times its middle. Of a bet under way only what remains counts.
 */
export function expectedCost(plan: Plan): ExpectedCost {
  const kinds: Record<string, number> = Object.fromEntries(
    [...Object.keys(investmentKinds), 'unclassified'].map((kind) => [kind, 0]),
  )
  const unsized: string[] = []
  for (const bet of plan.bets.filter(isOpen)) {
    const changes = expectedOf(bet, plan)
    const kind = bet.investment ?? 'unclassified'
    if (changes === null) unsized.push(bet.key)
    else kinds[kind] = (kinds[kind] ?? 0) + changes
  }
  for (const [kind, changes] of Object.entries(kinds)) kinds[kind] = round(changes)
  return { changes: round(Object.values(kinds).reduce((sum, each) => sum + each, 0)), kinds, unsized }
}

function expectedOf(bet: PlannedBet, plan: Plan): number | null {
  const sizes = bet.teams.map((team) => remainingSize(bet, team, plan))
  if (sizes.length === 0 || sizes.includes(null)) return null
  const working = sizes.filter((size) => size !== null && size[1] > 0)
  const rate = bet.splitRate === null ? 1 : middle(bet.splitRate)
  const risk = bet.risks.reduce((sum, { chance, size }) => sum + (chance / 100) * middle(size), 0)
  return working.reduce((sum, size) => sum + (size === null ? 0 : middle(size) * rate + risk), 0)
}

const middle = ([low, high]: readonly [number, number]) => (low + high) / 2
const round = (value: number) => Math.round(value * 10) / 10
