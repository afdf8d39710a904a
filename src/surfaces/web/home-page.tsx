import { useQuery } from '@tanstack/react-query'
import { Navigate } from '@tanstack/react-router'
import { repositoriesQuery } from '#kit/api/queries.ts'
import { ProblemNote } from '#kit/page/problem-note.tsx'

/** Leads to delivery, or to the repositories while there is nothing to show of any. */
export function HomePage() {
  const { data, error } = useQuery(repositoriesQuery)
  if (error) return <ProblemNote error={error} />
  if (!data) return <div className="skeleton h-64" />
  if (data.repositories.some(({ generation }) => generation > 0))
    return <Navigate to="/build/delivery" replace />
  return <Navigate to="/repositories" search={{ first: true }} replace />
}
