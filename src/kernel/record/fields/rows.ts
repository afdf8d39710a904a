import type { Words } from '../words.ts'
import type { ChoiceField } from './choice.ts'
import type { DayField } from './day.ts'
import { fault, type FieldBase, type FieldKind, type Reading } from './field.ts'
import type { MarkdownField } from './markdown.ts'
import type { NumberField } from './number.ts'
import type { PercentageField } from './percentage.ts'
import type { ReferenceField } from './reference.ts'
import type { ShortTextField } from './short-text.ts'
import type { UrlField } from './url.ts'
import type { YesNoField } from './yes-no.ts'
import { flatKinds } from './flat-kinds.ts'

/** What a column of rows can be: whatever is one plain value. */
export type FlatField =
  | ShortTextField
  | MarkdownField
  | NumberField
  | PercentageField
  | DayField
  | ChoiceField
  | YesNoField
  | UrlField
  | ReferenceField

/** A bounded, ordered list of one flat shape: options, criteria, anchors, splits. */
export interface RowsField extends FieldBase {
  readonly kind: 'rows'
  readonly columns: Readonly<Record<string, FlatField>>
  /** How many; 50 unless said. */
  readonly most?: number
}

export type Row = Readonly<Record<string, string | number | boolean | null>>

export const rows: FieldKind<RowsField, readonly Row[]> = {
  column: 'jsonb',
  ordering: 'none',
  control: 'rows',
  cell: 'rows',
  place: 'front-matter',
  read({ columns, most = 50 }, given) {
    if (!Array.isArray(given)) return fault('must be a list of rows', 'muss eine Liste von Zeilen sein')
    if (given.length === 0) return fault('must not be empty', 'darf nicht leer sein')
    if (given.length > most) return fault(`has more than ${most} rows`, `hat mehr als ${most} Zeilen`)
    const kept: Row[] = []
    for (const [at, each] of given.entries()) {
      const row = readRow(columns, each)
      if ('fault' in row) return inRow(at + 1, row.fault)
      kept.push(row.value)
    }
    return { value: kept }
  },
  jsonSchema: ({ columns, most = 50 }) => ({
    type: 'array',
    minItems: 1,
    maxItems: most,
    items: {
      type: 'object',
      properties: Object.fromEntries(
        Object.entries(columns).map(([name, column]) => [name, columnSchema(column)]),
      ),
      required: Object.entries(columns)
        .filter(([, column]) => column.required)
        .map(([name]) => name),
      additionalProperties: false,
    },
  }),
  /** One row per line, columns in their order, separated by a bar. */
  fromText({ columns }, text) {
    const lines = text.split('\n').filter((line) => line.trim() !== '')
    return lines.map((line) => {
      const cells = line.split('|').map((cell) => cell.trim())
      const entries = Object.entries(columns).map(([name, column], at) => {
        const cell = cells[at] ?? ''
        return [name, cell === '' ? null : flatKinds[column.kind].fromText(column as never, cell)] // kind and column are of one pair
      })
      return Object.fromEntries(entries)
    })
  },
  toText: ({ columns }, value, language) =>
    value
      .map((row) =>
        Object.entries(columns)
          .map(([name, column]) => {
            const cell = row[name]
            return cell === null || cell === undefined
              ? ''
              : flatKinds[column.kind].toText(column as never, cell as never, language) // kind, column and cell are of one set
          })
          .join(' | '),
      )
      .join('\n'),
  searchText: (_field, value) =>
    value.flatMap((row) => Object.values(row).filter((cell) => typeof cell === 'string')).join(' '),
}

function columnSchema(column: FlatField) {
  const schema = flatKinds[column.kind].jsonSchema(column as never) // kind and column are of one pair
  return column.required ? schema : { anyOf: [schema, { type: 'null' }] }
}

function readRow(columns: RowsField['columns'], given: unknown): Reading<Row> {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    return fault('must be a row', 'muss eine Zeile sein')
  const unknown = Object.keys(given).find((name) => !Object.hasOwn(columns, name))
  if (unknown !== undefined)
    return fault(
      `has a column ${unknown} that does not exist`,
      `hat eine Spalte ${unknown}, die es nicht gibt`,
    )
  const row: Record<string, string | number | boolean | null> = {}
  for (const [name, column] of Object.entries(columns)) {
    const cell: unknown = Reflect.get(given, name) ?? null
    if (cell === null || cell === '') {
      if (column.required) return fault(`has no ${column.label.en}`, `hat keine Angabe zu ${column.label.de}`)
      row[name] = null
      continue
    }
    const read: Reading<string | number | boolean> = flatKinds[column.kind].read(column as never, cell) // kind and column are of one pair
    if ('fault' in read)
      return fault(`${column.label.en} ${read.fault.en}`, `${column.label.de} ${read.fault.de}`)
    row[name] = read.value
  }
  return { value: row }
}

function inRow(number: number, { en, de }: Words) {
  return fault(`row ${number}: ${en}`, `Zeile ${number}: ${de}`)
}
