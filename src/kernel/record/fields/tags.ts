import { fault, type FieldBase, type FieldKind } from './field.ts'

/** A list of keys in lower case with hyphens, each once, in the order given. */
export interface TagsField extends FieldBase {
  readonly kind: 'tags'
  /** How many; 20 unless said. */
  readonly most?: number
}

const form = /^[\p{Ll}\p{Lo}\p{Nd}]+(?:[-.:/][\p{Ll}\p{Lo}\p{Nd}]+)*$/u

export const tags: FieldKind<TagsField, readonly string[]> = {
  column: 'text[]',
  ordering: 'none',
  control: 'tags',
  cell: 'tags',
  place: 'front-matter',
  read({ most = 20 }, given) {
    if (!Array.isArray(given)) return fault('must be a list of words', 'muss eine Liste von Wörtern sein')
    if (given.length === 0) return fault('must not be empty', 'darf nicht leer sein')
    if (given.length > most) return fault(`has more than ${most} entries`, `hat mehr als ${most} Einträge`)
    const words: string[] = []
    for (const each of given) {
      const word = typeof each === 'string' ? each.normalize('NFC').trim().toLowerCase() : ''
      if (word.length > 60 || !form.test(word))
        return fault(
          'must hold words of letters, digits and hyphens, each of at most 60 characters',
          'muss aus Wörtern mit Buchstaben, Ziffern und Bindestrichen bestehen, jedes höchstens 60 Zeichen lang',
        )
      if (!words.includes(word)) words.push(word)
    }
    return { value: words }
  },
  jsonSchema: ({ most = 20 }) => ({
    type: 'array',
    items: { type: 'string', minLength: 1, maxLength: 60 },
    minItems: 1,
    maxItems: most,
  }),
  fromText: (_field, text) =>
    text
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word !== ''),
  toText: (_field, value) => value.join(', '),
  searchText: (_field, value) => value.join(' '),
}
