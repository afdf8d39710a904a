import { fault, type FieldBase, type FieldKind } from './field.ts'
import { readText } from './plain-text.ts'

export interface EmailField extends FieldBase {
  readonly kind: 'email'
}

export const email: FieldKind<EmailField, string> = {
  column: 'text',
  ordering: 'word',
  control: 'line',
  cell: 'link',
  place: 'front-matter',
  read(_field, given) {
    const text = readText(given, { longest: 320, lines: false })
    if ('fault' in text) return text
    return /^[^\s@<>"]{1,64}@[^\s@<>"]+\.[^\s@<>"]+$/.test(text.value)
      ? { value: text.value }
      : fault('must be an e-mail address', 'muss eine E-Mail-Adresse sein')
  },
  jsonSchema: () => ({ type: 'string', format: 'email', maxLength: 320 }),
  fromText: (_field, text) => text.trim(),
  toText: (_field, value) => value,
  searchText: (_field, value) => value,
}
