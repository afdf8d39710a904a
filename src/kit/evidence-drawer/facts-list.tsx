import { useInfiniteQuery } from '@tanstack/react-query'
import { factsQuery, type Place } from '#kit/api/queries.ts'
import { useFormat } from '#kit/language/format.ts'
import { useWords } from '#kit/language/words.ts'
import { ProblemNote } from '#kit/page/problem-note.tsx'
import { kitWords } from '#kit/words/words.ts'

/** The commits behind a figure, newest first, a page at a time. No commit says whose it is. */
export function FactsList({ place, measure }: { readonly place: Place; readonly measure: string }) {
  const words = useWords(kitWords)
  const format = useFormat()
  const { data, error, refetch, fetchNextPage, isFetching } = useInfiniteQuery(factsQuery(place, measure))
  const facts = data?.pages.flatMap((page) => page.facts) ?? []
  const total = data?.pages[0]?.total ?? 0
  return (
    <>
      <h3 className="mb-2 flex items-baseline justify-between font-semibold">
        {words('drawer.facts')}
        {total > 0 && (
          <span className="text-xs font-normal text-ink-3">
            {words('drawer.factsOf', { shown: facts.length, total })}
          </span>
        )}
      </h3>
      {error && <ProblemNote error={error} again={() => void refetch()} />}
      {!data && !error && <output className="skeleton block h-64" aria-label={words('drawer.loading')} />}
      {data && total === 0 && <p className="text-ink-2">{words('drawer.factsNone')}</p>}
      <ul className="divide-y divide-rule border-t border-rule">
        {facts.map((fact) => (
          <li key={fact.hash} className="py-1.5">
            <p className="wrap-anywhere">{fact.subject}</p>
            <p className="flex flex-wrap gap-x-3 text-xs text-ink-3">
              <span className="font-mono">{fact.hash.slice(0, 10)}</span>
              <span>{format.day(fact.day)}</span>
              <span className="wrap-anywhere">{fact.component}</span>
            </p>
          </li>
        ))}
      </ul>
      {facts.length < total && (
        <button
          type="button"
          disabled={isFetching}
          onClick={() => void fetchNextPage()}
          className="mt-3 text-accent underline-offset-2 hover:underline disabled:text-ink-3"
        >
          {words('drawer.more', { count: Math.min(50, total - facts.length) })}
        </button>
      )}
    </>
  )
}
