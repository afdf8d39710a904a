import { investmentKinds } from '#evidence/measures/investment-kind.ts'
import type { AlignmentCounts } from '../alignment/measure-alignment.ts'
import type {
  AllocationKind,
  FloorShape,
  FloorState,
  KindShare,
  QuarterState,
  ScopeShape,
} from './allocation-shape.ts'

/** What was intended: shares and floors in percent, as they are written. */
export interface AllocationTarget {
  readonly shares: Readonly<Partial<Record<AllocationKind, number>>>
  readonly floors: readonly { readonly kind: AllocationKind; readonly share: number; readonly risk: string }[]
}

type Measured = Omit<ScopeShape, 'team' | 'allocation'>

/** Closer than this to what is intended, in percentage points, nothing is said of a drift. */
const driftFrom = 10

/** Puts how changes were split beside how they were meant to be. It counts changes, not effort, and no person. */
export function measureAllocation(
  counts: AlignmentCounts,
  target: AllocationTarget | null,
  quarter: QuarterState,
): Measured {
  const { changes, joined, toGoal, joinedShare, toGoalShare, ways, kinds } = counts
  const shareOf = (kind: AllocationKind) => (counts.reason === null ? kinds[kind] / changes : null)
  return {
    changes,
    joined,
    toGoal,
    coverage: joinedShare,
    toGoalShare,
    reason: quarter === 'to-come' ? 'not-begun' : counts.reason,
    ways,
    kinds: investmentKinds.map((kind) => ({
      kind,
      changes: kinds[kind],
      ...beside(shareOf(kind), target?.shares[kind] ?? null),
    })),
    floors: (target?.floors ?? []).map((floor) => stand(floor, counts, quarter)),
  }
}

function beside(share: number | null, percent: number | null): Omit<KindShare, 'kind' | 'changes'> {
  const target = percent === null ? null : percent / 100
  if (share === null || percent === null) return { share, target, difference: null, drift: null }
  const difference = Math.round((share * 100 - percent) * 10) / 10
  const drift = Math.abs(difference) < driftFrom ? null : difference > 0 ? 'above' : 'below'
  return { share, target, difference, drift }
}

function stand(
  { kind, share: percent, risk }: AllocationTarget['floors'][number],
  { changes, kinds, reason }: AlignmentCounts,
  quarter: QuarterState,
): FloorShape {
  // Compared without a division, so that a share that is exactly the floor keeps it.
  const reaches = (count: number) => count * 100 >= percent * changes
  const isKnown = reason === null && quarter !== 'to-come'
  const keeps = reaches(kinds[kind])
  return {
    kind,
    floor: percent / 100,
    share: isKnown ? kinds[kind] / changes : null,
    state: isKnown ? said(keeps, quarter) : 'unknown',
    couldBeUnclassified: isKnown && !keeps && reaches(kinds[kind] + kinds.unclassified),
    risk,
  }
}

function said(keeps: boolean, quarter: QuarterState): FloorState {
  if (quarter === 'over') return keeps ? 'kept' : 'missed'
  return keeps ? 'above' : 'below'
}
