import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { apiUrl, getJson } from '#kit/api/request.ts'
import { recordUrl } from '#kit/records/record-queries.ts'
import type { Language } from '#kit/language/language.ts'
import type { ChangesShape } from '../allocation/allocation-shape.ts'
import type { PivotShape } from '../pivot/pivot-shape.ts'

const madeOf = {
  records: ['pivot', 'scenario', 'bet', 'goal', 'insight', 'team', 'person'],
  repositories: true,
} as const

/** What a pivot does, or did. */
export function pivotQuery(key: string, language: Language) {
  return queryOptions({
    queryKey: ['pivot', key, language],
    queryFn: ({ signal }) =>
      getJson<PivotShape>(apiUrl(`/pivots/${encodeURIComponent(key)}/preview`, { language }), signal),
    meta: { madeOf },
  })
}

/** The work behind a figure of what was lost. */
export interface LostFacts {
  readonly bet: string
  /** Key of a team, or `none`. */
  readonly team: string
  /** The last day; none for today. */
  readonly until: string | null
}

export function lostChangesQuery({ bet, team, until }: LostFacts) {
  return infiniteQueryOptions({
    queryKey: ['pivot', 'changes', bet, team, until],
    initialPageParam: 0,
    queryFn: ({ pageParam, signal }) => {
      const parameters = new URLSearchParams({ team, cursor: String(pageParam), ...(until && { until }) })
      return getJson<ChangesShape>(`${recordUrl('bets', bet)}/changes?${parameters}`, signal)
    },
    getNextPageParam: (page: ChangesShape) => page.next,
  })
}
