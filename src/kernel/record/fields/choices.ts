import type { Language, Words } from '../words.ts'
import { fault, type FieldBase, type FieldKind } from './field.ts'
import { tags } from './tags.ts'

/** Several of a few words, each once and in the order in which they are declared. */
export interface ChoicesField extends FieldBase {
  readonly kind: 'choices'
  /** What may be chosen, by the word that is kept. */
  readonly choices: Readonly<Record<string, Words>>
  /** Other words that are taken for one of them. */
  readonly also?: Readonly<Record<string, string>>
}

export const choices: FieldKind<ChoicesField, readonly string[]> = {
  column: 'text[]',
  ordering: 'none',
  control: 'choices',
  cell: 'choices',
  place: 'front-matter',
  read(field, given) {
    if (!Array.isArray(given)) return fault('must be a list of words', 'muss eine Liste von Wörtern sein')
    if (given.length === 0) return fault('must not be empty', 'darf nicht leer sein')
    const words = given.map((each) => wordOf(field, each))
    const names = Object.keys(field.choices)
    if (words.includes(undefined))
      return fault(`must be some of ${names.join(', ')}`, `muss aus ${names.join(', ')} bestehen`)
    return { value: names.filter((name) => words.includes(name)) }
  },
  // The words were free before some of these fields had choices.
  readEarlier: (_field, given) => tags.read({ kind: 'tags', label: noLabel }, given),
  jsonSchema: (field) => ({
    type: 'array',
    items: { type: 'string', enum: Object.keys(field.choices) },
    minItems: 1,
    uniqueItems: true,
  }),
  fromText: (_field, text) =>
    text
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word !== ''),
  toText: (field, value, language) => value.map((word) => chosenWord(field, word, language)).join(', '),
  searchText: () => '',
}

const noLabel = { en: '', de: '' }

/** What people read for a word; one that no choice has as it is. */
export function chosenWord(field: ChoicesField, word: string, language: Language): string {
  return field.choices[wordOf(field, word) ?? '']?.[language] ?? word
}

function wordOf({ choices: known, also = {} }: ChoicesField, given: unknown): string | undefined {
  if (typeof given !== 'string') return undefined
  const word = given.trim().toLowerCase()
  if (Object.hasOwn(known, word)) return word
  return Object.hasOwn(also, word) ? also[word] : undefined
}
