import { queryOptions } from '@tanstack/react-query'
import type { AccountShape } from '#workspace/shape.ts'
import { apiUrl, getJson } from './request.ts'

/** Who one is to the server. */
export const accountQuery = queryOptions({
  queryKey: ['account'],
  queryFn: ({ signal }) => getJson<AccountShape>(apiUrl('/session'), signal),
})
