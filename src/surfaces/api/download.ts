import { stringify } from 'csv-stringify/sync'
import type { Context } from 'hono'

/** A row whose values a table file can hold. */
export type FlatRow = Readonly<Record<string, string | number | boolean | null | readonly string[]>>

/** Answers rows as a file to keep: JSON, or CSV (RFC 4180) in which no cell is taken for a formula. */
export function download(
  context: Context,
  format: 'csv' | 'json',
  name: string,
  rows: readonly FlatRow[],
  columns?: readonly string[],
): Response {
  if (format === 'json') return downloadJson(context, name, rows)
  return attach(context, `${name}.csv`, 'text/csv', csv(rows, columns))
}

/** Answers a value as a JSON file to keep. */
export function downloadJson(context: Context, name: string, value: object): Response {
  return attach(context, `${name}.json`, 'application/json', `${JSON.stringify(value, null, 2)}\n`)
}

function attach(context: Context, file: string, type: string, body: string): Response {
  return context.body(body, {
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'content-disposition': `attachment; filename="${file}"`,
    },
  })
}

/** The rows as CSV with a header line; columns not told are those of all rows in the order of their first appearance. */
function csv(rows: readonly FlatRow[], told?: readonly string[]): string {
  const columns = told ?? [...new Set(rows.flatMap((row) => Object.keys(row)))]
  return stringify(
    rows.map((row) => columns.map((name) => cell(row[name]))),
    { header: true, columns, escape_formulas: true, record_delimiter: 'windows' },
  )
}

function cell(value: FlatRow[string] | undefined): string | number {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return value
  return typeof value === 'object' ? value.join('\n') : String(value)
}
