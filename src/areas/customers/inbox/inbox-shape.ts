import type { RecordShape } from '#kernel/shape.ts'

/** What of the insights waits for somebody, in the order in which one works through it. Safe in a browser. */
export const inboxViews = ['new', 'without-bet', 'untold', 'consent'] as const
export type InboxView = (typeof inboxViews)[number]

/** So many days before consent ends it is worth a look. */
export const consentEndsWithin = 30

export interface InboxShape {
  /** Today, in UTC. */
  readonly day: string
  readonly view: InboxView
  readonly counts: Readonly<Record<InboxView, number>>
  readonly insights: readonly RecordShape[]
  /** Whether there are more than these. */
  readonly more: boolean
}
