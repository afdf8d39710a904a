import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { ReaderShape } from '#workspace/shape.ts'
import { apiUrl, getJson } from '#kit/api/request.ts'
import type { Language } from '#kit/language/language.ts'
import type { VisionEditionShape } from '../edition-shape.ts'

/** Beginning of the key of all that is asked about what was published. */
export const visionKey = ['vision'] as const

interface Asked {
  readonly key: string
  /** The newest where it is left out. */
  readonly edition: number | undefined
  readonly since: number | undefined
  readonly language: Language
}

/** An edition with all that stands on its page. */
export function editionQuery({ key, edition, since, language }: Asked) {
  return queryOptions({
    queryKey: [...visionKey, key, edition ?? null, since ?? null, language],
    queryFn: ({ signal }) =>
      getJson<VisionEditionShape>(
        apiUrl(`/visions/${encodeURIComponent(key)}/edition`, { edition, since, language }),
        signal,
      ),
    placeholderData: keepPreviousData,
    meta: { madeOf: { records: ['vision', 'strategy', 'goal'], repositories: false } },
  })
}

interface Readers {
  readonly edition: number
  readonly read: number
  readonly members: number
  readonly readers: readonly ReaderShape[]
}

/** Who has read an edition, for those who lead. */
export function readersQuery(key: string, edition: number) {
  return queryOptions({
    queryKey: [...visionKey, key, 'readers', edition],
    queryFn: ({ signal }) =>
      getJson<Readers>(apiUrl(`/visions/${encodeURIComponent(key)}/readers`, { edition }), signal),
  })
}
