import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useId, useState } from 'react'
import type { RecordPage } from '#kernel/shape.ts'
import { apiUrl, getJson } from '#kit/api/request.ts'
import { leadership, useMay } from '#kit/api/use-may.ts'
import { FieldValueView } from '#kit/fields/field-value-view.tsx'
import { useFormat } from '#kit/language/format.ts'
import { useLanguage } from '#kit/language/language.ts'
import { useWords } from '#kit/language/words.ts'
import { NotForYou } from '#kit/page/not-for-you.tsx'
import { Note } from '#kit/page/note.tsx'
import { PageHeader } from '#kit/page/page-header.tsx'
import { ProblemNote } from '#kit/page/problem-note.tsx'
import { recordQuery } from '#kit/records/record-queries.ts'
import type { PivotShape } from '../pivot/pivot-shape.ts'
import { pivot as definition } from '../pivot.record.ts'
import { PivotLost } from './pivot-lost.tsx'
import { PivotBreaks, PivotStops, PivotSurvives } from './pivot-plan.tsx'
import { pivotQuery } from './pivot-queries.ts'
import { TakePivot } from './pivot-take.tsx'
import { PivotTelling } from './pivot-telling.tsx'
import { pivotWords } from './pivot-words.ts'

/** A pivot: before, what it stops and breaks; after, who is told and what was lost. */
export function PivotPage() {
  const words = useWords(pivotWords)
  const may = useMay()
  return (
    <>
      <title>{`${words('title')} · Leitstand`}</title>
      {may(leadership) ? <Chosen /> : <Closed />}
    </>
  )
}

function Closed() {
  const words = useWords(pivotWords)
  return (
    <>
      <PageHeader title={words('title')} lead={words('lead')} />
      <NotForYou />
    </>
  )
}

function Chosen() {
  const words = useWords(pivotWords)
  const { of } = useSearch({ from: '/direction/pivots/course' })
  const language = useLanguage()
  const list = useQuery({
    queryKey: ['records', 'pivot', 'to-choose'],
    queryFn: ({ signal }) =>
      getJson<RecordPage>(apiUrl('/pivots', { limit: 100, sort: '-key' }), signal).then(
        ({ records }) => records,
      ),
  })
  const key = of ?? list.data?.[0]?.key
  const { data, error, refetch } = useQuery({
    ...pivotQuery(key ?? '', language),
    enabled: key !== undefined,
  })
  const problem = list.error ?? error
  return (
    <>
      <PageHeader
        title={data?.title ?? words('title')}
        lead={words('lead')}
        aside={
          <Link
            to="/direction/pivots"
            className="text-ink-2 underline-offset-2 hover:text-accent hover:underline"
          >
            {words('all')}
          </Link>
        }
      />
      {list.data && list.data.length > 1 && <Choice of={key ?? ''} pivots={list.data} />}
      {problem && (
        <>
          <ProblemNote error={problem} again={() => void (list.error ? list.refetch() : refetch())} />
          {key !== undefined && <ToRecord pivot={key} />}
        </>
      )}
      {list.data?.length === 0 && !problem && (
        <Note title={words('none')}>
          <p>{words('none.text')}</p>
          <p className="mt-3">
            <Link
              to="/direction/pivots"
              search={{ form: 'new' }}
              className="text-accent underline underline-offset-2"
            >
              {words('none.first')}
            </Link>
          </p>
        </Note>
      )}
      {!data && !problem && list.data?.length !== 0 && <div className="skeleton h-96" />}
      {data && !error && <Course key={data.pivot} course={data} />}
    </>
  )
}

interface ChoiceProps {
  readonly of: string
  readonly pivots: RecordPage['records']
}

function Choice({ of, pivots }: ChoiceProps) {
  const words = useWords(pivotWords)
  const navigate = useNavigate()
  const id = useId()
  return (
    <div className="mb-8 flex flex-col gap-1" data-print="no">
      <label htmlFor={id} className="text-xs text-ink-3">
        {words('choose')}
      </label>
      <select
        id={id}
        className="select max-w-full self-start border border-rule-strong bg-raised"
        value={of}
        onChange={({ target }) =>
          void navigate({ to: '/direction/pivots/course', search: { of: target.value }, replace: true })
        }
      >
        {pivots.map(({ key, title }) => (
          <option key={key} value={key}>
            {`${key} ${title}`}
          </option>
        ))}
      </select>
    </div>
  )
}

