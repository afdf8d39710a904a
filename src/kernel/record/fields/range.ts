import type { Words } from '../words.ts'
import { fault, type FieldBase, type FieldKind } from './field.ts'
import { isShape } from './is-shape.ts'
import { numberFromText, numberToText, readNumber } from './plain-number.ts'

/** An estimate that says how sure it is. */
export interface Range {
  readonly low: number
  readonly likely: number
  readonly high: number
}

export interface RangeField extends FieldBase {
  readonly kind: 'range'
  readonly unit?: Words
  readonly least?: number
  readonly most?: number
  readonly whole?: true
}

const parts = ['low', 'likely', 'high'] as const

export const range: FieldKind<RangeField, Range> = {
  column: 'jsonb',
  ordering: 'none',
  control: 'range',
  cell: 'range',
  place: 'front-matter',
  read(field, given) {
    if (!isShape(given, parts))
      return fault(
        'must have a low, a likely and a high value',
        'braucht einen niedrigen, einen wahrscheinlichen und einen hohen Wert',
      )
    const numbers: number[] = []
    for (const part of parts) {
      const read = readNumber(given[part], field)
      if ('fault' in read) return read
      numbers.push(read.value)
    }
    const [low = 0, likely = 0, high = 0] = numbers
    if (low > likely || likely > high)
      return fault(
        'must rise from low over likely to high',
        'muss von niedrig über wahrscheinlich zu hoch steigen',
      )
    return { value: { low, likely, high } }
  },
  jsonSchema(field) {
    const one = {
      type: field.whole ? 'integer' : 'number',
      ...(field.least === undefined ? {} : { minimum: field.least }),
      ...(field.most === undefined ? {} : { maximum: field.most }),
    }
    return {
      type: 'object',
      properties: { low: one, likely: one, high: one },
      required: [...parts],
      additionalProperties: false,
    }
  },
  fromText(_field, text) {
    const numbers = text.split(/\s*(?:\.\.|–)\s*/).map(numberFromText)
    const [low, likely, high] = numbers
    if (numbers.length === 2 && typeof low === 'number' && typeof likely === 'number')
      return { low, likely: (low + likely) / 2, high: likely }
    return numbers.length === 3 ? { low, likely, high } : text
  },
  toText({ unit }, { low, likely, high }, language) {
    const numbers = [low, likely, high].map((number) => numberToText(number, language))
    return `${numbers.join('..')}${unit ? ` ${unit[language]}` : ''}`
  },
  searchText: () => '',
}
