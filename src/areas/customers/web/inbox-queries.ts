import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { apiUrl, getJson } from '#kit/api/request.ts'
import { recordUrl } from '#kit/records/record-queries.ts'
import type { InboxShape, InboxView } from '../inbox/inbox-shape.ts'
import type { Proposal } from '../propose/proposal-shape.ts'
import type { InsightsOfBet, WeightTable } from '../weight/weight-shape.ts'

/** Beginning of the key of every view; asked for anew whenever an insight changes. */
export const inboxKey = ['records', 'insight', 'inbox'] as const

export function inboxQuery(view: InboxView) {
  return queryOptions({
    queryKey: [...inboxKey, view],
    queryFn: ({ signal }) => getJson<InboxShape>(apiUrl('/customers/inbox', { view }), signal),
    placeholderData: keepPreviousData,
  })
}

const madeOf = { records: ['insight', 'bet'], repositories: false } as const

export const weightQuery = queryOptions({
  queryKey: ['customers', 'weight'],
  queryFn: ({ signal }) => getJson<WeightTable>(apiUrl('/customers/weight'), signal),
  meta: { madeOf },
})

export function evidenceQuery(bet: string) {
  return queryOptions({
    queryKey: ['customers', 'evidence', bet],
    queryFn: ({ signal }) => getJson<InsightsOfBet>(`${recordUrl('bets', bet)}/insights`, signal),
    meta: { madeOf },
  })
}

export function proposalsQuery(insight: string) {
  return queryOptions({
    queryKey: ['customers', 'proposals', insight],
    queryFn: ({ signal }) =>
      getJson<{ readonly proposals: readonly Proposal[] }>(
        `${recordUrl('insights', insight)}/propose`,
        signal,
      ),
    meta: { madeOf: { records: ['insight', 'bet', 'goal'], repositories: false } },
  })
}
