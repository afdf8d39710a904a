import type { FieldBase, FieldKind } from './field.ts'
import { readText } from './plain-text.ts'

/** Text of any length in Markdown. */
export interface MarkdownField extends FieldBase {
  readonly kind: 'markdown'
  /** In characters; 50,000 unless said. */
  readonly longest?: number
}

const usual = 50_000

export const markdown: FieldKind<MarkdownField, string> = {
  column: 'text',
  ordering: 'none',
  control: 'text',
  cell: 'text',
  place: 'section',
  read: ({ longest = usual }, given) => readText(given, { longest, lines: true }),
  jsonSchema: ({ longest = usual }) => ({
    type: 'string',
    contentMediaType: 'text/markdown',
    minLength: 1,
    maxLength: longest,
  }),
  fromText: (_field, text) => text,
  toText: (_field, value) => value,
  searchText: (_field, value) => value,
}
