import type { FieldBase, FieldKind } from './field.ts'
import { numberFromText, numberToText, readNumber } from './plain-number.ts'

/** A share of a hundred: 12.5 is an eighth. */
export interface PercentageField extends FieldBase {
  readonly kind: 'percentage'
  /** Where it may lie above 100, how far. */
  readonly most?: number
}

export const percentage: FieldKind<PercentageField, number> = {
  column: 'double precision',
  ordering: 'amount',
  control: 'number',
  cell: 'number',
  place: 'front-matter',
  read: ({ most = 100 }, given) => readNumber(given, { least: 0, most }),
  jsonSchema: ({ most = 100 }) => ({ type: 'number', minimum: 0, maximum: most }),
  fromText: (_field, text) => numberFromText(text.replace(/\s*%\s*$/, '')),
  toText: (_field, value, language) => `${numberToText(value, language)} %`,
  searchText: () => '',
}
