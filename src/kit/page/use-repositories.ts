import { useQuery } from '@tanstack/react-query'
import type { RepositoryShape } from '#evidence/shape.ts'
import { repositoriesQuery } from '#kit/api/queries.ts'
import { insiders, useMay } from '#kit/api/use-may.ts'
import { useView } from '#kit/view/use-view.ts'

/** The repository that the address names, or the first; undefined while unknown, null when there is none. */
export function useRepository(): RepositoryShape | null | undefined {
  const mayRead = useMay()(insiders)
  const { data } = useQuery({ ...repositoriesQuery, enabled: mayRead })
  const { repository } = useView()
  if (!data) return undefined
  if (repository === undefined) return data.repositories[0] ?? null
  return data.repositories.find(({ id }) => id === repository) ?? null
}
