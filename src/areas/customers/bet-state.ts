import type { RecordShape, RecordValues } from '#kernel/shape.ts'

/** The state of a bet, as its own area names it. */
export function stateOf({ state }: RecordValues): string {
  return typeof state === 'string' ? state : 'idea'
}

/** Whether a bet was shipped or stopped, so that nothing more is decided by what speaks for it. */
export function hasEnded({ fields }: Pick<RecordShape, 'fields'>): boolean {
  return ['shipped', 'stopped'].includes(stateOf(fields))
}
