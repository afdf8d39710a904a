import { stringify } from 'csv-stringify/sync'

/** A row whose values a table file can hold. */
export type FlatRow = Readonly<Record<string, string | number | boolean | null | readonly string[]>>

/**
 * The rows as CSV (RFC 4180) with a header line, in which no cell is taken for a formula. Columns not told are those of all
 * rows in the order of their first appearance.
 */
export function csvText(rows: readonly FlatRow[], told?: readonly string[]): string {
  const columns = told ?? [...new Set(rows.flatMap((row) => Object.keys(row)))]
  return stringify(
    rows.map((row) => columns.map((name) => cell(row[name]))),
    // It quotes by itself only what holds the whole delimiter, and a line break in a cell is half of one.
    { header: true, columns, escape_formulas: true, record_delimiter: 'windows', quoted_match: /[\r\n]/ },
  )
}

function cell(value: FlatRow[string] | undefined): string | number {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return value
  return typeof value === 'object' ? value.join('\n') : String(value)
}
