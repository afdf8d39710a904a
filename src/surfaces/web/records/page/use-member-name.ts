import { useQuery } from '@tanstack/react-query'
import type { MemberShape } from '#workspace/shape.ts'
import { apiUrl, getJson } from '#kit/api/request.ts'

/** What the member of an account is called: null for nobody who is one now, empty while that is not known. */
export function useMemberName(id: string | null): string | null {
  const { data } = useQuery({
    queryKey: ['members'],
    queryFn: ({ signal }) => getJson<{ members: readonly MemberShape[] }>(apiUrl('/members'), signal),
    enabled: id !== null,
    staleTime: 60_000,
  })
  if (id === null) return null
  return data ? (data.members.find((member) => member.id === id)?.name ?? null) : '…'
}
