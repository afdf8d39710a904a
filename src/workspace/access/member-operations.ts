import './access-tables.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import { holdsRole } from '#kernel/operation/actor.ts'
import { defineOperation, type OperationContext } from '#kernel/operation/define-operation.ts'
import { Refusal } from '#kernel/operation/refusal.ts'
import type { MemberShape } from './access-shape.ts'
import { personsOf } from './persons-of.ts'
import { roleInput } from './roles.ts'

/** Who belongs to the workspace, in the order of joining; addresses are for owners, leaders and oneself. */
export const listMembers = defineOperation({
  name: 'member.list',
  summary: { en: 'List who belongs to the workspace.', de: 'Auflisten, wer zum Arbeitsbereich gehört.' },
  input: z.strictObject({}),
  access: ['owner', 'leader', 'member'],
  writes: false,
  async run(context) {
    const { transaction, workspaceId, actor } = context
    const rows = await transaction
      .selectFrom('membership')
      .innerJoin('sign_in_user', 'sign_in_user.id', 'membership.user_id')
      .select(['user_id', 'name', 'email', 'role', 'joined_at', 'person_id', 'proposed_person_id'])
      .where('membership.workspace_id', '=', workspaceId)
      .where('removed_at', 'is', null)
      .orderBy('joined_at')
      .orderBy('user_id')
      .execute()
    const leads = holdsRole(actor, ['owner', 'leader'])
    const isOneself = (id: string) => actor.kind === 'user' && actor.id === id
    const people = await personsOf(context, rows)
    const members = rows.map(({ user_id, name, email, role, joined_at, person_id }): MemberShape => {
      const mayKnow = leads || isOneself(user_id)
      return {
        id: user_id,
        name,
        email: mayKnow ? email : null,
        role,
        person: people.keyOf(person_id),
        proposed: mayKnow && person_id === null ? people.proposedFor(user_id) : null,
        joinedAt: joined_at.toISOString(),
      }
    })
    return { members }
  },
})

/** Gives a member another role; refuses to take the last owner's. */
export const changeRole = defineOperation({
  name: 'member.change-role',
  summary: { en: 'Give a member another role.', de: 'Einem Mitglied eine andere Rolle geben.' },
  input: z.strictObject({ member: z.string(), role: roleInput }),
  access: ['owner'],
  by: 'person',
  writes: true,
  async run(context, { member, role }) {
    const before = await findMember(context, member)
    if (before.role === 'owner' && role !== 'owner') await assertOtherOwner(context, member)
    await context.transaction
      .updateTable('membership')
      .set({ role })
      .where('workspace_id', '=', context.workspaceId)
      .where('user_id', '=', member)
      .execute()
    context.audit({ subject: { type: 'member', id: member }, payload: { from: before.role, to: role } })
    return { id: member, role }
  },
})

/**
 * Ends a membership: sessions, keys and credentials go, and so does the address. The name stays with what was done under
 * it. Refuses to remove the last owner.
 */
export const removeMember = defineOperation({
  name: 'member.remove',
  summary: {
    en: 'Remove a member from the workspace.',
    de: 'Ein Mitglied aus dem Arbeitsbereich entfernen.',
  },
  input: z.strictObject({ member: z.string() }),
  access: ['owner'],
  by: 'person',
  writes: true,
  async run(context, { member }) {
    const { transaction, workspaceId, clock } = context
    const before = await findMember(context, member)
    if (before.role === 'owner') await assertOtherOwner(context, member)
    const now = clock()
    await transaction
      .updateTable('membership')
      .set({ removed_at: now, person_id: null, proposed_person_id: null })
      .where('workspace_id', '=', workspaceId)
      .where('user_id', '=', member)
      .execute()
    await transaction
      .updateTable('api_key')
      .set({ revoked_at: now })
      .where('workspace_id', '=', workspaceId)
      .where('user_id', '=', member)
      .where('revoked_at', 'is', null)
      .execute()
    await forgetUserWithoutWorkspace(context, member)
    context.audit({ subject: { type: 'member', id: member }, payload: { role: before.role } })
    return { id: member }
  },
})

/** The membership of somebody who belongs to the workspace; refuses one that is not there or no longer. */
export async function findMember({ transaction, workspaceId }: OperationContext, member: string) {
  const found = await transaction
    .selectFrom('membership')
    .select(['role', 'person_id'])
    .where('workspace_id', '=', workspaceId)
    .where('user_id', '=', member)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (found) return found
  throw new Refusal(
    'not-found',
    { en: 'There is no such member.', de: 'Dieses Mitglied gibt es nicht.' },
    { en: 'List the members to see who there is.', de: 'Sieh in der Liste der Mitglieder nach.' },
  )
}

async function assertOtherOwner({ transaction, workspaceId }: OperationContext, member: string) {
  const other = await transaction
    .selectFrom('membership')
    .select('user_id')
    .where('workspace_id', '=', workspaceId)
    .where('role', '=', 'owner')
    .where('removed_at', 'is', null)
    .where('user_id', '<>', member)
    .limit(1)
    .executeTakeFirst()
  if (other) return
  throw new Refusal(
    'conflict',
    {
      en: 'The last owner can neither be removed nor get another role.',
      de: 'Das letzte Inhaberkonto kann weder entfernt werden noch eine andere Rolle bekommen.',
    },
    { en: 'Make somebody else owner first.', de: 'Gib zuerst jemand anderem diese Rolle.' },
  )
}

async function forgetUserWithoutWorkspace({ transaction }: OperationContext, user: string): Promise<void> {
  const elsewhere = await transaction
    .selectFrom('membership')
    .select('user_id')
    .where('user_id', '=', user)
    .where('removed_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  if (elsewhere) return
  await transaction.deleteFrom('sign_in_session').where('user_id', '=', user).execute()
  await transaction.deleteFrom('sign_in_credential').where('user_id', '=', user).execute()
  await transaction.deleteFrom('sign_in_passkey').where('user_id', '=', user).execute()
  await transaction
    .updateTable('sign_in_user')
    .set({ email: sql`id || '@removed.invalid'` })
    .where('id', '=', user)
    .execute()
}
