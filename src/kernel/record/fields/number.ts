import type { Words } from '../words.ts'
import type { FieldBase, FieldKind } from './field.ts'
import { numberFromText, numberToText, readNumber } from './plain-number.ts'

/** A number, with its unit where it has one. */
export interface NumberField extends FieldBase {
  readonly kind: 'number'
  readonly unit?: Words
  readonly least?: number
  readonly most?: number
  readonly whole?: true
  /** Whether it is a version of the record itself: files do not bring it in without that version. */
  readonly namesVersion?: true
}

export const number: FieldKind<NumberField, number> = {
  column: 'double precision',
  ordering: 'amount',
  control: 'number',
  cell: 'number',
  place: 'front-matter',
  read: (field, given) => readNumber(given, field),
  jsonSchema: ({ least, most, whole }) => ({
    type: whole ? 'integer' : 'number',
    ...(least === undefined ? {} : { minimum: least }),
    ...(most === undefined ? {} : { maximum: most }),
  }),
  fromText: (_field, text) => numberFromText(text),
  toText({ unit }, value, language) {
    const number = numberToText(value, language)
    return unit ? `${number} ${unit[language]}` : number
  },
  searchText: () => '',
}
