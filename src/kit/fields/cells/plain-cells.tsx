import { durationToMinutes } from '#kernel/shape.ts'
import { useFormat } from '#kit/language/format.ts'
import { useLanguage } from '#kit/language/language.ts'
import { useWords } from '#kit/language/words.ts'
import type { CellProps } from '../cell.ts'
import { textOf } from '../text-of.ts'
import { useValueFormat } from '../use-value-format.ts'
import { fieldWords } from '../words/words.ts'

/** Text in one line, as far as there is room. */
export function TextCell({ value }: CellProps) {
  const text = textOf(value)
  return (
    <span className="block truncate" title={text.length > 40 ? text.slice(0, 500) : undefined}>
      {text}
    </span>
  )
}

export function NumberCell({ field, value }: CellProps) {
  const format = useValueFormat()
  const language = useLanguage()
  if (typeof value !== 'number') return null
  const unit = field.kind === 'percentage' ? '%' : 'unit' in field ? field.unit?.[language] : undefined
  return (
    <>
      {format.decimal(value)}
      {unit !== undefined && <span className="text-ink-3">{` ${unit}`}</span>}
    </>
  )
}

export function MoneyCell({ value }: CellProps) {
  const format = useValueFormat()
  return typeof value === 'object' && 'currency' in value ? format.money(value) : null
}

export function DayCell({ value }: CellProps) {
  const format = useFormat()
  return (
    <time dateTime={textOf(value)} className="whitespace-nowrap">
      {format.day(textOf(value))}
    </time>
  )
}

export function InstantCell({ value }: CellProps) {
  const format = useFormat()
  return (
    <time dateTime={textOf(value)} className="whitespace-nowrap">
      {format.moment(textOf(value))}
    </time>
  )
}

export function DurationCell({ value }: CellProps) {
  const format = useValueFormat()
  const minutes = durationToMinutes(textOf(value))
  return minutes === null ? textOf(value) : format.minutes(minutes)
}

export function YesNoCell({ value }: CellProps) {
  const words = useWords(fieldWords)
  return words(value === true ? 'yes' : 'no')
}

export function TagsCell({ value }: CellProps) {
  if (!Array.isArray(value)) return null
  return (
    <span className="flex min-w-0 gap-1 overflow-hidden">
      {value.map((tag) => (
        <span key={String(tag)} className="max-w-40 shrink-0 truncate rounded-xs bg-sunk px-1.5 text-ink-2">
          {String(tag)}
        </span>
      ))}
    </span>
  )
}

/** An address that can be gone to; the kinds let only web and mail addresses through. */
export function LinkCell({ field, value }: CellProps) {
  const words = useWords(fieldWords)
  const text = textOf(value)
  const isMail = field.kind === 'email'
  return (
    <a
      href={isMail ? `mailto:${text}` : text}
      {...(!isMail && {
        target: '_blank',
        rel: 'noopener noreferrer',
        'aria-description': words('link.opens'),
      })}
      className="block truncate text-accent underline-offset-2 hover:underline"
    >
      {isMail ? text : text.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')}
    </a>
  )
}

/** How many rows there are; the record's own page shows them. */
export function RowsCell({ value }: CellProps) {
  const words = useWords(fieldWords)
  return Array.isArray(value) ? (
    <span className="text-ink-2">{words('rows.count', { count: value.length })}</span>
  ) : null
}
