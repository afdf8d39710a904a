import type { Words } from '../words.ts'
import { fault, type FieldBase, type FieldKind } from './field.ts'

/** One of a few words. */
export interface ChoiceField extends FieldBase {
  readonly kind: 'choice'
  /** What may be chosen, by the word that is kept. */
  readonly choices: Readonly<Record<string, Words>>
}

export const choice: FieldKind<ChoiceField, string> = {
  column: 'text',
  ordering: 'word',
  control: 'choice',
  cell: 'choice',
  place: 'front-matter',
  read: ({ choices }, given) => readChoice(choices, given),
  jsonSchema: ({ choices }) => ({ type: 'string', enum: Object.keys(choices) }),
  fromText: (_field, text) => text.trim(),
  toText: ({ choices }, value, language) => choices[value]?.[language] ?? value,
  searchText: () => '',
}

/** The word where it is one of the choices. */
export function readChoice(choices: Readonly<Record<string, Words>>, given: unknown) {
  if (typeof given === 'string' && Object.hasOwn(choices, given)) return { value: given }
  const names = Object.keys(choices).join(', ')
  return fault(`must be one of ${names}`, `muss eines von ${names} sein`)
}
