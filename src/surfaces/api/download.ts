import type { Context } from 'hono'
import { csvText, type FlatRow } from '#workspace'

/** Answers rows as a file to keep: JSON, or CSV (RFC 4180) in which no cell is taken for a formula. */
export function download(
  context: Context,
  format: 'csv' | 'json',
  name: string,
  rows: readonly FlatRow[],
  columns?: readonly string[],
): Response {
  if (format === 'json') return downloadJson(context, name, rows)
  return attach(context, `${name}.csv`, 'text/csv', csvText(rows, columns))
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
