import { useQuery } from '@tanstack/react-query'
import { Navigate } from '@tanstack/react-router'
import { accountQuery } from '#kit/api/account.ts'
import { repositoriesQuery } from '#kit/api/queries.ts'
import { ProblemNote } from '#kit/page/problem-note.tsx'

/**
 * Leads to delivery, or to the repositories while there is nothing to show of any; and first to the welcome, where there
 * is neither an account nor a repository.
 */
export function HomePage() {
  const { data, error } = useQuery(repositoriesQuery)
  const { data: account } = useQuery(accountQuery)
  if (error) return <ProblemNote error={error} />
  if (!data) return <div className="skeleton h-64" />
  if (data.repositories.some(({ generation }) => generation > 0))
    return <Navigate to="/build/delivery" replace />
  if (!account) return <div className="skeleton h-64" />
  if (account.state === 'none' && data.repositories.length === 0) return <Navigate to="/welcome" replace />
  return <Navigate to="/repositories" search={{ first: true }} replace />
}
