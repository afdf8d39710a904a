import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import type { SearchAnswer } from '#kernel/shape.ts'
import { apiUrl, getJson } from '#kit/api/request.ts'
import { insiders, useMay } from '#kit/api/use-may.ts'

const nothing: SearchAnswer = { hits: [], more: false }

/** Records found for what was typed; while the next answer is on its way the last one stays. */
export function useFound(typed: string) {
  const mayFind = useMay()(insiders)
  const q = useDeferredValue(typed.trim())
  const { data, error, isPending, isPlaceholderData } = useQuery({
    queryKey: ['search', q],
    queryFn: ({ signal }) => getJson<SearchAnswer>(apiUrl('/search', { q, limit: 8 }), signal),
    enabled: mayFind && q !== '',
    placeholderData: keepPreviousData,
    // Others write meanwhile.
    staleTime: 5000,
    gcTime: 60_000,
    retry: false,
  })
  return {
    found: q === '' ? nothing : (data ?? nothing),
    error,
    isWaiting: mayFind && typed.trim() !== '' && (typed.trim() !== q || isPending || isPlaceholderData),
  }
}
