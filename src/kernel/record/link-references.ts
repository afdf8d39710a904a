import { actorId } from '../operation/actor.ts'
import type { OperationContext } from '../operation/define-operation.ts'
import type { Refusal } from '../operation/refusal.ts'
import type { RecordDefinition } from './define-record.ts'
import type { RecordValues } from './read-values.ts'
import type { Field } from './fields/field-kinds.ts'
import { leadsTo } from '../links/leads-to.ts'
import { refusedValues, referredType } from './reference-names.ts'

/** Keeps links beside the fields that refer to records, so that neighbours and lines of sight are one walk over links. */
export async function linkReferences(
  context: OperationContext,
  definition: RecordDefinition,
  id: string,
  stored: RecordValues,
): Promise<void> {
  const { transaction, workspaceId, clock, actor } = context
  for (const [name, target] of Object.entries(stored)) {
    const field = definition.fields[name]
    if (!field || referredType(field) === null) continue
    const relation = `field:${name}`
    await transaction
      .deleteFrom('link')
      .where((each) => each.and({ workspace_id: workspaceId, from_id: id, relation }))
      .execute()
    if (typeof target !== 'string') continue
    if (target === id || (await isCircle(context, field, relation, target, id)))
      throw circle(definition, name, field)
    await transaction
      .insertInto('link')
      .values({
        workspace_id: workspaceId,
        from_id: id,
        relation,
        to_id: target,
        created_at: clock(),
        created_by: actorId(actor),
      })
      .execute()
  }
}

/** A goal above another one cannot also lie below it. */
async function isCircle(
  context: OperationContext,
  field: Field,
  relation: string,
  from: string,
  to: string,
): Promise<boolean> {
  return field.kind === 'reference' && field.sight === 'up' && leadsTo(context, relation, from, to)
}

function circle(definition: RecordDefinition, path: string, { label }: Field): Refusal {
  const message = {
    en: `${label.en} would lead back to this record itself.`,
    de: `${label.de} würde zu diesem Datensatz selbst zurückführen.`,
  }
  return refusedValues(definition, [{ path, message }])
}
