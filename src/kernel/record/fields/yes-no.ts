import { fault, type FieldBase, type FieldKind } from './field.ts'

export interface YesNoField extends FieldBase {
  readonly kind: 'yes-no'
}

export const yesNo: FieldKind<YesNoField, boolean> = {
  column: 'boolean',
  ordering: 'word',
  control: 'switch',
  cell: 'yes-no',
  place: 'front-matter',
  read: (_field, given) =>
    typeof given === 'boolean' ? { value: given } : fault('must be yes or no', 'muss Ja oder Nein sein'),
  jsonSchema: () => ({ type: 'boolean' }),
  fromText(_field, text) {
    const word = text.trim().toLowerCase()
    if (['yes', 'true', 'ja'].includes(word)) return true
    return ['no', 'false', 'nein'].includes(word) ? false : text
  },
  toText: (_field, value, language) => said[language][value ? 'yes' : 'no'],
  searchText: () => '',
}

const said = { en: { yes: 'yes', no: 'no' }, de: { yes: 'ja', no: 'nein' } }
