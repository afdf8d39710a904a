import { fault, type FieldBase, type FieldKind } from './field.ts'

/** A day of the calendar, `2026-03-01`, without a time or a zone. */
export interface DayField extends FieldBase {
  readonly kind: 'day'
}

export const day: FieldKind<DayField, string> = {
  column: 'date',
  ordering: 'amount',
  control: 'day',
  cell: 'day',
  place: 'front-matter',
  read: (_field, given) =>
    typeof given === 'string' && isDay(given)
      ? { value: given }
      : fault(
          'must be a day from 1900 to 2199, as in 2026-03-01',
          'muss ein Tag von 1900 bis 2199 sein, wie 2026-03-01',
        ),
  jsonSchema: () => ({ type: 'string', format: 'date' }),
  fromText: (_field, text) => text.trim(),
  toText: (_field, value) => value,
  searchText: () => '',
}

/** True for a day that the calendar has, between the years 1900 and 2200. */
export function isDay(text: string): boolean {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) return false
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}
