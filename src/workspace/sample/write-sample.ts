import type { OperationContext } from '#kernel/operation/define-operation.ts'
import { addLink } from '#kernel/links/write-link.ts'
import type { RecordShape } from '#kernel/record/record-shape.ts'
import { archiveRecord, changeRecord, createRecord } from '#kernel/record/write-record.ts'
import { auditedLinks } from '../files/audited-links.ts'
import { saltedVersions, type AuditedVersions } from '../files/audited-versions.ts'
import { readVersions } from '../files/read-versions.ts'
import { sampleActor } from './sample-actor.ts'
import type { SamplePlan, SampleStep } from './plan-sample.ts'

/**
 * Writes the sample company into the workspace as if it had happened, marks the workspace as holding it, and gives what
 * the audit is to keep of it. Everything goes the way of every record, so what is not valid stops it.
 */
export async function writeSample(context: OperationContext, { steps }: SamplePlan): Promise<object> {
  const { transaction, workspaceId } = context
  const { seq } = await transaction
    .selectFrom('audit_head')
    .select('seq')
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirstOrThrow()
  await transaction
    .insertInto('sample')
    .values({ workspace_id: workspaceId, begun_at: context.clock(), begun_after: seq })
    .execute()
  const shapes = new Map<string, RecordShape>()
  for (const step of steps) {
    const shape = await take(asItHappened(context, step.at), step, shapes)
    if (shape) shapes.set(shape.key, shape)
  }
  return {
    links: await auditedLinks(context),
    records: await writtenVersions(context),
  }
}

/** The operation's own context at another time, in which nobody in particular writes; its one audit row is written at the end. */
function asItHappened(context: OperationContext, at: Date): OperationContext {
  return { ...context, actor: sampleActor, surface: 'system', clock: () => at, audit: () => {} }
}

async function take(
  context: OperationContext,
  step: SampleStep,
  shapes: ReadonlyMap<string, RecordShape>,
): Promise<RecordShape | null> {
  if (step.what === 'link') {
    await addLink(context, { from: step.from, relation: step.relation, to: step.to })
    return null
  }
  const { key, definition, name } = step.record
  if (step.what === 'create') {
    const shape = await createRecord(context, definition, step.fields)
    if (shape.key === key) return shape
    throw new Error(`${name} of the sample company was to be ${key} and became ${shape.key}.`)
  }
  const version = shapes.get(key)?.version ?? 0
  if (step.what === 'archive') return archiveRecord(context, key, version)
  return changeRecord(context, key, version, step.fields)
}

/** What the audit keeps of records that no row of their own tells of, as with an import. */
async function writtenVersions(context: OperationContext): Promise<AuditedVersions> {
  const { transaction, workspaceId, records } = context
  const rows = await transaction
    .selectFrom('record')
    .select(['id', 'type', 'number'])
    .where('workspace_id', '=', workspaceId)
    .execute()
  const versions = await readVersions(
    context,
    rows.map(({ id }) => id),
  )
  return saltedVersions(
    context,
    rows.map(({ id, type, number }) => ({
      id,
      key: `${records.ofType(type).prefix}-${number}`,
      versions: versions.get(id) ?? [],
    })),
  )
}
