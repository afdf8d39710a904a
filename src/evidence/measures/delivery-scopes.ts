import type { Evidence } from './evidence.ts'
import type { Scope, Window } from './measure.ts'
import { isWithin, fullWeeks } from './windows.ts'
import { deliveredIn } from './scope-changes.ts'

/** What all measures of delivery have in common. */
export const deliveryScopes = {
  scopes: ['repository', 'component'],
  personNear: false,
  audience: 'company',
  window: fullWeeks,
} as const

/** The window asked for, or the thirteen full weeks before as-of. */
export function deliveryWindow(evidence: Evidence, window: Window | null): Window {
  return window ?? fullWeeks(evidence.asOf, 13)
}

/** Delivered changes of the scope whose committer instant on the main line lies within the window. */
export function deliveredWithin(evidence: Evidence, scope: Scope, window: Window): Int32Array {
  const { committedAt } = evidence.history
  return deliveredIn(evidence, scope).filter((commit) => isWithin(window, committedAt[commit] ?? Number.NaN))
}
