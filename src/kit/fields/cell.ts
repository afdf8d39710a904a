import type { Field, FieldValue, ReferenceShape } from '#kernel/shape.ts'

/** What every cell is given: a field, its value, and the titles of the records that values refer to. */
export interface CellProps {
  readonly field: Field
  readonly value: FieldValue
  readonly references?: Readonly<Record<string, ReferenceShape>>
}
