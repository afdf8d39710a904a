import { useQuery } from '@tanstack/react-query'
import { Link, Navigate } from '@tanstack/react-router'
import { accountQuery } from '#kit/api/account.ts'
import { repositoriesQuery } from '#kit/api/queries.ts'
import { startQuery } from '#kit/api/start.ts'
import { insiders, useMay } from '#kit/api/use-may.ts'
import { useWords } from '#kit/language/words.ts'
import { PageHeader } from '#kit/page/page-header.tsx'
import { ProblemNote } from '#kit/page/problem-note.tsx'
import { shellWords } from './words/words.ts'

/**
 * Leads to delivery as soon as there are figures, else to what there is; where nothing is yet, to the choice of what to
 * begin with, and before that to the welcome, where there is no account either.
 */
export function HomePage() {
  const { data: account } = useQuery(accountQuery)
  const mayRead = useMay()(insiders)
  const { data, error } = useQuery({ ...repositoriesQuery, enabled: mayRead })
  const { data: start, error: startError } = useQuery({ ...startQuery, staleTime: 0 })
  if (account?.state === 'signed-in' && !mayRead) return <GuestHome />
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

/** Guests come from outside: they read what is shown to them, and until then there is nothing here. */
function GuestHome() {
  const words = useWords(shellWords)
  return (
    <>
      <PageHeader title={words('guest.title')} lead={words('guest.text')} />
      <Link to="/privacy" className="text-accent underline underline-offset-2">
        {words('repositories.privacy')}
      </Link>
    </>
  )
}
