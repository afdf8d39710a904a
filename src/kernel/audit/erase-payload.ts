import type { Transaction } from 'kysely'
import type { Tables } from '../store/tables.ts'

/** Drops the payload of one audit row together with its salt, so that no guess at it can be checked; the chain still holds. */
export async function eraseAuditPayload(
  transaction: Transaction<Tables>,
  workspaceId: string,
  seq: number,
): Promise<void> {
  await transaction
    .updateTable('audit')
    .set({ payload: null, salt: null })
    .where('workspace_id', '=', workspaceId)
    .where('seq', '=', seq)
    .execute()
}

/** The same for every audit row about the subject. */
export async function eraseAuditOf(
  transaction: Transaction<Tables>,
  workspaceId: string,
  subject: { readonly type: string; readonly id: string },
): Promise<void> {
  await transaction
    .updateTable('audit')
    .set({ payload: null, salt: null })
    .where('workspace_id', '=', workspaceId)
    .where('subject_type', '=', subject.type)
    .where('subject_id', '=', subject.id)
    .execute()
}
