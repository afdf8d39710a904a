import { actorId } from '../operation/actor.ts'
import type { OperationContext } from '../operation/define-operation.ts'
import type { Refusal } from '../operation/refusal.ts'
import type { RecordDefinition } from './define-record.ts'
import type { RecordValues } from './read-values.ts'
import type { Field } from './fields/field-kinds.ts'
import { leadsTo } from '../links/leads-to.ts'
import { relations } from '../links/relations.ts'
import { refusedValues } from './reference-names.ts'
import { referredIn, referredType } from './referred.ts'

/** Keeps links beside the fields that refer to records, so that neighbours and lines of sight are one walk over links. */
export async function linkReferences(
  context: OperationContext,
  definition: RecordDefinition,
  id: string,
  stored: RecordValues,
): Promise<void> {
  const { transaction, workspaceId, clock, actor } = context
  for (const [name, value] of Object.entries(stored)) {
    const field = definition.fields[name]
    if (!field || referredType(field) === null) continue
    const relation = `field:${name}`
    await transaction
      .deleteFrom('link')
      .where((each) => each.and({ workspace_id: workspaceId, from_id: id, relation }))
      .execute()
    const targets = referredIn(value)
    for (const target of targets)
      if (target === id || (await isCircle(context, field, relation, target, id)))
        throw circle(definition, name, field)
    if (targets.length === 0) continue
    await transaction
      .insertInto('link')
      .values(
        targets.map((target) => ({
          workspace_id: workspaceId,
          from_id: id,
          relation,
          to_id: target,
          created_at: clock(),
          created_by: actorId(actor),
        })),
      )
      .execute()
  }
}

/** Whether what the field refers to may not lead back: what stands above, and what a relation without circles joins. */
export function mayHaveNoCircle(field: Field): boolean {
  if (field.kind === 'references')
    return relations.some(({ name, acyclic }) => acyclic && name === field.relation)
  return field.kind === 'reference' && field.sight === 'up'
}

/** A goal above another one cannot also lie below it. */
async function isCircle(
  context: OperationContext,
  field: Field,
  relation: string,
  from: string,
  to: string,
): Promise<boolean> {
  return mayHaveNoCircle(field) && leadsTo(context, relation, from, to)
}

function circle(definition: RecordDefinition, path: string, { label }: Field): Refusal {
  const message = {
    en: `${label.en} would lead back to this record itself.`,
    de: `${label.de} würde zu diesem Datensatz selbst zurückführen.`,
  }
  return refusedValues(definition, [{ path, message }])
}
