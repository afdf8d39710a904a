import { fault, type FieldBase, type FieldKind, type Reading } from './field.ts'
import { readText } from './plain-text.ts'
import { zoneNamed } from './zone.ts'

/** One line of text. */
export interface ShortTextField extends FieldBase {
  readonly kind: 'short-text'
  /** In characters; 200 unless said. */
  readonly longest?: number
  /** That it names a time zone, as in Europe/Berlin. */
  readonly names?: 'zone'
  /** What it must look like, with an example of it that people are told. */
  readonly form?: { readonly pattern: RegExp; readonly like: string }
}

const usual = 200

export const shortText: FieldKind<ShortTextField, string> = {
  column: 'text',
  ordering: 'word',
  control: 'line',
  cell: 'text',
  place: 'front-matter',
  read(field, given) {
    const read = readLine(field, given)
    if ('fault' in read) return read
    if (field.form && !field.form.pattern.test(read.value))
      return fault(`must look like ${field.form.like}`, `muss aussehen wie ${field.form.like}`)
    if (field.names !== 'zone') return read
    const zone = zoneNamed(read.value)
    if (zone !== null) return { value: zone }
    return fault('must be a time zone as in Europe/Berlin', 'muss eine Zeitzone wie Europe/Berlin sein')
  },
  // Time zones were any text before they were looked up.
  readEarlier: readLine,
  jsonSchema: ({ longest = usual, form }) => ({
    type: 'string',
    minLength: 1,
    maxLength: longest,
    ...(form && { pattern: form.pattern.source, examples: [form.like] }),
  }),
  fromText: (_field, text) => text,
  toText: (_field, value) => value,
  searchText: (_field, value) => value,
}

function readLine({ longest = usual }: ShortTextField, given: unknown): Reading<string> {
  return readText(given, { longest, lines: false })
}
