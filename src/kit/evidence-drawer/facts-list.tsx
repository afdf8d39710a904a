import { useInfiniteQuery } from '@tanstack/react-query'
import { factsQuery, type Place } from '#kit/api/queries.ts'
import { useWords } from '#kit/language/words.ts'
import { kitWords } from '#kit/words/words.ts'
import { CommitRows } from './commit-rows.tsx'

/** The commits behind a figure. */
export function FactsList({ place, measure }: { readonly place: Place; readonly measure: string }) {
  const words = useWords(kitWords)
  const { data, error, refetch, fetchNextPage, isFetching } = useInfiniteQuery(factsQuery(place, measure))
  const facts = data?.pages.flatMap((page) => page.facts)
  return (
    <CommitRows
      title={words('drawer.facts')}
      none={words('drawer.factsNone')}
      commits={facts?.map((fact) => ({ ...fact, id: fact.hash, about: [fact.component] }))}
      total={data?.pages[0]?.total ?? 0}
      error={error}
      isFetching={isFetching}
      again={() => void refetch()}
      more={() => void fetchNextPage()}
    />
  )
}
