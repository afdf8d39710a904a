import { useQueryClient } from '@tanstack/react-query'
import { accountQuery } from '#kit/api/account.ts'

/** What is to be done as soon as somebody is signed in. */
export function useEntered(): () => Promise<void> {
  const client = useQueryClient()
  return async () => {
    // What was asked before was asked by somebody else.
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== accountQuery.queryKey[0] })
    await client.fetchQuery({ ...accountQuery, staleTime: 0 })
  }
}
