import { queryOptions } from '@tanstack/react-query'
import type { StartShape } from '#workspace/shape.ts'
import { apiUrl, getJson } from './request.ts'

/** What the workspace holds, and what it can begin with. */
export const startQuery = queryOptions({
  queryKey: ['start'],
  queryFn: ({ signal }) => getJson<StartShape>(apiUrl('/start'), signal),
})
