import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { RepositoryShape } from '#evidence/shape.ts'
import { apiUrl, send } from '#kit/api/request.ts'
import { leadership, useMay } from '#kit/api/use-may.ts'
import { useFormat } from '#kit/language/format.ts'
import { useWords } from '#kit/language/words.ts'
import { ProblemNote } from '#kit/page/problem-note.tsx'
import { ScanState } from '#kit/page/scan-strip.tsx'
import { begunOf } from '../../sample/sample-source.ts'
import { shellWords } from '../words/words.ts'
import { RepositoryFacts } from './repository-facts.tsx'

interface RepositoryItemProps {
  readonly repository: RepositoryShape
  readonly onRemove: (repository: RepositoryShape) => void
}

const action = 'text-accent underline-offset-2 hover:underline disabled:text-ink-3'

/** One repository: what it is, what was found in it, how far its reading is, and what can be done. */
export function RepositoryItem({ repository, onRemove }: RepositoryItemProps) {
  const words = useWords(shellWords)
  const format = useFormat()
  const may = useMay()
  const { id, name, generation, scan, scannedAt } = repository
  const rescan = useMutation({
    mutationFn: () => send('POST', apiUrl(`/repositories/${encodeURIComponent(id)}/scan`)),
  })
  const isResting = scan.phase === 'done'
  return (
    <li className="flex flex-col gap-2 border-b border-rule py-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 className="text-md font-semibold">{name}</h2>
        <div className="flex flex-wrap gap-x-5">
          {generation > 0 && (
            <Link
              to="/build/delivery"
              search={{ repository: id }}
              className={action}
              aria-label={words('repositories.openOf', { name })}
            >
              {words('repositories.open')}
            </Link>
          )}
          {isResting && may(leadership) && (
            <button
              type="button"
              disabled={rescan.isPending}
              onClick={() => rescan.mutate()}
              className={action}
              aria-label={words('repositories.rescanOf', { name })}
            >
              {words('repositories.rescan')}
            </button>
          )}
          {may(['owner']) && (
            <button
              type="button"
              onClick={() => onRemove(repository)}
              className="text-ink-2 underline-offset-2 hover:text-bad hover:underline"
              aria-label={words('repositories.removeOf', { name })}
            >
              {words('repositories.remove')}
            </button>
          )}
        </div>
      </div>
      {begunOf(repository.source) === null ? (
        <p className="font-mono text-xs wrap-anywhere text-ink-3">{repository.source}</p>
      ) : (
        <p className="text-xs text-ink-3">{words('repositories.madeUp')}</p>
      )}
      {generation > 0 && <RepositoryFacts repository={repository} />}
      {!isResting && <ScanState repository={repository} />}
      {generation === 0 && !isResting && scan.error === null && (
        <p className="text-ink-2">{words('repositories.first', { name })}</p>
      )}
      {isResting && scannedAt !== null && (
        <p className="text-xs text-ink-3">
          {words('repositories.readAt', { moment: format.moment(scannedAt) })}
        </p>
      )}
      {rescan.error && <ProblemNote error={rescan.error} isAct />}
    </li>
  )
}
