import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { apiUrl, getJson } from '#kit/api/request.ts'
import type { Language } from '#kit/language/language.ts'
import type { ChangesShape } from '../../allocation/allocation-shape.ts'
import type { GoalTreeShape } from '../../goal-tree/tree-shape.ts'

/** Beginning of the key of every tree of goals. */
export const treeKey = ['goal-tree'] as const

const madeOf = { records: ['goal', 'bet', 'team', 'person', 'break'], repositories: true } as const

/** The goals, each with its bets and what reached it. */
export function treeQuery(goals: 'current' | 'all', language: Language) {
  return queryOptions({
    queryKey: [...treeKey, goals, language],
    queryFn: ({ signal }) => getJson<GoalTreeShape>(apiUrl('/strategy/tree', { goals, language }), signal),
    placeholderData: keepPreviousData,
    meta: { madeOf },
  })
}

/** The changes that reached a goal or one below it, page by page. */
export function goalChangesQuery(goal: string, weeks: number) {
  return infiniteQueryOptions({
    queryKey: [...treeKey, 'changes', goal, weeks],
    initialPageParam: 0,
    queryFn: ({ pageParam, signal }) =>
      getJson<ChangesShape>(
        apiUrl(`/goals/${encodeURIComponent(goal)}/changes`, { weeks, cursor: pageParam }),
        signal,
      ),
    getNextPageParam: (page: ChangesShape) => page.next,
    meta: { madeOf },
  })
}
