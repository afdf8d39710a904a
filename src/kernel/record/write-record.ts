import { isDeepStrictEqual } from 'node:util'
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { actorId } from '../operation/actor.ts'
import type { OperationContext } from '../operation/define-operation.ts'
import { Refusal } from '../operation/refusal.ts'
import type { RecordDefinition } from './define-record.ts'
import { findRecord, type FoundRecord } from './find-record.ts'
import { readNewValues, readValues, wrongSteps, wrongTogether, type RecordValues } from './read-values.ts'
import { columnOf, tableOf, toColumn } from './record-columns.ts'
import type { RecordShape } from './record-shape.ts'
import { linkReferences } from './link-references.ts'
import { keepSearchEntry } from '../search/keep-search-entry.ts'
import { assertAttachments, keepAttachments } from '../attachments/attachment-uses.ts'
import { wrongHands, type Writer } from './wrong-hands.ts'
import { isErased } from './is-erased.ts'
import { assertWriterReads, otherPair } from './single-people.ts'
import { keysToIds, refusedValues } from './reference-names.ts'

export type GivenValues = Readonly<Record<string, unknown>>

/** Writes a new record under the next number of its type. */
export async function createRecord(
  context: OperationContext,
  definition: RecordDefinition,
  given: GivenValues,
  writer: Writer = 'by a verb',
): Promise<RecordShape> {
  const { transaction, workspaceId } = context
  const { values, faults } = readNewValues(definition, given)
  const wrong = [...faults, ...wrongHands(writer, definition, given, {})]
  if (wrong.length === 0) wrong.push(...wrongTogether(definition, values, null))
  if (wrong.length > 0) throw refusedValues(definition, wrong)
  await assertAttachments(context, definition, values)
  const stored = await keysToIds(context, definition, values)
  const id = randomUUID()
  const number = await nextNumber(context, definition)
  const now = context.clock()
  const by = actorId(context.actor)
  await transaction
    .insertInto('record')
    .values({
      workspace_id: workspaceId,
      id,
      type: definition.type,
      number,
      title: titleOf(definition, values),
      version: 1,
      created_at: now,
      created_by: by,
      updated_at: now,
      updated_by: by,
      archived_at: null,
    })
    .execute()
  const fields = Object.entries(definition.fields)
  await sql`insert into ${sql.table(tableOf(definition))}
    (workspace_id, id, ${sql.join(fields.map(([name]) => sql.id(columnOf(name))))})
    values (${workspaceId}, ${id}, ${sql.join(fields.map(([name, field]) => toColumn(field, stored[name] ?? null)))})`.execute(
    transaction,
  )
  await linkReferences(context, definition, id, stored)
  await assertWriterReads(context, definition, id)
  return keepVersion(context, `${definition.prefix}-${number}`)
}

/**
 * Gives some of a record's fields other values. Refuses with both versions when the record has gone on since the
 * version that the change was made to. A change that changes nothing writes nothing.
 */
export async function changeRecord(
  context: OperationContext,
  key: string,
  version: number,
  given: GivenValues,
  writer: Writer = 'by a verb',
): Promise<RecordShape> {
  const found = await findCurrent(context, key, version, given)
  const { definition, shape } = found
  const { values, faults } = readValues(definition, given)
  const wrong = [
    ...faults,
    ...wrongHands(writer, definition, given, shape.fields),
    ...wrongSteps(definition, shape.fields, values),
  ]
  const changed = Object.entries(values).filter(
    ([name, value]) => !isDeepStrictEqual(shape.fields[name] ?? null, value),
  )
  if (wrong.length === 0) wrong.push(...wrongTogether(definition, Object.fromEntries(changed), shape.fields))
  if (wrong.length > 0) throw refusedValues(definition, wrong)
  if (changed.length === 0) return shape
  const pair = otherPair(definition, Object.fromEntries(changed))
  if (pair.length > 0) throw refusedValues(definition, pair)
  await assertAttachments(context, definition, Object.fromEntries(changed))
  const stored = await keysToIds(context, definition, Object.fromEntries(changed))
  const sets = Object.entries(stored).flatMap(([name, value]) => {
    const field = definition.fields[name]
    return field ? [sql`${sql.id(columnOf(name))} = ${toColumn(field, value)}`] : []
  })
  await sql`update ${sql.table(tableOf(definition))} set ${sql.join(sets)}
    where workspace_id = ${context.workspaceId} and id = ${found.id}`.execute(context.transaction)
  await linkReferences(context, definition, found.id, stored)
  await assertWriterReads(context, definition, found.id)
  await touch(context, found, { title: titleOf(definition, { ...shape.fields, ...values }) })
  return keepVersion(context, key)
}

