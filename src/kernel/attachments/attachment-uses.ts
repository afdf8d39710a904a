import { sql } from 'kysely'
import { actorId } from '../operation/actor.ts'
import type { OperationContext } from '../operation/define-operation.ts'
import type { RecordDefinition } from '../record/define-record.ts'
import type { Attachment } from '../record/fields/attachments.ts'
import { kindOf } from '../record/fields/field-kinds.ts'
import { contentOf, typeOfName } from '../record/fields/file-types.ts'
import { mayRead } from '../record/may-read.ts'
import type { FieldFault } from '../record/read-values.ts'
import { refusedValues } from '../record/reference-names.ts'

type Values = Readonly<Record<string, unknown>>

/** The files that these values of a record name, each with its field. */
export function attachmentsIn(
  { fields }: RecordDefinition,
  values: Values,
): (Attachment & { readonly field: string })[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const value = values[name] ?? null
    if (field.kind !== 'attachments' || value === null) return []
    const read = kindOf(field).read(field, value)
    if ('fault' in read) return []
    return (read.value as readonly Attachment[]).map((each) => ({ ...each, field: name })) // read as this very kind
  })
}

/**
 * Refuses values that name a file which is not there, is something else, or is nothing that the actor has uploaded or may
 * read: knowing the hash of a file gives no right to it.
 */
export async function assertAttachments(
  context: OperationContext,
  definition: RecordDefinition,
  values: Values,
): Promise<void> {
  const named = attachmentsIn(definition, values)
  if (named.length === 0) return
  const { transaction, workspaceId, actor } = context
  const { rows } = await sql<{ id: string; size: number; type: string }>`
    select id, size, type from attachment where workspace_id = ${workspaceId}
      and id = any (${named.map(({ id }) => id)}::text[]) and (
        exists (select from attachment_upload as mine where mine.workspace_id = attachment.workspace_id
          and mine.attachment_id = attachment.id and mine.uploaded_by = ${actorId(actor)})
        or exists (select from attachment_use as known join record
          on record.workspace_id = known.workspace_id and record.id = known.record_id
          where known.workspace_id = attachment.workspace_id and known.attachment_id = attachment.id
            and ${mayRead(context)}))`.execute(transaction)
  const faults = named.flatMap(({ id, name, size, field }): FieldFault[] => {
    const type = typeOfName(name)
    const isThere = rows.some(
      (row) => row.id === id && row.size === size && type !== null && row.type === contentOf(type),
    )
    if (isThere) return []
    const label = definition.fields[field]?.label ?? { en: field, de: field }
    return [
      {
        path: field,
        message: {
          en: `${label.en}: the file “${name}” is not there; upload it again.`,
          de: `${label.de}: Die Datei „${name}“ gibt es nicht; lade sie noch einmal hoch.`,
        },
      },
    ]
  })
  if (faults.length > 0) throw refusedValues(definition, faults)
}

/** Keeps which files a record names from now on. What its writer had uploaded for it waits no longer. */
export async function keepAttachments(
  context: OperationContext,
  definition: RecordDefinition,
  recordId: string,
  values: Values,
): Promise<void> {
  const named = attachmentsIn(definition, values)
  if (named.length === 0) return
  const { transaction, workspaceId, actor } = context
  await keepUses(context, recordId, named)
  await transaction
    .deleteFrom('attachment_upload')
    .where('workspace_id', '=', workspaceId)
    .where('uploaded_by', '=', actorId(actor))
    .where(
      'attachment_id',
      'in',
      named.map(({ id }) => id),
    )
    .execute()
}

/** The same for files that came with the record. */
export async function keepUses(
  { transaction, workspaceId }: OperationContext,
  recordId: string,
  named: readonly Attachment[],
): Promise<void> {
  if (named.length === 0) return
  await transaction
    .insertInto('attachment_use')
    .values(
      named.map(({ id, name }) => ({
        workspace_id: workspaceId,
        attachment_id: id,
        record_id: recordId,
        name,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Lets go of the files that no version of a record names any more; the bytes go with the last record that names them. */
export async function forgetAttachments(
  context: OperationContext,
  definition: RecordDefinition,
  recordId: string,
): Promise<void> {
  const { transaction, workspaceId } = context
  const versions = await transaction
    .selectFrom('record_version')
    .select('fields')
    .where('workspace_id', '=', workspaceId)
    .where('record_id', '=', recordId)
    .execute()
  const left = versions.flatMap(({ fields }) => attachmentsIn(definition, fields))
  const rest = left.map(({ id, name }) => sql`(attachment_id, name) <> (${id}, ${name})`)
  const { rows } = await sql<{ id: string }>`delete from attachment_use
    where workspace_id = ${workspaceId} and record_id = ${recordId} ${rest.length > 0 ? sql`and ${sql.join(rest, sql` and `)}` : sql``}
    returning attachment_id as id`.execute(transaction)
  await removeUnnamed(
    context,
    rows.map(({ id }) => id),
  )
}

/** Removes those of these files, or of all, that no record names and nobody is about to; answers how many. */
export async function removeUnnamed(
  { transaction, workspaceId }: OperationContext,
  ids?: readonly string[],
): Promise<number> {
  const among = ids ? sql`and id = any (${ids}::text[])` : sql``
  const { numAffectedRows } = await sql`delete from attachment where workspace_id = ${workspaceId} ${among}
    and not exists (select from attachment_use as used where used.workspace_id = attachment.workspace_id
      and used.attachment_id = attachment.id)
    and not exists (select from attachment_upload as waiting where waiting.workspace_id = attachment.workspace_id
      and waiting.attachment_id = attachment.id)`.execute(transaction)
  return Number(numAffectedRows ?? 0)
}
