import type { RecordShape } from '#kernel/shape.ts'
import type { InboxView } from '../inbox/inbox-shape.ts'
import { listOf } from './triage-step.ts'

export type ActName = 'keep' | 'let-go' | 'bet' | 'new-bet' | 'weigh' | 'act' | 'tell' | 'consent'

/** What can be done with an insight, and the key that does it. */
export interface Act {
  readonly name: ActName
  readonly key: string
  /** What one does most with it where it stands. */
  readonly isFirst: boolean
}

const firstIn = { new: 'keep', 'without-bet': 'bet', untold: 'tell', consent: 'consent' } as const

/** What can be done with an insight as it stands in a view: first what the view is for, then as it is decided. */
export function actsOn(
  { fields }: Pick<RecordShape, 'fields'>,
  view: InboxView,
  mayBet: boolean,
): readonly Act[] {
  const { state, toldOn } = fields
  const isTold = typeof toldOn === 'string'
  const hasBet = listOf(fields['bets']).length > 0
  const all: readonly (readonly [ActName, string, boolean])[] = [
    ['keep', 'y', state === 'new' || state === 'let-go'],
    ['let-go', 'x', state === 'new' || state === 'kept'],
    ['bet', 'b', true],
    ['new-bet', 'c', mayBet],
    ['act', 'a', state === 'kept' && hasBet],
    ['tell', 'm', !isTold && state !== 'new'],
    ['weigh', 'w', true],
    ['consent', 'd', true],
  ]
  return all
    .flatMap(([name, key, may]) => (may ? [{ name, key, isFirst: name === firstIn[view] }] : []))
    .sort((a, b) => Number(b.isFirst) - Number(a.isFirst))
}
