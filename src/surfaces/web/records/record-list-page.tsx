import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useLocation } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { useMemo, useRef } from 'react'
import { broughtIn, workPages } from '#areas/work-pages.ts'
import { kindOf, type RecordDefinition } from '#kernel/shape.ts'
import { apiUrl, type Parameters } from '#kit/api/request.ts'
import { useMay, useSeen } from '#kit/api/use-may.ts'
import { useLanguage } from '#kit/language/language.ts'
import { useWords } from '#kit/language/words.ts'
import { Note } from '#kit/page/note.tsx'
import { PageHeader } from '#kit/page/page-header.tsx'
import { ProblemNote } from '#kit/page/problem-note.tsx'
import { useKeys } from '#kit/page/use-keys.ts'
import { recordsQuery } from '#kit/records/record-queries.ts'
import { MissingPage } from '../missing-page.tsx'
import { NewRecord } from './form/new-record.tsx'
import { ListToolbar } from './list/list-toolbar.tsx'
import { RecordTable } from './list/record-table.tsx'
import { columnsOf, filtersOf, type ListView } from './list-view.ts'
import { nameWithin } from './name-within.ts'
import { definitionOf, RecordPages } from './record-pages.tsx'
import { rememberedColumns } from './remembered-columns.ts'
import { useListView } from './use-list-view.ts'
import { recordWords } from './words/words.ts'

/** The list of a collection, derived from its definition; which one the address says. */
export function RecordListPage() {
  const { pathname } = useLocation()
  const definition = definitionOf(pathname.split('/').at(-1) ?? '')
  if (!definition) return <MissingPage />
  return (
    <RecordPages>
      <RecordList key={definition.type} definition={definition} />
    </RecordPages>
  )
}

function RecordList({ definition: type }: { readonly definition: RecordDefinition }) {
  const definition = useSeen(type)
  const words = useWords(recordWords)
  const language = useLanguage()
  const [view, change] = useListView()
  const search = useRef<HTMLInputElement>(null)
  const parameters = useMemo(() => parametersOf(definition, view), [definition, view])
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage, isPlaceholderData } =
    useInfiniteQuery(recordsQuery(definition, parameters))
  const rows = useMemo(() => data?.pages.flatMap(({ records }) => records), [data])
  const total = data?.pages[0]?.total ?? 0
  const mayWrite = useMay()(definition.writers)
  const workPage = workPages[definition.type]
  const comesIn = broughtIn[definition.type]
  const create = () => {
    if (mayWrite) change({ form: 'new' })
  }
  useKeys({ n: create, '/': () => search.current?.focus() })
  const isNarrowed = (view.title ?? view.where ?? view.archived) !== undefined
  const columns = columnsOf(definition, view, rememberedColumns(definition.type))
  return (
    <div className={isPlaceholderData ? 'opacity-60' : ''} aria-busy={isPlaceholderData}>
      <PageHeader
        title={definition.names.many[language]}
        lead={definition.purpose[language]}
        aside={
          <div className="flex gap-2">
            {workPage && mayWrite && (
              <Link to={workPage.to} className="button">
                {workPage.label[language]}
              </Link>
            )}
            {comesIn && mayWrite && (
              <Link to="/direction/bring-in" search={{ as: comesIn }} className="button">
                {words('list.bringIn')}
              </Link>
            )}
            {mayWrite && (rows?.length !== 0 || isNarrowed) && (
              <button type="button" onClick={create} className="button-primary">
                <Plus size={14} aria-hidden="true" />{' '}
                {words('list.new', { name: nameWithin(definition.names.one, language) })}
              </button>
            )}
          </div>
        }
      />
      {(data ? isNarrowed || total > 0 : !error) && (
        <ListToolbar
          definition={definition}
          view={view}
          onChange={change}
          columns={columns}
          total={data ? total : null}
          csv={apiUrl(`/${definition.collection}`, { ...parameters, format: 'csv' })}
          search={search}
        />
      )}
      {error && <ProblemNote error={error} again={() => void refetch()} />}
      {!rows && !error && <ListSkeleton />}
      {rows && rows.length > 0 && (
        <RecordTable
          definition={definition}
          records={rows}
          columns={columns}
          sort={view.sort}
          onSort={(sort) => change({ sort })}
          hasMore={hasNextPage && !isFetchingNextPage}
          onMore={() => void fetchNextPage()}
        />
      )}
      {rows?.length === 0 && (
        <div className="mt-6">
          {isNarrowed ? (
            <Note title={words('list.noMatch')}>
              <p>{words('list.noMatchText')}</p>
              <button
                type="button"
                onClick={() => change({ title: undefined, where: undefined, archived: undefined })}
                className="mt-3 text-accent underline underline-offset-2"
              >
                {words('list.clear')}
              </button>
            </Note>
          ) : (
            <Note title={words('list.empty', { names: nameWithin(definition.names.many, language) })}>
              <p>{words('list.emptyText', { purpose: definition.purpose[language] })}</p>
              <p>{words(mayWrite ? 'list.emptyFirst' : 'list.emptyOthers')}</p>
              {mayWrite && (
                <button type="button" onClick={create} className="button-primary mt-4">
                  <Plus size={14} aria-hidden="true" />
                  {words('list.new', { name: nameWithin(definition.names.one, language) })}
                </button>
              )}
            </Note>
          )}
        </div>
      )}
      {view.form === 'new' && mayWrite && (
        <NewRecord definition={definition} onClose={() => change({ form: undefined }, 'replace')} />
      )}
    </div>
  )
}

/** What the API is asked for. */
function parametersOf(definition: RecordDefinition, view: ListView): Parameters {
  const name = view.sort?.replace(/^-/, '') ?? ''
  const field = definition.fields[name]
  const isOrder = field ? kindOf(field).ordering !== 'none' : ['key', 'title', 'updatedAt'].includes(name)
  return {
    ...filtersOf(view, definition),
    ...(isOrder && { sort: view.sort }),
    ...(view.title !== undefined && { title: view.title }),
    ...(view.archived !== undefined && { archived: view.archived }),
  }
}

function ListSkeleton() {
  return (
    <div className="flex flex-col gap-3 pt-3" aria-hidden="true">
      {Array.from({ length: 8 }, (_, row) => (
        <div key={row} className="skeleton h-5" style={{ width: `${95 - ((row * 17) % 40)}%` }} />
      ))}
    </div>
  )
}
