import { investmentKinds, type InvestmentKind } from '#evidence/measures/investment-kind.ts'
import { joinWays, type JoinedChange, type JoinWay } from './join-changes.ts'

/** What of a bet decides what a change that is joined to it counts for. */
export interface CountedBet {
  readonly key: string
  readonly investment: InvestmentKind | null
  /** Goals that it serves. */
  readonly goals: readonly string[]
}

/** Delivered changes of a scope, by what they were for. */
export interface AlignmentCounts {
  readonly changes: number
  /** Joined to a bet. */
  readonly joined: number
  /** Joined to a bet that serves a goal, or naming one. */
  readonly toGoal: number
  /** Shares of all changes; null for too few, with the reason. */
  readonly joinedShare: number | null
  readonly toGoalShare: number | null
  readonly reason: 'too-few-changes' | null
  readonly ways: Readonly<Record<JoinWay, number>>
  /** By the kind of the bet, else by what git alone tells. */
  readonly kinds: Readonly<Record<InvestmentKind, number>>
}

/** Fewer say nothing about where the effort goes. */
const changesNeeded = 5

/** Counts changes, each once however many bets and goals it is for. It counts changes, not effort, and no person. */
export function measureAlignment(
  changes: readonly JoinedChange[],
  bets: ReadonlyMap<string, CountedBet>,
): AlignmentCounts {
  const ways = Object.fromEntries(joinWays.map((way) => [way, 0])) as Record<JoinWay, number> // one of each
  const kinds = Object.fromEntries(investmentKinds.map((kind) => [kind, 0])) as Record<InvestmentKind, number> // one of each
  let [joined, toGoal] = [0, 0]
  for (const change of changes) {
    kinds[kindOf(change, bets)] += 1
    if (reachesGoal(change, bets)) toGoal += 1
    if (change.way === null) continue
    joined += 1
    ways[change.way] += 1
  }
  const isEnough = changes.length >= changesNeeded
  return {
    changes: changes.length,
    joined,
    toGoal,
    joinedShare: isEnough ? joined / changes.length : null,
    toGoalShare: isEnough ? toGoal / changes.length : null,
    reason: isEnough ? null : 'too-few-changes',
    ways,
    kinds,
  }
}

/** Whether a change names a goal, or belongs to a bet that serves one. */
export function reachesGoal(
  { bets: keys, goals }: JoinedChange,
  bets: ReadonlyMap<string, CountedBet>,
): boolean {
  return goals.length > 0 || keys.some((key) => (bets.get(key)?.goals.length ?? 0) > 0)
}

/** What a change was made for: what its bet says, where it is joined to one that says it. */
export function kindOf(
  { change, bets: keys }: JoinedChange,
  bets: ReadonlyMap<string, CountedBet>,
): InvestmentKind {
  for (const key of keys) {
    const kind = bets.get(key)?.investment
    if (kind) return kind
  }
  return change.kind
}
