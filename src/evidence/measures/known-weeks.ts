import type { Evidence } from './evidence.ts'
import type { Window } from './measure.ts'
import { week } from './windows.ts'

/** Fewer full weeks than these say nothing about a rate. */
export const weeksNeeded = 4

/** Starts of the window's full weeks that began when the source already told: what lies before is unknown, not zero. */
export function knownWeeks(window: Window, since: number): number[] {
  const starts: number[] = []
  for (let from = window.from; from + week <= window.to; from += week) if (from >= since) starts.push(from)
  return starts
}

/** Earliest committer instant of the history. */
export function historySince(evidence: Evidence): number {
  return evidence.history.committedAt.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
}
