import type { QueryClient } from '@tanstack/react-query'

/** What an answer is made of beside what its address names; it is asked for anew when one of these changes. */
export interface MadeOf {
  /** Types of records. */
  readonly records: readonly string[]
  /** Whether also of what was delivered, in any repository. */
  readonly repositories: boolean
}

declare module '@tanstack/react-query' {
  interface Register {
    queryMeta: { readonly madeOf?: MadeOf }
  }
}

/** Asks anew for the answers that are made of it. */
export function refreshMadeOf(client: QueryClient, isOf: (madeOf: MadeOf) => boolean): void {
  void client.invalidateQueries({
    predicate: ({ meta }) => meta?.madeOf !== undefined && isOf(meta.madeOf),
  })
}
