import { sql } from 'kysely'
import { forgetAttachments } from '#kernel/attachments/attachment-uses.ts'
import { eraseAuditOf } from '#kernel/audit/erase-payload.ts'
import type { OperationContext } from '#kernel/operation/define-operation.ts'
import type { RecordDefinition } from '#kernel/record/define-record.ts'
import type { FoundRecord } from '#kernel/record/find-record.ts'
import { linkReferences } from '#kernel/record/link-references.ts'
import type { RecordValues } from '#kernel/record/read-values.ts'
import { columnOf, tableOf, toColumn } from '#kernel/record/record-columns.ts'
import { erasedTitle } from './erased-title.ts'

/**
 * Takes the values of these fields out of the record, out of every version of it, with the files that nothing else names,
 * and, with everything else about it, out of the audit, whose chain still holds. The title is replaced; a required field that is nobody's stays.
 */
export async function forgetFields(
  context: OperationContext,
  { id, definition }: FoundRecord,
  names: readonly string[],
): Promise<void> {
  const { transaction, workspaceId } = context
  const emptied = emptyValues(definition, names)
  const sets = Object.entries(emptied).flatMap(([name, value]) => {
    const field = definition.fields[name]
    return field ? [sql`${sql.id(columnOf(name))} = ${toColumn(field, value)}`] : []
  })
  await sql`update ${sql.table(tableOf(definition))} set ${sql.join(sets)}
    where workspace_id = ${workspaceId} and id = ${id}`.execute(transaction)
  await linkReferences(context, definition, id, emptied)
  await sql`update record_version set fields = fields || ${JSON.stringify(emptied)}::jsonb
    where workspace_id = ${workspaceId} and record_id = ${id}`.execute(transaction)
  await forgetAttachments(context, definition, id)
  await eraseAuditOf(transaction, workspaceId, { type: definition.type, id })
  // Of what came in with an import only a hash is in the audit, which tells nothing from now on.
  await transaction
    .deleteFrom('version_salt')
    .where('workspace_id', '=', workspaceId)
    .where('record_id', '=', id)
    .execute()
}

/** Values of the fields once nothing is left in them. */
export function emptyValues(definition: RecordDefinition, names: readonly string[]): RecordValues {
  return Object.fromEntries(
    names.flatMap((name): [string, string | null][] => {
      if (name === definition.title) return [[name, erasedTitle]]
      return definition.fields[name]?.required ? [] : [[name, null]]
    }),
  )
}
