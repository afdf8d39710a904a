import { fault, type FieldBase, type FieldKind } from './field.ts'
import { readText } from './plain-text.ts'

/** An address on the web; no other scheme, so that a link never runs anything. */
export interface UrlField extends FieldBase {
  readonly kind: 'url'
}

export const url: FieldKind<UrlField, string> = {
  column: 'text',
  ordering: 'word',
  control: 'line',
  cell: 'link',
  place: 'front-matter',
  read(_field, given) {
    const text = readText(given, { longest: 2000, lines: false })
    if ('fault' in text) return text
    const address = URL.parse(text.value)
    if (!address || !/^https?:$/.test(address.protocol))
      return fault(
        'must be an address that begins with https:// or http://',
        'muss eine Adresse sein, die mit https:// oder http:// beginnt',
      )
    return address.username === '' && address.password === ''
      ? { value: text.value }
      : fault('must not hold a password', 'darf kein Passwort enthalten')
  },
  jsonSchema: () => ({ type: 'string', format: 'uri', pattern: '^https?://', maxLength: 2000 }),
  fromText: (_field, text) => text.trim(),
  toText: (_field, value) => value,
  searchText: (_field, value) => value,
}
