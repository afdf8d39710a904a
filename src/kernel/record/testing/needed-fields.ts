import type { RecordDefinition } from '../define-record.ts'
import type { Field } from '../fields/field-kinds.ts'

/** Values for the fields that a record of the type must have, and for nothing else. */
export function neededFields({ fields }: RecordDefinition): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, { required, kind }]) => required && kind !== 'state')
      .map(([name, field]) => [name, valueOf(field)]),
  )
}

function valueOf(field: Field): string {
  if (field.kind === 'choice') return Object.keys(field.choices)[0] ?? ''
  if (field.kind === 'day') return '2026-03-01'
  if (field.kind === 'short-text') return field.form?.like ?? 'Words'
  if (field.kind === 'markdown') return 'Words'
  throw new Error(`Say what a required ${field.kind} holds.`)
}
