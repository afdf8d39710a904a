import { actorId } from '#kernel/operation/actor.ts'
import type { OperationContext } from '#kernel/operation/define-operation.ts'
import { findRecord, type FoundRecord } from '#kernel/record/find-record.ts'
import { keepVersion } from '#kernel/record/write-record.ts'
import { leftOf, type Left } from './left-of.ts'
import { eraseAccount, type Repeated } from './erase-account.ts'
import { erasedTitle } from './erased-title.ts'
import { forgetFields } from './forget-fields.ts'
import { isErased } from '#kernel/record/is-erased.ts'
import { mentionsOf } from './mentions-of.ts'

/** What became of an erasure, and where others wrote down what was erased: those texts are theirs to correct. */
export interface Erasure {
  readonly key: string
  /** Keys of records that still hold the title or an address of what was erased. */
  readonly mentions: readonly string[]
}

/** What is kept of something erased: ids and the key that it had. */
interface Erased {
  readonly record: string
  readonly type: string
  readonly number: number
  readonly account: string | null
}

/**
 * Empties a record about somebody for good: its fields, its history, what search and audit hold of it, and the account
 * that belongs to it. An archived shell stays, so that its number is not given again and what refers to it holds. Doing
 * it twice does nothing. Refuses to take the workspace its last owner, unless it is only repeated after a restore.
 */
export async function eraseRecord(
  context: OperationContext,
  key: string,
  repeated?: Repeated,
): Promise<Erasure> {
  const { transaction, workspaceId, clock, actor } = context
  const found = await findRecord(context, key, 'lock')
  const { id, definition, shape } = found
  if (await isErased(context, id)) return said(context, found, [])
  const mentions = await mentionsOf(context, found)
  const account = await eraseAccount(context, id, repeated)
  await forgetFields(context, found, Object.keys(definition.fields))
  const now = clock()
  await transaction
    .updateTable('record')
    .set({
      title: erasedTitle,
      version: shape.version + 1,
      updated_at: now,
      updated_by: actorId(actor),
      archived_at: shape.archivedAt === null ? now : new Date(shape.archivedAt),
    })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute()
  await noteErasure(context, {
    record: id,
    type: definition.type,
    number: Number(shape.key.slice(definition.prefix.length + 1)),
    account: account ?? repeated?.account ?? null,
  })
  await keepVersion(context, shape.key)
  return said(context, found, mentions, await leftOf(context, [{ id, key: shape.key }]))
}

/** Keeps that a record was erased, and which account with it; nothing of what was in them. */
export async function noteErasure(
  { transaction, workspaceId, clock, actor }: OperationContext,
  { record, type, number, account }: Erased,
): Promise<void> {
  await transaction
    .insertInto('erasure')
    .values({
      workspace_id: workspaceId,
      record_id: record,
      type,
      number,
      user_id: account,
      at: clock(),
      erased_by: actorId(actor),
    })
    .execute()
}

/** The audit keeps that it was erased, not what, and what was left then. */
function said(
  context: OperationContext,
  { id, shape: { key, type } }: FoundRecord,
  mentions: readonly string[],
  left?: Left,
): Erasure {
  context.audit({ subject: { type, id }, payload: { key, surface: context.surface, ...left } })
  return { key, mentions }
}
