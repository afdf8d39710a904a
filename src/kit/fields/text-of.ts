import type { FieldValue } from '#kernel/shape.ts'

/** A value of a kind that is one plain value, as text; nothing for a value that has parts. */
export function textOf(value: FieldValue): string {
  return typeof value === 'object' ? '' : String(value)
}
