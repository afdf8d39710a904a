import type { Context } from 'hono'
import { kindOf, type RecordDefinition, type RecordPage, type RecordShape } from '#kernel/shape.ts'
import type { FlatRow } from '#workspace'
import { download, downloadJson } from '../download.ts'
import type { AskedList } from './read-list-query.ts'

const largestPage = 200

/** Answers all records of a list as a file: JSON as the API has them, or CSV with the texts that fields are read from. */
export async function downloadList(
  context: Context,
  definition: RecordDefinition,
  { input, format }: AskedList,
  pageOf: (input: object) => Promise<RecordPage>,
): Promise<Response> {
  // A record that is changed in between may move to a later page of the same list.
  const records = new Map<string, RecordShape>()
  let after: string | null = null
  do {
    const page = await pageOf({ sort: 'key', ...input, after, limit: largestPage })
    for (const record of page.records) records.set(record.key, record)
    after = page.next
  } while (after !== null)
  const all = [...records.values()]
  if (format !== 'csv') return downloadJson(context, definition.collection, all)
  const rows = all.map((record) => flatRow(definition, record))
  const columns = ['key', ...Object.keys(definition.fields), ...envelope]
  return download(context, 'csv', definition.collection, rows, columns)
}

const envelope = ['version', 'createdAt', 'updatedAt', 'archivedAt'] as const

function flatRow({ fields }: RecordDefinition, record: RecordShape): FlatRow {
  const { key, version, createdAt, updatedAt, archivedAt } = record
  const values = Object.entries(fields).map(([name, field]): [string, FlatRow[string]] => {
    const value = record.fields[name] ?? null
    // Choices and numbers stay what they are, without words and units, so that the file can be read again.
    return [name, typeof value === 'object' && value ? kindOf(field).toText(field, value, 'en') : value]
  })
  return { key, ...Object.fromEntries(values), version, createdAt, updatedAt, archivedAt }
}
