import { kindOf, type Field, type FieldValue, type ReferenceShape } from '#kernel/shape.ts'
import { useWords } from '#kit/language/words.ts'
import { cells } from './cells/cells.ts'
import { fieldWords } from './words/words.ts'

const none = {}

interface FieldCellProps {
  readonly field: Field
  readonly value: FieldValue | null | undefined
  readonly references?: Readonly<Record<string, ReferenceShape>>
}

/** The value of a field in one line; a dash where it has none. */
export function FieldCell({ field, value, references = none }: FieldCellProps) {
  if (value === null || value === undefined) return <NoValue />
  const Cell = cells[kindOf(field).cell]
  return <Cell field={field} value={value} references={references} />
}

function NoValue() {
  const words = useWords(fieldWords)
  return (
    <span className="text-ink-3">
      <span aria-hidden="true">–</span>
      <span className="sr-only">{words('none')}</span>
    </span>
  )
}
