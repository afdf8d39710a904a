import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useId, useState } from 'react'
import type { RecordPage, RecordShape } from '#kernel/shape.ts'
import { apiUrl, getJson } from '#kit/api/request.ts'
import { leadership, useMay } from '#kit/api/use-may.ts'
import { useWords } from '#kit/language/words.ts'
import { NotForYou } from '#kit/page/not-for-you.tsx'
import { PageHeader } from '#kit/page/page-header.tsx'
import { ProblemNote } from '#kit/page/problem-note.tsx'
import { recordQuery } from '#kit/records/record-queries.ts'
import { useDraftOwner } from './kept-draft.ts'
import { ScenarioWorkbench } from './scenario-workbench.tsx'
import { scenarioWords } from './scenario-words.ts'

/** How many stand beside the one that is written. */
const mostBeside = 3

/** Today and scenarios side by side, one of them to be written while one looks. */
export function ScenarioPage() {
  const words = useWords(scenarioWords)
  const may = useMay()
  return (
    <>
      <title>{`${words('page.title')} · Leitstand`}</title>
      <PageHeader
        title={words('page.title')}
        lead={words('page.lead')}
        aside={
          <span className="flex flex-wrap gap-x-5">
            {may(leadership) && (
              <Link to="/direction/scenarios" className={quietLink}>
                {words('page.all')}
              </Link>
            )}
            {may(leadership) && (
              <Link to="/direction/pivots/course" className={quietLink}>
                {words('page.pivots')}
              </Link>
            )}
          </span>
        }
      />
      {may(leadership) ? <Chosen /> : <NotForYou />}
    </>
  )
}

const quietLink = 'text-ink-2 underline-offset-2 hover:text-accent hover:underline'

function Chosen() {
  const { of, with: beside } = useSearch({ from: '/direction/scenarios/compare' })
  const list = useQuery({
    queryKey: ['records', 'scenario', 'to-compare'],
    queryFn: ({ signal }) =>
      getJson<RecordPage>(apiUrl('/scenarios', { limit: 100, sort: '-key' }), signal).then(
        ({ records }) => records,
      ),
  })
  const saved = useQuery({ ...recordQuery(of ?? ''), enabled: of !== undefined })
  const keys = [...new Set<string>((beside ?? '').split(','))].filter((key) => key !== '' && key !== of)
  const owner = useDraftOwner()
  const [made, setMade] = useState<string | null>(null)
  const error = list.error ?? saved.error
  if (error) return <ProblemNote error={error} again={() => void (list.error ? list : saved).refetch()} />
  if (!list.data || owner === null || (of !== undefined && !saved.data))
    return <div className="skeleton h-64" />
  return (
    <div className="flex flex-col gap-8">
      <Choice of={of ?? null} beside={keys} scenarios={list.data} />
      <ScenarioWorkbench
        key={`${owner} ${of ?? ''}`}
        owner={owner}
        isJustMade={of !== undefined && of === made}
        onMade={setMade}
        saved={of === undefined ? null : (saved.data ?? null)}
        beside={keys.slice(0, mostBeside)}
      />
    </div>
  )
}

interface ChoiceProps {
  readonly of: string | null
  readonly beside: readonly string[]
  readonly scenarios: readonly RecordShape[]
}

/** Which scenario is written, and which others stand beside it; the address holds both. */
function Choice({ of, beside, scenarios }: ChoiceProps) {
  const words = useWords(scenarioWords)
  const navigate = useNavigate()
  const id = useId()
  const go = (next: { readonly of: string | null; readonly beside: readonly string[] }) =>
    void navigate({
      to: '/direction/scenarios/compare',
      search: {
        ...(next.of !== null && { of: next.of }),
        ...(next.beside.length > 0 && { with: next.beside.join(',') }),
      },
      replace: true,
      resetScroll: false,
    })
  const others = scenarios.filter(({ key }) => key !== of)
  return (
    <div className="flex flex-wrap items-start gap-x-8 gap-y-3" data-print="no">
      <div className="flex min-w-0 flex-col gap-1">
        <label htmlFor={id} className="text-xs text-ink-3">
          {words('page.name')}
        </label>
        <select
          id={id}
          className="select max-w-full border border-rule-strong bg-raised"
          value={of ?? ''}
          onChange={({ target }) => go({ of: target.value === '' ? null : target.value, beside })}
        >
          <option value="">{words('page.unsaved')}</option>
          {scenarios.map(({ key, title }) => (
            <option key={key} value={key}>
              {`${key} ${title}`}
            </option>
          ))}
        </select>
      </div>
      {others.length > 0 && (
        <fieldset className="min-w-0">
          <legend className="text-xs text-ink-3">{words('page.beside')}</legend>
          <div className="mt-1 flex min-h-8 flex-wrap items-center gap-x-5 gap-y-1">
            {others.map(({ key, title }) => (
              <label key={key} className="flex min-w-0 items-center gap-1.5 text-ink-2">
                <input
                  type="checkbox"
                  checked={beside.includes(key)}
                  disabled={!beside.includes(key) && beside.length >= mostBeside}
                  onChange={({ target }) =>
                    go({
                      of,
                      beside: target.checked ? [...beside, key] : beside.filter((one) => one !== key),
                    })
                  }
                />
                <span className="min-w-0 wrap-anywhere">{title}</span>
              </label>
            ))}
          </div>
        </fieldset>
      )}
    </div>
  )
}
