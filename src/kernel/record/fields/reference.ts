import { fault, type FieldBase, type FieldKind } from './field.ts'

/** Another record, by its type; the value is its key, as in `TEAM-2`. The server checks that it is there. */
export interface ReferenceField extends FieldBase {
  readonly kind: 'reference'
  readonly to: string
  /** `up` where what it refers to is what this is for: the line of sight then goes that way. */
  readonly sight?: 'up'
}

/** A person's record, chosen among people. */
export interface PersonField extends FieldBase {
  readonly kind: 'person'
}

export const reference: FieldKind<ReferenceField | PersonField, string> = {
  column: 'uuid',
  ordering: 'word',
  control: 'record',
  cell: 'record',
  place: 'front-matter',
  read(_field, given) {
    const key = typeof given === 'string' ? given.trim().toUpperCase() : ''
    return keyForm.test(key)
      ? { value: key }
      : fault(
          'must be the key of a record, as in TEAM-2',
          'muss der Schlüssel eines Datensatzes sein, wie TEAM-2',
        )
  },
  jsonSchema: () => ({ type: 'string', pattern: keyForm.source }),
  fromText: (_field, text) => text.trim(),
  toText: (_field, value) => value,
  searchText: () => '',
}

const keyForm = /^[A-Z]{2,8}-[1-9]\d{0,8}$/
