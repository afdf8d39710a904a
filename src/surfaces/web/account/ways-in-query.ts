import { queryOptions } from '@tanstack/react-query'
import type { WaysInShape } from '#workspace/shape.ts'
import { apiUrl, getJson } from '#kit/api/request.ts'

export const waysInKey = ['ways-in'] as const

/** By what one signs in. */
export const waysInQuery = queryOptions({
  queryKey: waysInKey,
  queryFn: ({ signal }) => getJson<WaysInShape>(apiUrl('/ways-in'), signal),
})
