import type { JoinedChange } from './join-changes.ts'
import type { CountedBet } from './measure-alignment.ts'

/** Keys of the goals that a change reaches: those that it names itself, and those that its bets serve. */
export function goalsReached(
  { bets: keys, goals }: JoinedChange,
  bets: ReadonlyMap<string, CountedBet>,
): string[] {
  return [...new Set([...goals, ...keys.flatMap((key) => bets.get(key)?.goals ?? [])])]
}
