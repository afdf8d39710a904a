import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ExplainedFigure } from '#evidence/shape.ts'
import { measuresQuery } from '#kit/api/queries.ts'
import { useLanguage } from '#kit/language/language.ts'
import { usePlace } from '#kit/page/place.ts'

interface Figures {
  readonly byId: ReadonlyMap<string, ExplainedFigure>
  readonly isKnown: boolean
  readonly asOf: string | null
  /** True while they are those of what was asked before. */
  readonly areOfBefore: boolean
  readonly error: Error | null
  readonly again: () => void
}

/** All figures of the page's repository, component and window. */
export function useFigures(): Figures {
  const { data, error, refetch, isPlaceholderData } = useQuery(measuresQuery(usePlace(), useLanguage()))
  const byId = useMemo(() => new Map(data?.figures.map((figure) => [figure.id, figure])), [data])
  return {
    byId,
    isKnown: data !== undefined,
    asOf: data?.asOf ?? null,
    areOfBefore: isPlaceholderData,
    error: data ? null : error,
    again: () => void refetch(),
  }
}
