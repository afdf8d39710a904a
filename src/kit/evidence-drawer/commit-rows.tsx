import type { ReactNode } from 'react'
import { useFormat } from '#kit/language/format.ts'
import { useWords } from '#kit/language/words.ts'
import { ProblemNote } from '#kit/page/problem-note.tsx'
import { kitWords } from '#kit/words/words.ts'

/** A commit in a list. It never says whose it is. */
interface CommitRow {
  readonly id: string
  readonly hash: string
  readonly day: string
  readonly subject: string
  /** Where it belongs, in small. */
  readonly about: readonly string[]
}

interface CommitRowsProps {
  readonly title: string
  /** What stands in the place of an empty list. */
  readonly none: ReactNode
  /** Undefined until something has come. */
  readonly commits: readonly CommitRow[] | undefined
  readonly total: number
  readonly error: Error | null
  readonly isFetching: boolean
  again(): void
  more(): void
}

/** Commits, newest first, a page at a time. */
export function CommitRows({ title, none, commits, total, error, isFetching, again, more }: CommitRowsProps) {
  const words = useWords(kitWords)
  const format = useFormat()
  const shown = commits?.length ?? 0
  return (
    <>
      <h3 className="mb-2 flex items-baseline justify-between font-semibold">
        {title}
        {total > 0 && (
          <span className="text-xs font-normal text-ink-3">{words('drawer.factsOf', { shown, total })}</span>
        )}
      </h3>
      {error && <ProblemNote error={error} again={again} />}
      {!commits && !error && <output className="skeleton block h-64" aria-label={words('drawer.loading')} />}
      {commits && total === 0 && <p className="text-ink-2">{none}</p>}
      <ul className="divide-y divide-rule border-t border-rule">
        {commits?.map(({ id, hash, day, subject, about }) => (
          <li key={id} className="py-1.5">
            <p className="wrap-anywhere">{subject}</p>
            <p className="flex flex-wrap gap-x-3 text-xs text-ink-3">
              <span className="font-mono">{hash.slice(0, 10)}</span>
              <span>{format.day(day)}</span>
              {about.map((text) => (
                <span key={text} className="wrap-anywhere">
                  {text}
                </span>
              ))}
            </p>
          </li>
        ))}
      </ul>
      {shown < total && commits && (
        <button
          type="button"
          disabled={isFetching}
          onClick={more}
          className="mt-3 text-accent underline-offset-2 hover:underline disabled:text-ink-3"
        >
          {words('drawer.more', { count: Math.min(50, total - shown) })}
        </button>
      )}
    </>
  )
}
