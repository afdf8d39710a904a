import { Link } from '@tanstack/react-router'
import { useId } from 'react'
import { isDay } from '#kernel/shape.ts'
import { useFormat } from '#kit/language/format.ts'
import { useWords } from '#kit/language/words.ts'
import type { BringInPreview, RowShape } from '../bring-in/bring-in-shape.ts'
import { bringInWords } from './bring-in-words.ts'

interface RowsProps {
  readonly which: 'refused' | 'kept' | 'changed' | 'first'
  readonly preview: BringInPreview
}

/** Rows of one fate, or the first ones, each with what it would be or why not. */
export function BringInRows({ which, preview }: RowsProps) {
  const words = useWords(bringInWords)
  const heading = useId()
  const rows = preview[which]
  if (rows.length === 0) return null
  const more = which === 'first' ? 0 : preview.counts[which] - rows.length
  return (
    <div className="max-w-4xl">
      <h3 id={heading} className="font-semibold">
        {words(`rows.${which}`)}
      </h3>
      <p className="mb-2 text-ink-2">{words(`rows.${which}.lead`)}</p>
      <ul aria-labelledby={heading} className="border-t border-rule">
        {rows.map((row) => (
          <OneRow key={row.row} row={row} counted={preview.counted} withFate={which === 'first'} />
        ))}
      </ul>
      {more > 0 && <p className="mt-2 text-ink-3">{words('row.more', { count: more })}</p>}
    </div>
  )
}

interface OneRowProps {
  readonly row: RowShape
  readonly counted: BringInPreview['counted']
  readonly withFate: boolean
}

function OneRow({ row, counted, withFate }: OneRowProps) {
  const words = useWords(bringInWords)
  const format = useFormat()
  const shownAs = (text: string) =>
    text === '' ? words('row.nothing') : isDay(text) ? format.day(text) : text
  const isNow = row.fields.some(({ now }) => now !== undefined)
  const shown = row.fate === 'refused' ? [] : isNow ? row.fields : row.fields.slice(1)
  return (
    <li className="border-b border-rule py-2">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="w-16 shrink-0 text-xs text-ink-3">
          {words(counted === 'issues' ? 'row.issue' : 'row.row', { row: row.row })}
        </span>
        {row.key !== null && (
          <Link
            to="/records/$key"
            params={{ key: row.key }}
            className="font-mono text-xs text-accent underline underline-offset-2"
          >
            {row.key}
          </Link>
        )}
        <span className="min-w-0 font-medium wrap-anywhere">
          {row.title === '' ? words('row.untitled') : row.title}
        </span>
        {withFate && <span className="text-xs text-ink-3">{words(`count.${row.fate}`)}</span>}
      </p>
      {row.reasons.length > 0 && (
        <p className="text-pretty wrap-anywhere text-ink-2 sm:ml-19">{row.reasons.join(' ')}</p>
      )}
      {shown.length > 0 && (
        <dl className="mt-1 flex flex-wrap gap-x-6 gap-y-0.5 text-ink-2 sm:ml-19">
          {shown.map(({ label, text, now }) => (
            <div key={label} className="flex min-w-0 gap-x-2">
              <dt className="shrink-0 text-ink-3">{label}</dt>
              <dd className="line-clamp-2 min-w-0 wrap-anywhere">
                {shownAs(text)}
                {now !== undefined && (
                  <span className="text-ink-3">
                    {' · '}
                    {words('row.here', { text: shownAs(now ?? '') })}
                  </span>
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  )
}
