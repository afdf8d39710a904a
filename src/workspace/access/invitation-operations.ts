import './access-tables.ts'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { defineOperation, type OperationContext } from '#kernel/operation/define-operation.ts'
import { actorId } from '#kernel/operation/actor.ts'
import { Refusal } from '#kernel/operation/refusal.ts'
import type { InvitationShape } from './access-shape.ts'
import { addMember, newAccount, newAccountByProvider } from './add-member.ts'
import { assertMayGive, roleInput } from './roles.ts'
import { hashToken, makeToken } from './token.ts'

const day = 86_400_000

/** Makes a link by which one person may join in a role; its secret is in the answer and nowhere else. */
export const createInvitation = defineOperation({
  name: 'invitation.create',
  summary: {
    en: 'Make a link by which one person may join.',
    de: 'Einen Link anlegen, mit dem eine Person beitreten kann.',
  },
  input: z.strictObject({ role: roleInput, days: z.int().min(1).max(30).default(7) }),
  access: ['owner', 'leader'],
  by: 'person',
  writes: true,
  async run({ transaction, workspaceId, clock, actor, audit }, { role, days }) {
    assertMayGive(actor, role)
    const [id, token, now] = [randomUUID(), makeToken('lsi'), clock()]
    const expires = new Date(now.getTime() + days * day)
    await transaction
      .insertInto('invitation')
      .values({
        workspace_id: workspaceId,
        id,
        role,
        token_hash: hashToken(token),
        created_by: actorId(actor),
        created_at: now,
        expires_at: expires,
        accepted_at: null,
        accepted_by: null,
        revoked_at: null,
      })
      .execute()
    audit({ subject: { type: 'invitation', id }, payload: { role, expires: expires.toISOString() } })
    return { id, role, createdAt: now.toISOString(), expiresAt: expires.toISOString(), token }
  },
})

/** The invitations that can still be accepted. */
export const listInvitations = defineOperation({
  name: 'invitation.list',
  summary: { en: 'List the open invitations.', de: 'Die offenen Einladungen auflisten.' },
  input: z.strictObject({}),
  access: ['owner', 'leader'],
  writes: false,
  async run(context) {
    const rows = await open(context).orderBy('created_at').orderBy('id').execute()
    return { invitations: rows.map(shape) }
  },
})

/** Takes an invitation back. */
export const revokeInvitation = defineOperation({
  name: 'invitation.revoke',
  summary: { en: 'Take an invitation back.', de: 'Eine Einladung zurücknehmen.' },
  input: z.strictObject({ invitation: z.uuid() }),
  access: ['owner', 'leader'],
  by: 'person',
  writes: true,
  async run(context, { invitation }) {
    const found = await open(context).where('id', '=', invitation).executeTakeFirst()
    if (!found) throw nothingOpen()
    assertMayGive(context.actor, found.role)
    await context.transaction
      .updateTable('invitation')
      .set({ revoked_at: context.clock() })
      .where('workspace_id', '=', context.workspaceId)
      .where('id', '=', invitation)
      .execute()
    context.audit({ subject: { type: 'invitation', id: invitation } })
    return { id: invitation }
  },
})

/** What the holder of a link is invited to; refuses a link that is used up, taken back or too old. */
export const showInvitation = defineOperation({
  name: 'invitation.show',
  summary: { en: 'Show what a link invites to.', de: 'Zeigen, wozu ein Link einlädt.' },
  input: z.strictObject({}),
  access: (actor) => actor.kind === 'share-link',
  writes: false,
  async run(context) {
    return shape(await ownInvitation(context))
  },
})

/** Makes an account and a member of the holder of a link, once. */
export const acceptInvitation = defineOperation({
  name: 'invitation.accept',
  summary: { en: 'Join by the link of an invitation.', de: 'Mit dem Link einer Einladung beitreten.' },
  input: newAccount,
  access: (actor) => actor.kind === 'share-link',
  writes: true,
  run: accept,
})

/** The same for whoever the workspace's provider knows, by an address that it has verified; without a password. */
export const acceptInvitationByProvider = defineOperation({
  name: 'invitation.accept-by-provider',
  summary: {
    en: 'Join by the link of an invitation, as whom the sign-in provider knows.',
    de: 'Mit dem Link einer Einladung beitreten, als wen der Anbieter kennt.',
  },
  input: newAccountByProvider,
  access: (actor) => actor.kind === 'share-link',
  writes: true,
  run: accept,
})

async function accept(context: OperationContext, account: Parameters<typeof addMember>[1]) {
  const invitation = await ownInvitation(context)
  const id = await addMember(context, account, invitation.role)
  await context.transaction
    .updateTable('invitation')
    .set({ accepted_at: context.clock(), accepted_by: id })
    .where('workspace_id', '=', context.workspaceId)
    .where('id', '=', invitation.id)
    .execute()
  const by = 'issuer' in account ? { issuer: account.issuer } : {}
  context.audit({
    subject: { type: 'member', id },
    payload: { role: invitation.role, invitation: invitation.id, ...by },
  })
  return { id }
}

/** The refusal of a link that opens nothing, the same whatever the reason. */
export function nothingOpen(): Refusal {
  return new Refusal(
    'not-found',
    { en: 'This invitation is no longer open.', de: 'Diese Einladung ist nicht mehr offen.' },
    {
      en: 'A link works once and for a limited time. Ask for a new one.',
      de: 'Ein Link gilt einmal und nur für einige Zeit. Bitte um einen neuen.',
    },
  )
}

async function ownInvitation(context: OperationContext) {
  const found = await open(context).where('id', '=', actorId(context.actor)).executeTakeFirst()
  if (!found) throw nothingOpen()
  return found
}

function open({ transaction, workspaceId, clock }: OperationContext) {
  return transaction
    .selectFrom('invitation')
    .select(['id', 'role', 'created_at', 'expires_at'])
    .where('workspace_id', '=', workspaceId)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', clock())
}

function shape({
  id,
  role,
  created_at,
  expires_at,
}: Awaited<ReturnType<typeof ownInvitation>>): InvitationShape {
  return { id, role, createdAt: created_at.toISOString(), expiresAt: expires_at.toISOString() }
}
