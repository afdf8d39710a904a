import { useLanguage } from '#kit/language/language.ts'
import type { CellProps } from '../cell.ts'
import { useValueFormat } from '../use-value-format.ts'

/** An estimate in words and as a band with a mark where it is likely. */
export function RangeCell({ field, value }: CellProps) {
  const format = useValueFormat()
  const language = useLanguage()
  if (typeof value !== 'object' || !('likely' in value)) return null
  const { low, likely, high } = value
  const unit = 'unit' in field ? field.unit?.[language] : undefined
  const at = high > low ? (likely - low) / (high - low) : 0.5
  return (
    <span className="inline-flex items-center gap-2 whitespace-nowrap">
      <svg width="48" height="10" viewBox="0 0 48 10" aria-hidden="true" className="shrink-0">
        <rect x="0" y="3.5" width="48" height="3" className="fill-rule-strong" />
        <rect x={1 + at * 43} y="0.5" width="3" height="9" className="fill-ink" />
      </svg>
      <span>
        {`${format.decimal(low)} – `}
        <strong className="font-medium">{format.decimal(likely)}</strong>
        {` – ${format.decimal(high)}`}
        {unit !== undefined && <span className="text-ink-3">{` ${unit}`}</span>}
      </span>
    </span>
  )
}