/** Puts a record away: it stays with all its links and its history, and no list shows it unless asked. */
export async function archiveRecord(
  context: OperationContext,
  key: string,
  version: number,
): Promise<RecordShape> {
  const found = await findCurrent(context, key, version)
  if (found.shape.archivedAt !== null) return found.shape
  await touch(context, found, { archived_at: context.clock() })
  return keepVersion(context, key)
}

/** Takes an archived record back. */
export async function restoreRecord(
  context: OperationContext,
  key: string,
  version: number,
): Promise<RecordShape> {
  const found = await findCurrent(context, key, version)
  if (found.shape.archivedAt === null) return found.shape
  await touch(context, found, { archived_at: null })
  return keepVersion(context, key)
}

async function findCurrent(
  context: OperationContext,
  key: string,
  version: number,
  given: GivenValues = {},
): Promise<FoundRecord> {
  const found = await findRecord(context, key, 'lock')
  context.audit({ subject: { type: found.shape.type, id: found.id } })
  if (await isErased(context, found.id)) throw wasErased(found)
  if (found.shape.version === version) return found
  const current = found.shape.version
  throw new Refusal(
    'conflict',
    {
      en: `${found.shape.key} has changed: this was made to version ${version}, and there is version ${current} now.`,
      de: `${found.shape.key} hat sich geändert: Das galt Version ${version}, inzwischen gibt es Version ${current}.`,
    },
    {
      en: 'Look at both versions, keep what is right of each and save again.',
      de: 'Sieh Dir beide Fassungen an, behalte von jeder das Richtige und speichere noch einmal.',
    },
    [],
    { current: found.shape, given },
  )
}

function wasErased({ shape }: FoundRecord): Refusal {
  return new Refusal(
    'conflict',
    { en: `${shape.key} was erased and stays empty.`, de: `${shape.key} wurde gelöscht und bleibt leer.` },
    { en: 'Make a new record.', de: 'Lege einen neuen Datensatz an.' },
  )
}

/** What a record with these values is called by. */
export function titleOf(definition: RecordDefinition, values: RecordValues): string {
  const title = values[definition.title]
  if (typeof title === 'string') return title
  throw new Error(`A ${definition.type} without a title was let through.`)
}

async function nextNumber(
  { transaction, workspaceId }: OperationContext,
  { type }: RecordDefinition,
): Promise<number> {
  const { last } = await transaction
    .insertInto('record_number')
    .values({ workspace_id: workspaceId, type, last: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['workspace_id', 'type'])
        .doUpdateSet((each) => ({ last: each('record_number.last', '+', 1) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return last
}

async function touch(
  { transaction, workspaceId, clock, actor }: OperationContext,
  { id, shape }: FoundRecord,
  what: { readonly title?: string; readonly archived_at?: Date | null },
): Promise<void> {
  await transaction
    .updateTable('record')
    .set({ ...what, version: shape.version + 1, updated_at: clock(), updated_by: actorId(actor) })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute()
}

/** Keeps the version that was just written, and says it to the audit. */
export async function keepVersion(context: OperationContext, key: string): Promise<RecordShape> {
  const { id, shape, definition } = await findRecord(context, key)
  await context.transaction
    .insertInto('record_version')
    .values({
      workspace_id: context.workspaceId,
      record_id: id,
      version: shape.version,
      at: context.clock(),
      actor_kind: context.actor.kind,
      actor_id: actorId(context.actor),
      surface: context.surface,
      operation: context.operation,
      archived: shape.archivedAt !== null,
      fields: JSON.stringify(shape.fields),
    })
    .execute()
  await keepAttachments(context, definition, id, shape.fields)
  await keepSearchEntry(context, id, shape)
  context.audit({
    subject: { type: shape.type, id },
    payload: { key: shape.key, version: shape.version, surface: context.surface, fields: shape.fields },
  })
  return shape
}
