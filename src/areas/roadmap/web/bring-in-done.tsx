import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useWords } from '#kit/language/words.ts'
import type { BroughtIn } from '../bring-in/bring-in-shape.ts'
import { bringInWords } from './bring-in-words.ts'
import { listOf } from './bring-in-lists.ts'

interface DoneProps {
  readonly done: BroughtIn
  /** Keys of those that were kept, the first ones where they are many. */
  readonly kept: readonly string[]
  readonly onAgain: () => void
}

/** What came in, in the place of what was asked. */
export function BringInDone({ done, kept, onAgain }: DoneProps) {
  const words = useWords(bringInWords)
  const heading = useRef<HTMLHeadingElement>(null)
  // What was pressed is gone: whoever reads by ear goes on here.
  useEffect(() => heading.current?.focus(), [])
  const { counts, made, as } = done
  const range =
    made &&
    (made.first === made.last ? made.first : words('done.range', { first: made.first, last: made.last }))
  const rest = (['changed', 'same', 'kept', 'refused'] as const).filter((fate) => counts[fate] > 0)
  return (
    <div className="max-w-[64ch] border-l-2 border-accent py-1 pl-5">
      <h2 ref={heading} tabIndex={-1} className="text-md font-semibold outline-none">
        {words('done.title')}
      </h2>
      <p className="mt-1">
        {range === null ? words('done.none') : words(`done.made.${as}`, { count: counts.new, range })}{' '}
        {rest.map((fate) => words(`done.${fate}`, { count: counts[fate] })).join(' ')}
      </p>
      {counts.kept > 0 && kept.length > 0 && (
        <p className="mt-1 text-ink-2">{words('done.keptAre', { keys: kept.join(', ') })}</p>
      )}
      <div className="mt-4 flex flex-wrap gap-2">
        <Link to={listOf[as]} search={{ sort: '-key' }} className="button-primary">
          {words('done.list')}
        </Link>
        <button type="button" className="button" onClick={onAgain}>
          {words('done.again')}
        </button>
      </div>
    </div>
  )
}
