import type { Field, ReferenceShape } from '#kernel/shape.ts'

/** What every control is given; the value is the one to be read, or the text that cannot be read yet. */
export interface ControlProps {
  readonly id: string
  readonly field: Field
  readonly value: unknown
  readonly onChange: (value: unknown) => void
  /** What is kept now, from which a state goes on; undefined for a new record. */
  readonly kept?: unknown
  /** Titles of the records that values refer to, by key. */
  readonly references?: Readonly<Record<string, ReferenceShape>>
  readonly isInvalid?: boolean
  readonly isDisabled?: boolean
  readonly describedBy?: string | undefined
  /** Where no label stands beside it. */
  readonly label?: string
}

/** The attributes that are the same for every element to write in. */
export function writing({ id, isInvalid, isDisabled, describedBy, label, field }: ControlProps) {
  return {
    id,
    disabled: isDisabled ?? false,
    ...(isInvalid && { 'aria-invalid': true as const }),
    ...(field.required && { 'aria-required': true as const }),
    ...(describedBy !== undefined && { 'aria-describedby': describedBy }),
    ...(label !== undefined && { 'aria-label': label }),
  }
}

/** Text to begin with: what was given as text as it is, a number as the language writes it. */
export function textOf(value: unknown, language: 'en' | 'de'): string {
  if (typeof value === 'string') return value
  if (typeof value !== 'number') return ''
  return language === 'de' ? String(value).replace('.', ',') : String(value)
}
