import { useQuery } from '@tanstack/react-query'
import { Navigate } from '@tanstack/react-router'
import { accountQuery } from '#kit/api/account.ts'
import { repositoriesQuery } from '#kit/api/queries.ts'
import { startQuery } from '#kit/api/start.ts'
import { ProblemNote } from '#kit/page/problem-note.tsx'

/**
 * Leads to delivery as soon as there are figures, else to what there is; where nothing is yet, to the choice of what to
 * begin with, and before that to the welcome, where there is no account either.
 */
export function HomePage() {
  const { data, error } = useQuery(repositoriesQuery)
  const { data: account } = useQuery(accountQuery)
  const { data: start, error: startError } = useQuery({ ...startQuery, staleTime: 0 })
  if (error ?? startError) return <ProblemNote error={error ?? startError} />
  if (!data) return <div className="skeleton h-64" />
  if (data.repositories.some(({ generation }) => generation > 0))
    return <Navigate to="/build/delivery" replace />
  if (!account || !start) return <div className="skeleton h-64" />
  if (data.repositories.length > 0) return <Navigate to="/repositories" search={{ first: true }} replace />
  // Whoever may not choose finds the rooms, though there is nothing in them yet.
  const mayChoose = account.state !== 'signed-in' || account.role === 'owner'
  if (start.holds !== 'nothing' || !mayChoose) return <Navigate to="/direction/goals" replace />
  return <Navigate to={account.state === 'none' ? '/welcome' : '/start'} replace />
}
