import { sql, type Transaction } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { RecordDefinition } from '../record/define-record.ts'
import type { Tables } from '../store/tables.ts'
import { writeSearchEntries } from './keep-search-entry.ts'

const batch = 200

/** Makes the entries of records that were written before there was a search, from their newest versions. */
export function searchEntriesMigration(records: readonly RecordDefinition[]): Migration {
  return {
    async up(database) {
      const transaction = database as unknown as Transaction<Tables> // a migration runs in a transaction over all tables
      const byType = new Map(records.map((definition) => [definition.type, definition]))
      for (let after = ''; ;) {
        const rows = await withoutEntry(transaction, [...byType.keys()], after)
        for (const { workspace_id: workspace, id, type, title, fields } of rows) {
          const definition = byType.get(type)
          if (definition)
            await writeSearchEntries(transaction, workspace, definition, [{ id, title, fields }])
        }
        const last = rows.at(-1)
        if (rows.length < batch || !last) return
        after = last.id
      }
    },
  }
}

interface Row {
  readonly workspace_id: string
  readonly id: string
  readonly type: string
  readonly title: string
  readonly fields: Readonly<Record<string, unknown>>
}

async function withoutEntry(
  transaction: Transaction<Tables>,
  types: readonly string[],
  after: string,
): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    select record.workspace_id, record.id, record.type, record.title, newest.fields
    from record
    join record_version as newest on newest.workspace_id = record.workspace_id and newest.record_id = record.id
      and newest.version = record.version
    where record.type = any(${[...types]}::text[]) and record.id::text > ${after}
      and not exists (select from search_entry where search_entry.workspace_id = record.workspace_id
        and search_entry.record_id = record.id)
    order by record.id::text limit ${batch}`.execute(transaction)
  return rows
}
