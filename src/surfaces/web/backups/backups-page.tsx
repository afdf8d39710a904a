import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { BackupsShape } from '#workspace/shape.ts'
import { apiUrl, getJson, send } from '#kit/api/request.ts'
import { useFormat } from '#kit/language/format.ts'
import { useLanguage } from '#kit/language/language.ts'
import { useWords } from '#kit/language/words.ts'
import { Note } from '#kit/page/note.tsx'
import { PageHeader } from '#kit/page/page-header.tsx'
import { ProblemNote } from '#kit/page/problem-note.tsx'
import { Section } from '#kit/page/section.tsx'
import { HowToRestore } from './how-to-restore.tsx'
import { KeptBackups } from './kept-backups.tsx'
import { backupWords } from './words.ts'

const queryKey = ['backups']

/** The backups that the server keeps, for its owners: what there is, what failed, and how one comes back. */
export function BackupsPage() {
  const words = useWords(backupWords)
  const client = useQueryClient()
  const { data, error } = useQuery({
    queryKey,
    queryFn: ({ signal }) => getJson<BackupsShape>(apiUrl('/backups'), signal),
    refetchInterval: ({ state }) => (state.data?.isOnItsWay ? 1_000 : false),
  })
  const make = useMutation({
    mutationFn: () => send('POST', apiUrl('/backups')),
    onSettled: () => client.invalidateQueries({ queryKey }),
  })
  return (
    <div className="flex flex-col">
      <PageHeader title={words('title')} lead={words('lead')} />
      {error && <ProblemNote error={error} />}
      {make.error && <ProblemNote error={make.error} isAct />}
      {!data && !error && <div className="skeleton h-64" />}
      {data && (
        <div className="flex flex-col gap-12">
          <Trouble {...data} />
          <Section
            title={words('kept')}
            lead={words('keptLead')}
            actions={
              <button
                type="button"
                disabled={data.isOnItsWay || make.isPending}
                onClick={() => make.mutate()}
                className="h-8 rounded-xs bg-accent px-3 font-medium text-on-accent disabled:opacity-60"
              >
                {words('make')}
              </button>
            }
          >
            <output className="block text-ink-2">{data.isOnItsWay && words('onItsWay')}</output>
            <KeptBackups backups={data.backups} />
          </Section>
          <HowToRestore {...data} />
        </div>
      )}
    </div>
  )
}

function Trouble({ failure, isLate }: Pick<BackupsShape, 'failure' | 'isLate'>) {
  const words = useWords(backupWords)
  const format = useFormat()
  const language = useLanguage()
  if (failure)
    return (
      <Note title={words('failed')}>
        {words('failedText', {
          moment: format.moment(failure.at),
          message: failure.message[language],
          id: failure.id,
        })}
      </Note>
    )
  return isLate ? <Note title={words('late')}>{words('lateText')}</Note> : null
}
