import type { Words } from '../words.ts'
import { readChoice } from './choice.ts'
import type { FieldBase, FieldKind } from './field.ts'

/** Where a record stands on its way. */
export interface StateField extends FieldBase {
  readonly kind: 'state'
  readonly required: true
  readonly choices: Readonly<Record<string, Words>>
  readonly initial: string
  /** From each state the states that may follow; those left out end there. */
  readonly transitions: Readonly<Record<string, readonly string[]>>
}

export const state: FieldKind<StateField, string> = {
  column: 'text',
  ordering: 'word',
  control: 'choice',
  cell: 'choice',
  place: 'front-matter',
  read: ({ choices }, given) => readChoice(choices, given),
  jsonSchema: ({ choices, initial }) => ({ type: 'string', enum: Object.keys(choices), default: initial }),
  fromText: (_field, text) => text.trim(),
  toText: ({ choices }, value, language) => choices[value]?.[language] ?? value,
  searchText: () => '',
}

/** What may follow a state; itself is always among it. */
export function statesAfter({ transitions }: StateField, current: string): readonly string[] {
  return [current, ...(transitions[current] ?? [])]
}
