import type { FieldBase, FieldKind } from './field.ts'
import { readText } from './plain-text.ts'

/** One line of text. */
export interface ShortTextField extends FieldBase {
  readonly kind: 'short-text'
  /** In characters; 200 unless said. */
  readonly longest?: number
}

const usual = 200

export const shortText: FieldKind<ShortTextField, string> = {
  column: 'text',
  ordering: 'word',
  control: 'line',
  cell: 'text',
  place: 'front-matter',
  read: ({ longest = usual }, given) => readText(given, { longest, lines: false }),
  jsonSchema: ({ longest = usual }) => ({ type: 'string', minLength: 1, maxLength: longest }),
  fromText: (_field, text) => text,
  toText: (_field, value) => value,
  searchText: (_field, value) => value,
}
