import { chosenWord } from '#kernel/shape.ts'
import { useLanguage } from '#kit/language/language.ts'
import type { CellProps } from '../cell.ts'

/** The words that were chosen, one behind the other. */
export function ChoicesCell({ field, value }: CellProps) {
  const language = useLanguage()
  if (field.kind !== 'choices' || !Array.isArray(value)) return null
  return (
    <span className="block truncate">
      {value.map((word) => chosenWord(field, String(word), language)).join(', ')}
    </span>
  )
}
