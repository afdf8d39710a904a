import './access-tables.ts'
import { z } from 'zod'
import { defineOperation, type OperationContext } from '#kernel/operation/define-operation.ts'
import { Refusal } from '#kernel/operation/refusal.ts'
import type { SessionShape } from './access-shape.ts'
import { roles, userIdOf } from './roles.ts'

/** One's own sessions, the newest first. */
export const listSessions = defineOperation({
  name: 'session.list',
  summary: {
    en: 'List where one is signed in.',
    de: 'Auflisten, wo man angemeldet ist.',
  },
  input: z.strictObject({}),
  access: roles,
  by: 'person',
  writes: false,
  async run(context) {
    const rows = await own(context).orderBy('created_at', 'desc').orderBy('id').execute()
    const sessions = rows.map(({ id, user_agent, created_at, expires_at }): SessionShape => ({
      id,
      userAgent: user_agent,
      createdAt: created_at.toISOString(),
      expiresAt: expires_at.toISOString(),
    }))
    return { sessions }
  },
})

/** Ends one of one's own sessions, at once. */
export const revokeSession = defineOperation({
  name: 'session.revoke',
  summary: { en: 'Sign out somewhere else.', de: 'Sich anderswo abmelden.' },
  input: z.strictObject({ session: z.string() }),
  access: roles,
  by: 'person',
  writes: true,
  async run(context, { session }) {
    const found = await own(context).where('id', '=', session).executeTakeFirst()
    if (!found) {
      throw new Refusal(
        'not-found',
        { en: 'There is no such session.', de: 'Diese Sitzung gibt es nicht.' },
        { en: 'It may have ended already.', de: 'Vielleicht ist sie schon beendet.' },
      )
    }
    await context.transaction.deleteFrom('sign_in_session').where('id', '=', session).execute()
    context.audit({ subject: { type: 'session', id: session } })
    return { id: session }
  },
})

function own({ transaction, actor, clock }: OperationContext) {
  return transaction
    .selectFrom('sign_in_session')
    .select(['id', 'user_agent', 'created_at', 'expires_at'])
    .where('user_id', '=', userIdOf(actor))
    .where('expires_at', '>', clock())
}
