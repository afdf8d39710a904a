import type { FieldFault, RecordDefinition, RecordValues } from '#kernel/shape.ts'
import type { KnownRecord } from './known-records.ts'
import { textField, type ReadRow } from './read-rows.ts'

/**
 * Whether a row may be the record that has its number: two trackers count alike. It is where its title or its text has at
 * least half of the words that the record came in with, or has now.
 */
export function isSameThing(definition: RecordDefinition, row: ReadRow, known: KnownRecord): boolean {
  // A title that was made here says nothing, save where the words are forgotten.
  const names = [...(row.isTitleMade && !known.isOver ? [] : [definition.title]), textField(definition)]
  return [known.brought, known.current].some(
    (before) => before !== null && names.some((name) => isAlike(row.values[name], before[name])),
  )
}

type Value = RecordValues[string] | undefined

function isAlike(one: Value, other: Value): boolean {
  if (typeof one !== 'string' || typeof other !== 'string') return false
  if (one === other) return true
  const [here, there] = [wordsOf(one), wordsOf(other)]
  const shared = [...here].filter((word) => there.has(word)).length
  return shared > 0 && shared * 2 >= here.size + there.size - shared
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu))
}

/** Why a row is refused that has the number of a record and nothing else of it. */
export function ofAnotherSource({ key }: KnownRecord): FieldFault {
  return {
    path: '',
    message: {
      en: `It has the number of ${key}, which says something else. It looks like another source: name the source.`,
      de: `Das hat die Nummer von ${key}, dort steht aber etwas anderes. Es sieht nach einer anderen Quelle aus: Nenne die Quelle.`,
    },
  }
}
