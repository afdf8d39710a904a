import { useMutation } from '@tanstack/react-query'
import type { RepositoryShape } from '#evidence/shape.ts'
import { apiUrl, send } from '#kit/api/request.ts'
import { leadership, useMay } from '#kit/api/use-may.ts'
import { useWords } from '#kit/language/words.ts'
import { kitWords } from '#kit/words/words.ts'
import { ScanProgress } from './scan-progress.tsx'

const restful = new Set(['done'])

/** Says that a repository is being read, how far it is, and lets the reader stop it or try again. */
export function ScanStrip({ repository }: { readonly repository: RepositoryShape }) {
  if (restful.has(repository.scan.phase)) return null
  return (
    <div className="mb-8 border-y border-rule py-3" data-print="no">
      <ScanState repository={repository} />
    </div>
  )
}

export function ScanState({ repository }: { readonly repository: RepositoryShape }) {
  const words = useWords(kitWords)
  const mayScan = useMay()(leadership)
  const { phase, error } = repository.scan
  const command = useMutation({
    mutationFn: (verb: 'scan' | 'cancel') =>
      send('POST', apiUrl(`/repositories/${encodeURIComponent(repository.id)}/${verb}`)),
  })
  const isRunning = phase !== 'failed' && phase !== 'cancelled' && phase !== 'done'
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-2">
      {isRunning && <ScanProgress scan={repository.scan} />}
      {phase === 'cancelled' && <p>{words('scan.stoppedText')}</p>}
      {phase === 'failed' && (
        <div className="max-w-[72ch]" role="alert">
          <p className="font-medium text-bad">{error?.message ?? words('scan.failed')}</p>
          {error && error.hint !== '' && <p className="text-ink-2">{error.hint}</p>}
        </div>
      )}
      {phase !== 'done' && mayScan && (
        <button
          type="button"
          className="text-accent underline-offset-2 hover:underline"
          disabled={command.isPending}
          onClick={() => command.mutate(isRunning ? 'cancel' : 'scan')}
        >
          {words(isRunning ? 'scan.cancel' : 'scan.again')}
        </button>
      )}
      {command.error && (
        <p role="alert" className="w-full text-bad">
          {command.error.message}
        </p>
      )}
    </div>
  )
}
