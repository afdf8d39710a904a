import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { apiUrl, getJson } from '#kit/api/request.ts'
import type { AllocationShape, ChangesShape } from '../allocation/allocation-shape.ts'
import type { Facts } from './allocation-view.ts'

/** Beginning of the key of everything that a joined change alters. */
export const alignmentKey = ['alignment'] as const

export function allocationQuery(quarter: string | undefined) {
  return queryOptions({
    queryKey: [...alignmentKey, 'allocation', quarter ?? null],
    queryFn: ({ signal }) => getJson<AllocationShape>(apiUrl('/roadmap/split', { quarter }), signal),
    placeholderData: keepPreviousData,
  })
}

/** The changes behind a figure, page by page. */
export function changesQuery(quarter: string, { scope, by, value }: Facts) {
  return infiniteQueryOptions({
    queryKey: [...alignmentKey, 'changes', quarter, scope, by, value],
    initialPageParam: 0,
    queryFn: ({ pageParam, signal }) =>
      getJson<ChangesShape>(
        apiUrl('/roadmap/changes', {
          quarter,
          ...(scope !== 'company' && { team: scope }),
          ...(by !== 'all' && { [by]: value }),
          cursor: pageParam,
        }),
        signal,
      ),
    getNextPageParam: (page: ChangesShape) => page.next,
  })
}

/** Changes that nothing joins to a bet and that look alike. */
export interface Group {
  readonly repository: { readonly id: string; readonly name: string }
  readonly folder: string
  readonly pattern: string
  readonly hashes: readonly string[]
  readonly latest: string
  readonly proposal: { readonly bet: string; readonly share: number; readonly sample: number } | null
  readonly newest: readonly { readonly hash: string; readonly subject: string }[]
}

export interface Unjoined {
  readonly changes: number
  /** Of bots: without a bet as well, and in none of the groups. */
  readonly byBots: number
  readonly groups: readonly Group[]
  readonly more: number
  readonly unread: readonly string[]
}

export function unjoinedQuery({ from, to }: { readonly from: string; readonly to: string }) {
  return queryOptions({
    queryKey: [...alignmentKey, 'unjoined', from, to],
    queryFn: ({ signal }) => getJson<Unjoined>(apiUrl('/roadmap/unjoined', { from, to }), signal),
  })
}
