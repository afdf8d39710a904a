import { sql, type RawBuilder } from 'kysely'
import { actorId } from '#kernel/operation/actor.ts'
import type { AuditDetails, OperationContext } from '#kernel/operation/define-operation.ts'
import type { RecordDefinition } from '#kernel/record/define-record.ts'
import { kindOf, type Field, type FieldValue } from '#kernel/record/fields/field-kinds.ts'
import type { RecordValues } from '#kernel/record/read-values.ts'
import { columnOf, tableOf, toColumn } from '#kernel/record/record-columns.ts'
import { titleOf } from '#kernel/record/write-record.ts'
import { writeSearchEntries } from '#kernel/search/keep-search-entry.ts'

/** A record as it stands, read in this very transaction, and what changes of it. */
export interface RecordToChange {
  readonly id: string
  readonly key: string
  readonly version: number
  readonly current: RecordValues
  readonly written: RecordValues
}

const batch = 200

/**
 * Changes many records of one type at once, each by a version. Their values were read and found right before and refer to
 * nothing. Gives for each version what the audit is to keep of it.
 */
export async function changeRecords(
  context: OperationContext,
  definition: RecordDefinition,
  records: readonly RecordToChange[],
): Promise<readonly Omit<AuditDetails, 'before'>[]> {
  const told: Omit<AuditDetails, 'before'>[] = []
  for (let from = 0; from < records.length; from += batch) {
    const some = records.slice(from, from + batch).map((record) => {
      const fields = { ...record.current, ...record.written }
      return { ...record, fields, version: record.version + 1, title: titleOf(definition, fields) }
    })
    await writeFields(context, definition, some)
    await touch(context, some)
    await keepVersions(context, some)
    await writeSearchEntries(context.transaction, context.workspaceId, definition, some)
    told.push(
      ...some.map(({ id, key, version, fields }) => ({
        subject: { type: definition.type, id },
        payload: { key, version, surface: context.surface, fields },
      })),
    )
  }
  return told
}

interface Changed extends RecordToChange {
  readonly fields: RecordValues
  readonly title: string
}

/** All columns in which some of them change; in the others of these stands what stood there. */
async function writeFields(
  { transaction, workspaceId }: OperationContext,
  definition: RecordDefinition,
  records: readonly Changed[],
): Promise<void> {
  const names = [...new Set(records.flatMap(({ written }) => Object.keys(written)))]
  const fields = names.flatMap((name) => {
    const field = definition.fields[name]
    return field ? [{ name, field, column: sql.id(columnOf(name)) }] : []
  })
  const rows = records.map(
    ({ id, fields: values }) =>
      sql`(${sql.join([sql`${id}::uuid`, ...fields.map(({ name, field }) => typed(field, values[name] ?? null))])})`,
  )
  const sets = fields.map(({ column }) => sql`${column} = each.${column}`)
  await sql`update ${sql.table(tableOf(definition))} as own set ${sql.join(sets)}
    from (values ${sql.join(rows)}) as each (id, ${sql.join(fields.map(({ column }) => column))})
    where own.workspace_id = ${workspaceId} and own.id = each.id`.execute(transaction)
}

/** In a list of rows also what is nothing needs a type. */
function typed(field: Field, value: FieldValue | null): RawBuilder<unknown> {
  return value === null ? sql`null::${sql.raw(kindOf(field).column)}` : toColumn(field, value)
}

async function touch(
  { transaction, workspaceId, clock, actor }: OperationContext,
  records: readonly Changed[],
): Promise<void> {
  const rows = records.map(
    ({ id, title, version }) => sql`(${id}::uuid, ${title}::text, ${version}::integer)`,
  )
  await sql`update record set title = each.title, version = each.version, updated_at = ${clock()}, updated_by = ${actorId(actor)}
    from (values ${sql.join(rows)}) as each (id, title, version)
    where record.workspace_id = ${workspaceId} and record.id = each.id`.execute(transaction)
}

async function keepVersions(
  { transaction, workspaceId, clock, actor, surface, operation }: OperationContext,
  records: readonly Changed[],
): Promise<void> {
  await transaction
    .insertInto('record_version')
    .values(
      records.map(({ id, version, fields }) => ({
        workspace_id: workspaceId,
        record_id: id,
        version,
        at: clock(),
        actor_kind: actor.kind,
        actor_id: actorId(actor),
        surface,
        operation,
        archived: false,
        fields: JSON.stringify(fields),
      })),
    )
    .execute()
}
