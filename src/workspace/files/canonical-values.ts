import type { RecordDefinition } from '#kernel/record/define-record.ts'
import { kindOf, type FieldValue } from '#kernel/record/fields/field-kinds.ts'
import type { RecordValues } from '#kernel/record/read-values.ts'

/**
 * The values that there are, in the order of the fields, and the parts of each in the order in which its kind has them:
 * a database gives the parts of JSON in an order of its own.
 */
export function canonicalValues(
  { fields }: RecordDefinition,
  values: Readonly<Record<string, unknown>>,
): RecordValues {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => {
      const value = values[name] ?? null
      if (value === null) return []
      const read = kindOf(field).read(field, value)
      // What today's rules would not take any more was taken once, and stays as it is.
      return [[name, 'fault' in read ? (value as FieldValue) : read.value]] // it was read as this kind when it was written
    }),
  )
}
