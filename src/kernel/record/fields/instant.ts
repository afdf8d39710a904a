import { isDay } from './day.ts'
import { fault, type FieldBase, type FieldKind } from './field.ts'

/** A moment, kept in UTC to the millisecond: `2026-03-01T10:00:00.000Z`. */
export interface InstantField extends FieldBase {
  readonly kind: 'instant'
}

export const instant: FieldKind<InstantField, string> = {
  column: 'timestamptz',
  ordering: 'amount',
  control: 'instant',
  cell: 'instant',
  place: 'front-matter',
  read: (_field, given) => {
    const text = typeof given === 'string' ? given : ''
    const [, date = ''] = form.exec(text) ?? []
    const at = new Date(text)
    return isDay(date) && !Number.isNaN(at.getTime())
      ? { value: at.toISOString() }
      : fault(
          'must be a moment as in 2026-03-01T10:00:00Z',
          'muss ein Zeitpunkt sein wie 2026-03-01T10:00:00Z',
        )
  },
  jsonSchema: () => ({ type: 'string', format: 'date-time' }),
  fromText: (_field, text) => text.trim(),
  toText: (_field, value) => value,
  searchText: () => '',
}

const form = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)$/
