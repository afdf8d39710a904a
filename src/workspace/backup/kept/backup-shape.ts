import type { Words } from '#kernel/record/words.ts'

/** The backups as a page shows them. */
export interface BackupsShape {
  readonly folder: string
  /** The file of the key that opens them; null where it comes from the environment. */
  readonly keyFile: string | null
  /** Whether one is being made or waits for its turn. */
  readonly isOnItsWay: boolean
  /** Whether the newest is older than it ever should be. */
  readonly isLate: boolean
  /** Why the last one was not made, with the id under which it is in the log. */
  readonly failure: { readonly at: string; readonly id: string; readonly message: Words } | null
  /** Newest first; each was restored and compared before it was kept. */
  readonly backups: readonly {
    readonly name: string
    readonly kind: 'by-itself' | 'by-hand' | 'before-upgrade'
    readonly at: string
    readonly bytes: number
  }[]
}
