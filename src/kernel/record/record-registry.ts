import { Refusal } from '../operation/refusal.ts'
import type { LinkRule } from '../links/relations.ts'
import type { RecordDefinition } from './define-record.ts'
import { parseKey } from './record-key.ts'
import { referredType } from './referred.ts'

/** All types of record that a process knows. */
export interface RecordRegistry {
  readonly all: readonly RecordDefinition[]
  /** Which types which relation may join. */
  readonly links: readonly LinkRule[]
  /** Throws a plain error for a type that no definition has: only code names types. */
  ofType(type: string): RecordDefinition
  /** The type and number that a key names; refuses what is no key, and a prefix that no type has. */
  ofKey(key: string): { readonly definition: RecordDefinition; readonly number: number }
}

/** Joins the definitions of all areas. Throws a plain error where two share a name or a reference leads nowhere. */
export function recordRegistry(
  all: readonly RecordDefinition[],
  links: readonly LinkRule[] = [],
): RecordRegistry {
  const byType = new Map(all.map((definition) => [definition.type, definition]))
  const byPrefix = new Map(all.map((definition) => [definition.prefix, definition]))
  const collections = new Set(all.map(({ collection }) => collection))
  if (byType.size < all.length || byPrefix.size < all.length || collections.size < all.length)
    throw new Error('Two records share a type, a collection or a prefix.')
  for (const { type, fields } of all) {
    for (const [name, field] of Object.entries(fields)) {
      const to = [
        referredType(field),
        ...(field.kind === 'rows' ? Object.values(field.columns).map(referredType) : []),
      ].find((each) => each !== null && each !== 'person' && !byType.has(each))
      if (to) throw new Error(`The field ${name} of ${type} refers to ${to}, which is not there.`)
    }
  }
  const astray = links.flatMap(({ from, to }) => [from, to]).find((type) => !byType.has(type))
  if (astray !== undefined) throw new Error(`A link joins ${astray}, which is not there.`)
  return {
    all,
    links,
    ofType(type) {
      const definition = byType.get(type)
      if (definition) return definition
      throw new Error(`There is no record of type ${type}.`)
    },
    ofKey(key) {
      const parsed = parseKey(key)
      const definition = parsed ? byPrefix.get(parsed.prefix) : undefined
      if (parsed && definition) return { definition, number: parsed.number }
      throw noSuchRecord(key)
    },
  }
}

/** The refusal for a key that names nothing the actor may see: what is hidden is told like what is not there. */
export function noSuchRecord(key: string): Refusal {
  const shown = key.slice(0, 40)
  return new Refusal(
    'not-found',
    { en: `There is no record ${shown}.`, de: `Es gibt keinen Datensatz ${shown}.` },
    { en: 'Search for it by its title.', de: 'Suche ihn nach seinem Titel.' },
  )
}
