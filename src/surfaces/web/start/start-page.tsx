import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Navigate, useNavigate } from '@tanstack/react-router'
import { useId, type ReactNode } from 'react'
import type { StartShape } from '#workspace/shape.ts'
import { accountQuery } from '#kit/api/account.ts'
import { apiUrl, send } from '#kit/api/request.ts'
import { startQuery } from '#kit/api/start.ts'
import { useLanguage } from '#kit/language/language.ts'
import { useWords } from '#kit/language/words.ts'
import { ProblemNote } from '#kit/page/problem-note.tsx'
import { AddRepository } from '../repositories/add-repository.tsx'
import { RestoreBackup } from './restore-backup.tsx'
import { startWords } from './words/words.ts'

/** The first choice: what a workspace that holds nothing begins with. */
export function StartPage() {
  const words = useWords(startWords)
  const { data: account } = useQuery(accountQuery)
  const { data: start, error } = useQuery({ ...startQuery, staleTime: 0 })
  const navigate = useNavigate()
  if (error && !start) return <ProblemNote error={error} />
  if (!start || !account) return <div className="skeleton h-64" />
  const mayChoose = account.state !== 'signed-in' || account.role === 'owner'
  if (start.holds !== 'nothing' || !mayChoose) return <Navigate to="/" replace />
  return (
    <div className="mx-auto mt-2 flex max-w-[44rem] flex-col sm:mt-10">
      <header className="mb-6">
        <h1 className="text-lg font-semibold tracking-tight">{words('start.title')}</h1>
        <p className="mt-1 text-pretty text-ink-2">{words('start.lead')}</p>
      </header>
      <Choice title={words('start.repository')} text={words('start.repositoryText')}>
        <AddRepository
          offered={start.repository}
          {...(start.repository !== null && { offeredHint: words('start.repositoryHere') })}
          isFirst
          onAdded={() => void navigate({ to: '/repositories', search: { first: true } })}
        />
      </Choice>
      <SampleChoice />
      <Choice title={words('start.empty')} text={words('start.emptyText')}>
        <button type="button" className="button" onClick={() => void navigate({ to: '/direction/goals' })}>
          {words('start.emptySubmit')}
        </button>
      </Choice>
      <Choice title={words('start.restore')} text={words('start.restoreText')}>
        <RestoreBackup canRestore={start.canRestore} />
      </Choice>
    </div>
  )
}

interface ChoiceProps {
  readonly title: string
  readonly text: string
  readonly children: ReactNode
}

function Choice({ title, text, children }: ChoiceProps) {
  const id = useId()
  return (
    <section
      aria-labelledby={id}
      className="grid gap-x-8 gap-y-3 border-t border-rule py-6 sm:grid-cols-[14rem_minmax(0,1fr)]"
    >
      <div>
        <h2 id={id} className="text-md font-semibold">
          {title}
        </h2>
        <p className="mt-1 text-pretty text-ink-2">{text}</p>
      </div>
      <div className="flex min-w-0 flex-col items-start justify-center gap-3">{children}</div>
    </section>
  )
}

function SampleChoice() {
  const words = useWords(startWords)
  const language = useLanguage()
  const client = useQueryClient()
  const navigate = useNavigate()
  const begin = useMutation({
    mutationFn: () => send<StartShape>('POST', apiUrl('/sample'), { language }),
    async onSuccess(start) {
      // First away from here: this page leads on by itself as soon as there is something.
      await navigate({ to: '/direction/goals' })
      client.setQueryData(startQuery.queryKey, start)
    },
  })
  return (
    <Choice title={words('start.sample')} text={words('start.sampleText')}>
      <button type="button" className="button" disabled={begin.isPending} onClick={() => begin.mutate()}>
        {words(begin.isPending ? 'start.samplePending' : 'start.sampleSubmit')}
      </button>
      {begin.error && <ProblemNote error={begin.error} isAct />}
    </Choice>
  )
}
