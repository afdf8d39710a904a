import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { records } from '#areas/records.ts'
import type { RecordDefinition, RecordShape } from '#kernel/shape.ts'
import { ApiProblem } from '#kit/api/request.ts'
import { useMay } from '#kit/api/use-may.ts'
import { useWords } from '#kit/language/words.ts'
import { Note } from '#kit/page/note.tsx'
import { ProblemNote } from '#kit/page/problem-note.tsx'
import { useKeys } from '#kit/page/use-keys.ts'
import { recordQuery } from '#kit/records/record-queries.ts'
import { typeOfKey } from '#kit/records/record-types.ts'
import { EditRecord } from './form/edit-record.tsx'
import { Neighbourhood } from './page/neighbourhood.tsx'
import { RecordFields } from './page/record-fields.tsx'
import { RecordHeader } from './page/record-header.tsx'
import { RecordHistory } from './page/record-history.tsx'
import { StoredAbout } from './page/stored-about.tsx'
import { Strand } from './page/strand.tsx'
import { RecordPages } from './record-pages.tsx'
import { useArchive } from './use-archive.ts'
import { recordWords } from './words/words.ts'

/** The page of any record, under the key that people say. */
export function RecordPage() {
  const { key } = useParams({ from: '/records/$key' })
  const said = key.toUpperCase()
  return (
    <RecordPages>
      <RecordOfKey key={said} recordKey={said} />
    </RecordPages>
  )
}

function RecordOfKey({ recordKey }: { readonly recordKey: string }) {
  const words = useWords(recordWords)
  const definition = typeOfKey({ all: records, links: [] }, recordKey)
  const { data, error, refetch } = useQuery({ ...recordQuery(recordKey), enabled: definition !== undefined })
  if (!definition || (error instanceof ApiProblem && error.status === 404)) {
    return (
      <>
        <title>{`${recordKey} · Leitstand`}</title>
        <h1 className="sr-only">{recordKey}</h1>
        <Note title={words('record.missing', { key: recordKey.slice(0, 40) })}>
          {words('record.missingText')}
        </Note>
      </>
    )
  }
  if (data) return <Loaded definition={definition} record={data} />
  if (error)
    return (
      <>
        <h1 className="sr-only">{recordKey}</h1>
        <ProblemNote error={error} again={() => void refetch()} />
      </>
    )
  return <RecordSkeleton />
}

interface LoadedProps {
  readonly definition: RecordDefinition
  readonly record: RecordShape
}

function Loaded({ definition, record }: LoadedProps) {
  const { form } = useSearch({ from: '/records/$key' })
  const navigate = useNavigate()
  const archive = useArchive(definition)
  const mayWrite = useMay()(definition.writers)
  const edit = (isOpen: boolean) =>
    void navigate({
      to: '/records/$key',
      params: { key: record.key },
      search: (before: object) => ({ ...before, form: isOpen ? ('edit' as const) : undefined }),
      replace: !isOpen,
      resetScroll: false,
    })
  useKeys({ e: () => mayWrite && edit(true) })
  const isAboutPerson = definition.fields[definition.title]?.personal !== undefined
  return (
    <article className="flex flex-col gap-8">
      <title>{`${record.key} ${record.title} · Leitstand`}</title>
      <div>
        <Strand definition={definition} recordKey={record.key} />
        <RecordHeader
          definition={definition}
          record={record}
          onEdit={() => edit(true)}
          onArchive={() => archive(record)}
        />
      </div>
      <div className="grid gap-x-14 gap-y-10 xl:grid-cols-[minmax(0,5fr)_minmax(0,3fr)]">
        <div className="contents min-w-0 flex-col gap-10 xl:flex">
          <RecordFields definition={definition} record={record} />
          <div className="order-last min-w-0 xl:order-none">
            <RecordHistory definition={definition} recordKey={record.key} />
          </div>
        </div>
        <div className="min-w-0">
          <Neighbourhood definition={definition} record={record} />
        </div>
      </div>
      {isAboutPerson && <StoredAbout definition={definition} record={record} />}
      {form === 'edit' && mayWrite && (
        <EditRecord definition={definition} record={record} onClose={() => edit(false)} />
      )}
    </article>
  )
}

function RecordSkeleton() {
  return (
    <div className="flex flex-col gap-4" aria-hidden="true">
      <div className="skeleton h-7 w-80 max-w-full" />
      <div className="skeleton h-8 w-96 max-w-full" />
      <div className="skeleton mt-6 h-5 w-full max-w-2xl" />
      <div className="skeleton h-5 w-full max-w-xl" />
      <div className="skeleton h-5 w-full max-w-2xl" />
    </div>
  )
}
