import { sql, type RawBuilder } from 'kysely'
import type { RecordDefinition } from './define-record.ts'
import { kindOf, type Field, type FieldValue } from './fields/field-kinds.ts'
import { durationToMinutes, minutesToDuration } from './fields/duration.ts'

/** Name of the table that holds the fields of a type. */
export function tableOf({ type }: Pick<RecordDefinition, 'type'>): string {
  return type.replaceAll('-', '_')
}

/** Name of the column of a field: of `wantedBy`, `wanted_by`. */
export function columnOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

/** A value as its column takes it. */
export function toColumn(field: Field, value: FieldValue | null): RawBuilder<unknown> {
  const { column } = kindOf(field)
  if (value === null) return sql`null`
  if (field.kind === 'duration' && typeof value === 'string') return sql`${durationToMinutes(value)}::integer`
  if (column === 'jsonb') return sql`${JSON.stringify(value)}::jsonb`
  return sql`${value}::${sql.raw(column)}`
}

/** What to select of a field. */
export function selectColumn(name: string): RawBuilder<unknown> {
  return sql`${sql.ref(`fields.${columnOf(name)}`)} as ${sql.id(`field_${columnOf(name)}`)}`
}

/** A value as it was selected; references still as ids. */
export function fromColumn(field: Field, stored: unknown): FieldValue | null {
  if (stored === null || stored === undefined) return null
  if (field.kind === 'duration') return minutesToDuration(Number(stored))
  if (stored instanceof Date) return stored.toISOString()
  return stored as FieldValue // the column is written by toColumn alone, from a value of this very kind
}
