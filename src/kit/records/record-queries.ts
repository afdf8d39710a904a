import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { LineOfSightShape } from '#evidence/shape.ts'
import type { NeighbourShape, RecordPage, RecordShape, VersionShape } from '#kernel/shape.ts'
import { apiUrl, getJson, type Parameters } from '#kit/api/request.ts'
import type { Language } from '#kit/language/language.ts'

/** How many commits stand on the strand of a record. */
const newestCommits = 2

/** How many records a list reads at a time. */
const pageSize = 100

/** Beginning of the key of every list of a type. */
function recordsKey(type: string): readonly [string, string] {
  return ['records', type]
}

interface Collection {
  readonly type: string
  readonly collection: string
}

/** A list, page by page, as the parameters narrow and order it. */
export function recordsQuery({ type, collection }: Collection, parameters: Parameters) {
  return infiniteQueryOptions({
    queryKey: [...recordsKey(type), 'pages', parameters],
    initialPageParam: null as string | null, // widened: the cursor of the later pages is text
    queryFn: ({ pageParam, signal }) =>
      getJson<RecordPage>(
        apiUrl(`/${collection}`, { ...parameters, after: pageParam, limit: pageSize }),
        signal,
      ),
    getNextPageParam: (page: RecordPage) => page.next,
    placeholderData: keepPreviousData,
  })
}

/** The first few whose title holds the words. */
export function foundQuery({ type, collection }: Collection, words: string) {
  return queryOptions({
    queryKey: [...recordsKey(type), 'found', words],
    queryFn: ({ signal }) =>
      getJson<RecordPage>(
        apiUrl(`/${collection}`, { title: words === '' ? null : words, sort: 'title', limit: 8 }),
        signal,
      ),
    placeholderData: keepPreviousData,
  })
}

export function recordQuery(key: string) {
  return queryOptions({
    queryKey: ['record', key],
    queryFn: ({ signal }) => getJson<RecordShape>(apiUrl(`/records/${encodeURIComponent(key)}`), signal),
  })
}

export function historyQuery(collection: string, key: string, language: Language) {
  return queryOptions({
    queryKey: ['history', key, language],
    queryFn: ({ signal }) =>
      getJson<{ readonly versions: readonly VersionShape[] }>(
        `${recordUrl(collection, key)}/history`,
        signal,
      ),
  })
}

export function linksQuery(collection: string, key: string) {
  return queryOptions({
    queryKey: ['links', key],
    queryFn: ({ signal }) =>
      getJson<{ readonly links: readonly NeighbourShape[] }>(`${recordUrl(collection, key)}/links`, signal),
  })
}

export function sightQuery(key: string) {
  return queryOptions({
    queryKey: ['sight', key],
    queryFn: ({ signal }) =>
      getJson<LineOfSightShape>(
        apiUrl(`/line-of-sight/${encodeURIComponent(key)}`, { limit: newestCommits }),
        signal,
      ),
  })
}

/** The commits at the lower end of the line of sight, page by page. */
export function namingQuery(key: string) {
  return infiniteQueryOptions({
    queryKey: ['sight', key, 'commits'],
    initialPageParam: null as string | null, // widened: the cursor of the later pages is text
    queryFn: ({ pageParam, signal }) =>
      getJson<LineOfSightShape>(
        apiUrl(`/line-of-sight/${encodeURIComponent(key)}`, { cursor: pageParam, limit: 50 }),
        signal,
      ),
    getNextPageParam: (page: LineOfSightShape) => page.next,
  })
}

export function recordUrl(collection: string, key: string): string {
  return apiUrl(`/${collection}/${encodeURIComponent(key)}`)
}
