import { createContext, use } from 'react'
import type { RepositoryShape } from '#evidence/shape.ts'
import type { Place } from '#kit/api/queries.ts'

export interface RepositoryPlace extends Place {
  readonly shape: RepositoryShape
}

/** The repository, component and window that a page is about. */
export const PlaceContext = createContext<RepositoryPlace | null>(null)

export function usePlace(): Place {
  const { repository, component, weeks } = useRepositoryPlace()
  return { repository, component, weeks }
}

export function useRepositoryPlace(): RepositoryPlace {
  const place = use(PlaceContext)
  if (!place) throw new Error('A part of a page stands outside of a RepositoryPage.')
  return place
}
