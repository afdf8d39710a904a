import { sql, type RawBuilder } from 'kysely'
import type { OperationContext } from '../operation/define-operation.ts'
import type { RecordDefinition } from './define-record.ts'
import type { FieldValue } from './fields/field-kinds.ts'
import type { RecordValues } from './read-values.ts'
import { mayReadOfType, seenBy } from './may-read.ts'
import { columnOf, fromColumn, selectColumn, tableOf } from './record-columns.ts'
import type { RecordShape, ReferenceShape } from './record-shape.ts'
import { namesOfIds, namesOfKeys, type ReferenceName } from './reference-names.ts'
import { referredIn, referredType, renamed, rowReferences } from './referred.ts'

type Reader = Pick<OperationContext, 'transaction' | 'workspaceId' | 'records' | 'actor'>

/** A record together with the id that no surface shows. */
export interface LoadedRecord {
  readonly id: string
  readonly shape: RecordShape
}

interface Envelope {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly version: number
  readonly created_at: Date
  readonly created_by: string
  readonly updated_at: Date
  readonly updated_by: string
  readonly archived_at: Date | null
}

/** Records of one type, as the actor may see them: `rest` is all of the statement behind its `from`, with `record` and `fields` joined. */
export async function loadRecords(
  context: Reader,
  definition: RecordDefinition,
  rest: RawBuilder<unknown>,
): Promise<LoadedRecord[]> {
  const seen = seenBy(context.actor, definition)
  const columns = Object.keys(seen.fields).map(selectColumn)
  const envelope = sql`record.id, record.number, record.title, record.version, record.created_at, record.created_by,
    record.updated_at, record.updated_by, record.archived_at`
  const { rows } = await sql<Envelope & Readonly<Record<string, unknown>>>`
    select ${sql.join([envelope, ...columns])} from record
    join ${sql.table(tableOf(definition))} as fields on fields.workspace_id = record.workspace_id and fields.id = record.id
      and ${mayReadOfType(context.actor, definition)}
    ${rest}`.execute(context.transaction)
  const names = await namesOfIds(
    context,
    rows.flatMap((row) => referencesOf(seen, row)),
  )
  const inRows = await namesOfKeys(
    context,
    rows.flatMap((row) => keysInRows(seen, row)),
  )
  return rows.map((row) => ({ id: row.id, shape: toShape(seen, row, names, inRows) }))
}

function referencesOf({ fields }: RecordDefinition, row: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    return referredType(field) === null ? [] : referredIn(row[`field_${columnOf(name)}`])
  })
}

function keysInRows({ fields }: RecordDefinition, row: Readonly<Record<string, unknown>>) {
  return Object.entries(fields).flatMap(([name, field]) =>
    rowReferences(field, row[`field_${columnOf(name)}`]).map(({ key }) => key),
  )
}

function toShape(
  definition: RecordDefinition,
  row: Envelope & Readonly<Record<string, unknown>>,
  names: ReadonlyMap<string, ReferenceName>,
  inRows: ReadonlyMap<string, ReferenceName>,
): RecordShape {
  const fields: Record<string, FieldValue | null> = {}
  const references: Record<string, ReferenceShape> = {}
  for (const [name, field] of Object.entries(definition.fields)) {
    const value = fromColumn(field, row[`field_${columnOf(name)}`])
    const isReference = referredType(field) !== null && value !== null
    fields[name] = isReference ? renamed(value, (id) => names.get(id)?.key ?? id) : value
    const named = isReference
      ? referredIn(value).map((id) => names.get(id))
      : rowReferences(field, value).map(({ key }) => inRows.get(key))
    for (const each of named)
      if (each) references[each.key] = { type: each.type, title: each.title, archived: each.archived }
  }
  return {
    type: definition.type,
    key: `${definition.prefix}-${row.number}`,
    title: row.title,
    version: row.version,
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by,
    updatedAt: row.updated_at.toISOString(),
    updatedBy: row.updated_by,
    archivedAt: row.archived_at?.toISOString() ?? null,
    fields: fields satisfies RecordValues,
    references,
  }
}