function Course({ course }: { readonly course: PivotShape }) {
  const words = useWords(pivotWords)
  const [isTaking, setTaking] = useState(false)
  const isTaken = course.state === 'taken'
  const parts = {
    stops: <PivotStops key="stops" course={course} />,
    survives: <PivotSurvives key="survives" course={course} />,
    breaks: <PivotBreaks key="breaks" course={course} />,
    lost: <PivotLost key="lost" course={course} />,
    telling: course.state !== 'discarded' && <PivotTelling key="telling" course={course} />,
  }
  const columns = isTaken
    ? [
        [parts.telling, parts.stops],
        [parts.lost, parts.survives, parts.breaks],
      ]
    : [
        [parts.stops, parts.survives, parts.breaks],
        [parts.telling, parts.lost],
      ]
  return (
    <div className="flex flex-col gap-12">
      <div className="flex flex-col gap-3">
        <Standing course={course} />
        {course.state === 'considered' && (
          <div className="flex flex-wrap gap-2" data-print="no">
            <button type="button" className="button-primary" onClick={() => setTaking(true)}>
              {words('take')}
            </button>
            <Link to="/direction/scenarios/compare" search={{ of: course.scenario }} className="button">
              {words('toScenario', { scenario: course.scenario })}
            </Link>
          </div>
        )}
        <NotApplied course={course} />
        <Texts pivot={course.pivot} />
      </div>
      <div className="grid gap-x-12 gap-y-12 xl:grid-cols-2">
        {columns.map((column, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- left and right
          <div key={at} className="flex min-w-0 flex-col gap-12">
            {column}
          </div>
        ))}
      </div>
      {isTaking && <TakePivot course={course} onClose={() => setTaking(false)} />}
    </div>
  )
}

/** Where it stands, and whether what follows is of then or of today. */
function Standing({ course }: { readonly course: PivotShape }) {
  const words = useWords(pivotWords)
  const format = useFormat()
  const { state, takenOn, takenWhy, isKept } = course
  return (
    <div className="max-w-[72ch]">
      <p className="text-md">
        {state === 'taken'
          ? words('taken', { day: format.day(takenOn ?? '') })
          : words(state === 'discarded' ? 'discarded' : 'considered')}{' '}
        <ToRecord pivot={course.pivot} />
      </p>
      {state === 'taken' && !isKept && <p className="text-ink-2">{words('notKept')}</p>}
      {takenWhy !== null && (
        <div className="mt-2 border-l-2 border-rule-strong pl-4">
          <FieldValueView field={definition.fields.why} value={takenWhy} />
        </div>
      )}
    </div>
  )
}

function ToRecord({ pivot }: { readonly pivot: string }) {
  return (
    <Link
      to="/records/$key"
      params={{ key: pivot }}
      className="font-mono text-xs text-ink-2 underline-offset-2 hover:text-accent hover:underline"
    >
      {pivot}
    </Link>
  )
}

function NotApplied({ course: { notApplied } }: { readonly course: PivotShape }) {
  const words = useWords(pivotWords)
  if (notApplied.length === 0) return null
  return (
    <div className="border-l-2 border-bad py-1 pl-4">
      <p className="font-medium">{words('notApplied')}</p>
      <ul className="text-ink-2">
        {notApplied.map(({ path, reason }) => (
          <li key={path}>{reason}</li>
        ))}
      </ul>
    </div>
  )
}

/** Why, in the words of whoever considers it; folded once it is long ago. */
function Texts({ pivot }: { readonly pivot: string }) {
  const words = useWords(pivotWords)
  const { data } = useQuery(recordQuery(pivot))
  const why = data?.fields['why'] ?? null
  if (why === null) return null
  return (
    <details open className="max-w-[72ch]">
      <summary className="font-medium">{words('why')}</summary>
      <div className="mt-2">
        <FieldValueView field={definition.fields.why} value={why} references={data?.references ?? {}} />
      </div>
    </details>
  )
}
