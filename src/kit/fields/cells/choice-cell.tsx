import { statesAfter, type Field } from '#kernel/shape.ts'
import { useLanguage } from '#kit/language/language.ts'
import type { CellProps } from '../cell.ts'
import { textOf } from '../text-of.ts'

/** The word that was chosen; a state has a shape before it that is told apart without colour. */
export function ChoiceCell({ field, value }: CellProps) {
  const language = useLanguage()
  if (field.kind !== 'choice' && field.kind !== 'state') return null
  const word = field.choices[textOf(value)]?.[language] ?? textOf(value)
  if (field.kind === 'choice') return <span className="block truncate">{word}</span>
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <StateMark field={field} state={textOf(value)} />
      {word}
    </span>
  )
}

/** A ring where it begins, half full on the way, full where it only leads back or nowhere. */
function StateMark({
  field,
  state,
}: {
  readonly field: Extract<Field, { kind: 'state' }>
  readonly state: string
}) {
  const isBeginning = state === field.initial
  const isEnd = !isBeginning && statesAfter(field, state).length <= 2
  return (
    <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true" className="shrink-0 text-ink-2">
      <circle
        cx="5"
        cy="5"
        r="4"
        fill={isEnd ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth="1.5"
        {...(isBeginning && { strokeDasharray: '2 1.6' })}
      />
      {!isBeginning && !isEnd && <path d="M5 1a4 4 0 0 1 0 8z" fill="currentColor" />}
    </svg>
  )
}
