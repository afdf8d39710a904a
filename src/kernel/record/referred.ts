import type { Field } from './fields/field-kinds.ts'
import type { ReferenceField } from './fields/reference.ts'

/** The type that the whole value of a field refers to; null for a field that holds a value of its own. */
export function referredType(field: Field): string | null {
  if (field.kind === 'person') return 'person'
  return field.kind === 'reference' || field.kind === 'references' ? field.to : null
}

/** What a value of such a field names, one or several; keys or ids, whichever the value holds. */
export function referredIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
}

/** The same value with each name given another; null where one has no other. */
export function renamed(value: unknown, other: (name: string) => string | null): string | string[] | null {
  if (typeof value === 'string') return other(value)
  const all = referredIn(value).map(other)
  return all.every((each) => each !== null) ? all : null
}

/** A key that stands in a column of a field’s rows. */
export interface RowReference {
  readonly row: number
  readonly column: ReferenceField
  readonly key: string
}

/** The versions of the record itself that the rows of a field name; nothing for other kinds. */
export function rowVersions(
  field: Field,
  value: unknown,
): { readonly row: number; readonly version: number }[] {
  if (field.kind !== 'rows' || !Array.isArray(value)) return []
  const columns = Object.entries(field.columns)
  return value.flatMap((row: Readonly<Record<string, unknown>>, at) =>
    columns.flatMap(([name, column]) => {
      const version = row[name]
      const isNamed = column.kind === 'number' && column.namesVersion && typeof version === 'number'
      return isNamed ? [{ row: at + 1, version }] : []
    }),
  )
}

/** What the rows of a field refer to; nothing for other kinds. */
export function rowReferences(field: Field, value: unknown): RowReference[] {
  if (field.kind !== 'rows' || !Array.isArray(value)) return []
  const columns = Object.entries(field.columns)
  return value.flatMap((row: Readonly<Record<string, unknown>>, at) =>
    columns.flatMap(([name, column]) => {
      const key = row[name]
      return column.kind === 'reference' && typeof key === 'string' ? [{ row: at + 1, column, key }] : []
    }),
  )
}
