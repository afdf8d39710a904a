import type { Transaction } from 'kysely'
import type { Tables } from '../store/tables.ts'

/**
 * Drops what the audit rows about the subject say, together with their salt, so that no guess at it can be checked; the
 * chain still holds.
 */
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
