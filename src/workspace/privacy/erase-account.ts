import { sql } from 'kysely'
import type { OperationContext } from '#kernel/operation/define-operation.ts'
import { Refusal } from '#kernel/operation/refusal.ts'
import { erasedTitle } from './erased-title.ts'

/** What is otherwise where an erasure is repeated after a restore. */
export interface Repeated {
  /** The account that was erased then: the restored state may not know yet whose it was. */
  readonly account: string | null
}

/**
 * Ends the account that belongs to a record about somebody, and takes name, address, sessions and credentials away. Its
 * pseudonymous id stays in history and audit, and is the answer; null where there is none. Refuses when it is the last
 * owner's, unless that was decided before and is only repeated.
 */
export async function eraseAccount(
  context: OperationContext,
  recordId: string,
  repeated?: Repeated,
): Promise<string | null> {
  const { transaction, workspaceId } = context
  await sql`delete from performed_once where workspace_id = ${workspaceId} and subject_id = ${recordId}`.execute(
    transaction,
  )
  await sql`update membership set proposed_person_id = null
    where workspace_id = ${workspaceId} and proposed_person_id = ${recordId}`.execute(transaction)
  const { rows } = await sql<{ user_id: string; role: string; active: boolean }>`
    select user_id, role, removed_at is null as active from membership
    where workspace_id = ${workspaceId} and (person_id = ${recordId} or user_id = ${repeated?.account ?? null})`.execute(
    transaction,
  )
  for (const member of rows) {
    if (member.role === 'owner' && member.active && !repeated) await assertOtherOwner(context, member.user_id)
    await endAccount(context, member.user_id)
  }
  return rows[0]?.user_id ?? null
}

async function endAccount(
  { transaction, workspaceId, clock }: OperationContext,
  user: string,
): Promise<void> {
  const now = clock()
  await sql`delete from reading_receipt where workspace_id = ${workspaceId} and user_id = ${user}`.execute(
    transaction,
  )
  await sql`update membership set removed_at = coalesce(removed_at, ${now}), person_id = null, proposed_person_id = null
    where workspace_id = ${workspaceId} and user_id = ${user}`.execute(transaction)
  await sql`update api_key set revoked_at = coalesce(revoked_at, ${now}), name = ${erasedTitle}
    where workspace_id = ${workspaceId} and user_id = ${user}`.execute(transaction)
  // Who belongs to another workspace too stays known there.
  const elsewhere = await sql`select from membership where user_id = ${user} and removed_at is null`.execute(
    transaction,
  )
  if (elsewhere.rows.length > 0) return
  await sql`delete from sign_in_session where user_id = ${user}`.execute(transaction)
  await sql`delete from sign_in_passkey where user_id = ${user}`.execute(transaction)
  await sql`delete from sign_in_credential where user_id = ${user}`.execute(transaction)
  await sql`update sign_in_user set name = ${erasedTitle}, email = id || '@removed.invalid', image = null
    where id = ${user}`.execute(transaction)
}

async function assertOtherOwner({ transaction, workspaceId }: OperationContext, user: string): Promise<void> {
  const { rows } = await sql`select from membership where workspace_id = ${workspaceId} and role = 'owner'
    and removed_at is null and user_id <> ${user} limit 1`.execute(transaction)
  if (rows.length > 0) return
  throw new Refusal(
    'conflict',
    {
      en: 'The account of the last owner cannot be erased.',
      de: 'Das letzte Inhaberkonto lässt sich nicht löschen.',
    },
    { en: 'Make somebody else owner first.', de: 'Gib zuerst jemand anderem diese Rolle.' },
  )
}
