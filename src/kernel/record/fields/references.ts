import type { RelationName } from '../../links/relations.ts'
import { fault, type FieldBase, type FieldKind } from './field.ts'
import { reference } from './reference.ts'

/** Several other records of one type, each once, in the order given; the values are their keys. */
export interface ReferencesField extends FieldBase {
  readonly kind: 'references'
  readonly to: string
  /** What this record is to those; the field then keeps the links of that relation, and a link made by hand changes it. */
  readonly relation?: RelationName
  /** How many; 50 unless said. */
  readonly most?: number
}

export const references: FieldKind<ReferencesField, readonly string[]> = {
  column: 'uuid[]',
  ordering: 'none',
  control: 'records',
  cell: 'records',
  place: 'front-matter',
  read(field, given) {
    const { most = 50 } = field
    if (!Array.isArray(given)) return fault('must be a list of keys', 'muss eine Liste von Schlüsseln sein')
    if (given.length === 0) return fault('must not be empty', 'darf nicht leer sein')
    if (given.length > most) return fault(`has more than ${most} entries`, `hat mehr als ${most} Einträge`)
    const keys = new Set<string>()
    for (const each of given) {
      const read = reference.read({ kind: 'reference', to: field.to, label: field.label }, each)
      if ('fault' in read)
        return fault(
          'must hold keys of records, as in TEAM-2',
          'muss aus Schlüsseln von Datensätzen bestehen, wie TEAM-2',
        )
      keys.add(read.value)
    }
    return { value: [...keys] }
  },
  jsonSchema: (field) => ({
    type: 'array',
    items: reference.jsonSchema({ kind: 'reference', to: field.to, label: field.label }),
    minItems: 1,
    maxItems: field.most ?? 50,
  }),
  fromText: (_field, text) =>
    text
      .split(/[,\s]+/)
      .map((key) => key.trim())
      .filter((key) => key !== ''),
  toText: (_field, value) => value.join(', '),
  searchText: () => '',
}
