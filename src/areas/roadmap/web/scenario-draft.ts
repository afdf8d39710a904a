import type {
  BetDifference,
  BreakDifference,
  GoalDifference,
  PeopleDifference,
  ScenarioDifferences,
} from '../scenario/scenario-shape.ts'

/** Differences while they are written: rows may still lack something. */
export type Draft = ScenarioDifferences

export const emptyDraft: Draft = { bets: [], people: [], breaks: [], goals: [] }

/** The draft of what a scenario says. */
export function draftOf(fields: Readonly<Record<string, unknown>>): Draft {
  const rows = (name: string) => (Array.isArray(fields[name]) ? fields[name] : [])
  return { bets: rows('bets'), people: rows('people'), breaks: rows('breaks'), goals: rows('goals') }
}

/** The rows that lack nothing. */
export function completeOf({ bets, people, breaks, goals }: Draft): ScenarioDifferences {
  return {
    bets: bets.filter(isWholeBet),
    people: people.filter(isWholePeople),
    breaks: breaks.filter(isWholeBreak),
    goals,
  }
}

export const isWhole = (draft: Draft) => isSame(completeOf(draft), draft)

export const isSame = (one: Draft, other: Draft) => JSON.stringify(one) === JSON.stringify(other)

export const isEmpty = (draft: Draft) => Object.values(draft).every((rows) => rows.length === 0)

function isWholeBet({ change, low, high }: BetDifference): boolean {
  return change !== 'resize' || sizeFault({ low, high }) === null
}

type End = 'low' | 'high'
type Size = { readonly [end in End]?: number | null | undefined }

/** The size of one team, in changes, that the record takes. */
export const sizes = { least: 1, most: 10_000 } as const

/** What a size lacks: an end, or one that is not allowed, or one above the other; null where it may be counted. */
export function sizeFault(
  size: Size,
): { readonly why: 'missing' | 'range' | 'order'; readonly end: End } | null {
  for (const end of ['low', 'high'] as const) {
    const value = size[end] ?? null
    if (value === null) return { why: 'missing', end }
    if (!Number.isInteger(value) || value < sizes.least || value > sizes.most) return { why: 'range', end }
  }
  return Number(size.low) > Number(size.high) ? { why: 'order', end: 'low' } : null
}

export function isWholePeople({ team, count, day }: PeopleDifference): boolean {
  return team !== '' && count > 0 && day !== ''
}

export function isWholeBreak({ from, until }: BreakDifference): boolean {
  return from !== '' && until !== '' && from <= until
}

/** The draft with one row of a bet of this kind, or none. */
export function withBet(
  draft: Draft,
  bet: string,
  change: BetDifference['change'],
  row: Omit<BetDifference, 'bet' | 'change'> | null,
): Draft {
  const others = draft.bets.filter((each) => each.bet !== bet || each.change !== change)
  return { ...draft, bets: row === null ? others : [...others, { bet, change, ...row }] }
}

/** A cut bet has no other differences: they would say nothing. */
export function withCut(draft: Draft, bet: string, isCut: boolean): Draft {
  const others = draft.bets.filter((each) => each.bet !== bet)
  return { ...draft, bets: isCut ? [...others, { bet, change: 'drop' }] : others }
}

export function withGoal(draft: Draft, goal: string, change: GoalDifference['change'] | null): Draft {
  const others = draft.goals.filter((each) => each.goal !== goal)
  return { ...draft, goals: change === null ? others : [...others, { goal, change }] }
}

export const rowOf = (draft: Draft, bet: string, change: BetDifference['change']) =>
  draft.bets.find((each) => each.bet === bet && each.change === change)

interface Placed {
  readonly key: string
  readonly order: number | null
}

/** Where a bet is to stand: before or behind another. */
interface Place {
  readonly key: string
  readonly target: string
  readonly side: 'before' | 'after'
}

/** The bets in the order that the draft gives them: those with a place first, the others as they stood. */
export function inOrder<Bet extends Placed>(bets: readonly Bet[], draft: Draft): Bet[] {
  const place = (bet: Placed) => placeOf(bet, draft) ?? Number.POSITIVE_INFINITY
  return bets.toSorted((a, b) => (place(a) < place(b) ? -1 : place(a) > place(b) ? 1 : 0))
}

const placeOf = ({ key, order }: Placed, draft: Draft) =>
  draft.bets.findLast(({ bet, order: place }) => bet === key && typeof place === 'number')?.order ?? order

/** The draft with a bet one place earlier or later; the same at either end. */
export function withMove(draft: Draft, bets: readonly Placed[], key: string, by: -1 | 1): Draft {
  const sequence = inOrder(bets, draft)
  const other = sequence[sequence.findIndex((bet) => bet.key === key) + by]
  return other && other.key !== key
    ? withPlace(draft, bets, { key, target: other.key, side: by === -1 ? 'before' : 'after' })
    : draft
}

/** The draft with a bet before or behind another; gives others a place only where there is none between them. */
export function withPlace(draft: Draft, bets: readonly Placed[], { key, target, side }: Place): Draft {
  const sequence = inOrder(bets, draft)
  const from = sequence.findIndex((bet) => bet.key === key)
  const moved = sequence[from]
  const others = sequence.filter((bet) => bet.key !== key)
  const beside = others.findIndex((bet) => bet.key === target)
  const to = side === 'before' ? beside : beside + 1
  if (moved === undefined || beside === -1 || to === from) return draft
  const after = others.toSpliced(to, 0, moved)
  const at = (index: number) => {
    const bet = after[index]
    return bet === undefined ? null : placeOf(bet, draft)
  }
  const [before, behind] = [at(to - 1), at(to + 1)]
  if (to === 0) return placed(draft, key, (behind ?? 1) - 1)
  if (before !== null && behind === null) return placed(draft, key, before + 1)
  if (before !== null && behind !== null && before < behind) return placed(draft, key, (before + behind) / 2)
  // Whoever stands before it has no place, or the same: all up to it are counted anew.
  return after
    .slice(0, Math.max(to, from) + 1)
    .reduce((made, bet, index) => placed(made, bet.key, index + 1), draft)
}

function placed(draft: Draft, bet: string, order: number): Draft {
  return withBet(draft, bet, 'move', { order })
}
