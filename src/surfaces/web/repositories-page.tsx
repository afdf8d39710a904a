import { useQuery } from '@tanstack/react-query'
import { Link, Navigate, useSearch } from '@tanstack/react-router'
import { repositoriesQuery } from '#kit/api/queries.ts'
import { useMay } from '#kit/api/use-may.ts'
import { useWords } from '#kit/language/words.ts'
import { Note } from '#kit/page/note.tsx'
import { PageHeader } from '#kit/page/page-header.tsx'
import { ProblemNote } from '#kit/page/problem-note.tsx'
import { AddRepository } from './repositories/add-repository.tsx'
import { RepositoryItem } from './repositories/repository-item.tsx'
import { useRemoval } from './repositories/use-removal.ts'
import { shellWords } from './words/words.ts'

/** What is read, how far, and what was found in it. */
export function RepositoriesPage() {
  const words = useWords(shellWords)
  const { first } = useSearch({ from: '/repositories' })
  const { data, error } = useQuery(repositoriesQuery)
  const removal = useRemoval()
  const mayChange = useMay()(['owner'])
  const shown = data?.repositories.filter(({ id }) => id !== removal.pending?.id)
  if (first && data?.repositories.some(({ generation }) => generation > 0)) {
    return <Navigate to="/build/delivery" replace />
  }
  return (
    <div className="flex flex-col">
      <PageHeader title={words('page.repositories')} lead={words('repositories.lead')} />
      {error && !data && <ProblemNote error={error} />}
      {!data && !error && <div className="skeleton h-24" />}
      {shown && shown.length > 0 && (
        <ul className="mb-10 border-t border-rule">
          {shown.map((repository) => (
            <RepositoryItem key={repository.id} repository={repository} onRemove={removal.remove} />
          ))}
        </ul>
      )}
      <output className="block">
        {removal.pending && (
          <span className="mb-8 flex gap-4 border-l-2 border-accent py-1 pl-4">
            {words('repositories.removed', { name: removal.pending.name })}
            <button type="button" onClick={removal.undo} className="text-accent underline underline-offset-2">
              {words('repositories.undo')}
            </button>
          </span>
        )}
      </output>
      {removal.error && <ProblemNote error={removal.error} isAct />}
      {shown?.length === 0 && !removal.pending && (
        <div className="mb-10">
          <Note title={words('repositories.none')}>
            {words('repositories.noneText')}{' '}
            {words(mayChange ? 'repositories.noneFirst' : 'repositories.noneOthers')}
          </Note>
        </div>
      )}
      {mayChange && data && <AddRepository isFirst={shown?.length === 0} />}
      <Link to="/privacy" className="mt-10 self-start text-accent underline-offset-2 hover:underline">
        {words('repositories.privacy')}
      </Link>
    </div>
  )
}
