import { infiniteQueryOptions, queryOptions, type Query } from '@tanstack/react-query'
import type {
  ComponentNameShape,
  ComponentShape,
  CouplingShape,
  ExplainedFigure,
  FactPage,
  HotspotShape,
  LeadTimeBucketShape,
  ReleaseShape,
  RepositoryShape,
  SilentFileShape,
  StatusShape,
  TableShape,
} from '#evidence/shape.ts'
import type { Language } from '#kit/language/language.ts'
import { apiUrl, getJson } from './request.ts'

/** What a page is asked about: one repository, the whole of it or a component, over a number of weeks. */
export interface Place {
  readonly repository: string
  readonly component: string | null
  readonly weeks: number
}

/** Rows of each table of a repository, by the last part of its address. */
export interface Tables {
  readonly 'component-names': ComponentNameShape
  readonly components: ComponentShape
  readonly hotspots: HotspotShape
  readonly coupling: CouplingShape
  readonly 'component-coupling': CouplingShape
  readonly releases: ReleaseShape
  readonly 'silent-files': SilentFileShape
  readonly 'lead-times': LeadTimeBucketShape
}

export interface Measures {
  readonly generation: number
  readonly asOf: string
  readonly figures: readonly ExplainedFigure[]
}

export type Format = 'csv' | 'json'

/** A table longer than this is read from its export. */
const rowsAtMost = 2000

export const statusQuery = queryOptions({
  queryKey: ['status'],
  queryFn: ({ signal }) => getJson<StatusShape>(apiUrl('/status'), signal),
})

export const repositoriesQuery = queryOptions({
  queryKey: ['repositories'],
  queryFn: ({ signal }) =>
    getJson<{ readonly repositories: readonly RepositoryShape[] }>(apiUrl('/repositories'), signal),
})

/** Beginning of the key of everything known about a repository. */
export function repositoryKey(id: string): readonly [string, string] {
  return ['repository', id]
}

export function measuresQuery(place: Place, language: Language) {
  return queryOptions({
    queryKey: [...repositoryKey(place.repository), 'measures', place, language],
    queryFn: ({ signal }) =>
      getJson<Measures>(placeUrl(place, '/measures', { ...parametersOf(place), language }), signal),
    placeholderData: beforeIfSame(place.repository),
  })
}

export function measureQuery(place: Place, measure: string, language: Language) {
  return queryOptions({
    queryKey: [...repositoryKey(place.repository), 'measure', measure, place, language],
    queryFn: ({ signal }) =>
      getJson<ExplainedFigure>(measureUrl(place, measure, { ...parametersOf(place), language }), signal),
  })
}

export function factsQuery(place: Place, measure: string) {
  return infiniteQueryOptions({
    queryKey: [...repositoryKey(place.repository), 'facts', measure, place],
    initialPageParam: null as string | null, // widened: the cursor of the later pages is text
    queryFn: ({ pageParam, signal }) => {
      const parameters = { ...parametersOf(place), cursor: pageParam, limit: 50 }
      return getJson<FactPage>(measureUrl(place, `${measure}/facts`, parameters), signal)
    },
    getNextPageParam: (page: FactPage) => page.next,
  })
}

export function tableQuery<Name extends keyof Tables>(place: Place, name: Name) {
  return queryOptions({
    queryKey: [...repositoryKey(place.repository), name, place],
    queryFn: ({ signal }) =>
      getJson<TableShape<Tables[Name]>>(
        placeUrl(place, `/${name}`, { ...parametersOf(place), limit: rowsAtMost }),
        signal,
      ),
    placeholderData: beforeIfSame(place.repository),
  })
}

/** Address of the whole table as a file. */
export function exportUrl(
  place: Place,
  name: keyof Tables | 'measures',
  format: Format,
  language: Language,
): string {
  return placeUrl(place, `/${name}`, { ...parametersOf(place), language, format })
}

/** While another window or component is fetched, the answer before it stays in sight; never another repository's. */
function beforeIfSame(repository: string) {
  return <Answer>(before: Answer | undefined, query: Query<Answer> | undefined): Answer | undefined =>
    query?.queryKey[1] === repository ? before : undefined
}

function measureUrl(
  place: Place,
  measure: string,
  parameters: Record<string, string | number | null>,
): string {
  return placeUrl(place, `/measures/${measure}`, parameters)
}

function placeUrl(place: Place, rest: string, parameters: Record<string, string | number | null>): string {
  return apiUrl(`/repositories/${encodeURIComponent(place.repository)}${rest}`, parameters)
}

function parametersOf({ component, weeks }: Place): { component: string | null; weeks: number } {
  return { component, weeks }
}
