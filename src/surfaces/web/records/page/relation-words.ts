import { relations, type Language, type NeighbourShape, type RecordDefinition } from '#kernel/shape.ts'
import type { Translate } from '#kit/language/words.ts'
import { typeOfKey, type RecordTypes } from '#kit/records/record-types.ts'
import type { words } from '../words/words-en.ts'

/** What a neighbour is to the record, as a person reads it: a relation in its direction, or the field that says so. */
export function relationWords(
  { relation, direction, key }: NeighbourShape,
  definition: RecordDefinition,
  types: RecordTypes,
  language: Language,
  translate: Translate<keyof typeof words>,
): string {
  const field = relation.startsWith('field:') ? relation.slice('field:'.length) : null
  if (field !== null) {
    const owner = direction === 'out' ? definition : typeOfKey(types, key)
    const label = owner?.fields[field]?.label[language] ?? field
    return direction === 'out' ? label : translate('links.namedUnder', { field: label })
  }
  const forward = relations.find(({ name }) => name === relation)
  if (forward) return forward.words.forward[language]
  return relations.find(({ inverse }) => inverse === relation)?.words.backward[language] ?? relation
}

/** The link as it is kept: its ends in its own direction; null for what a field says, which is changed there. */
export function linkEnds(
  key: string,
  { relation, direction, key: other }: NeighbourShape,
): { readonly from: string; readonly relation: string; readonly to: string } | null {
  if (relation.startsWith('field:')) return null
  if (direction === 'out') return { from: key, relation, to: other }
  const name = relations.find(({ inverse }) => inverse === relation)?.name ?? relation
  return { from: other, relation: name, to: key }
}
