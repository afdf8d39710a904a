import './access-tables.ts'
import { z } from 'zod'
import { defineOperation, type OperationContext } from '#kernel/operation/define-operation.ts'
import { Refusal } from '#kernel/operation/refusal.ts'
import type { ProviderShape } from './access-shape.ts'
import { addProviderCredential, providerId, providerIdentity } from './credentials.ts'
import { roles, userIdOf } from './roles.ts'
import { assertWayLeft, waysInOf } from './ways-in.ts'

/** The provider by which members may sign in, without its secret; null for none. */
export const showProvider = defineOperation({
  name: 'sign-in-provider.show',
  summary: {
    en: 'Show the OpenID Connect provider by which members may sign in.',
    de: 'Den OpenID-Connect-Anbieter zeigen, über den sich Mitglieder anmelden können.',
  },
  input: z.strictObject({}),
  access: ['owner'],
  writes: false,
  async run(context): Promise<{ provider: ProviderShape | null }> {
    return { provider: await read(context) }
  },
})

/** Lets members sign in by a provider from now on, instead of the one before. The secret comes sealed; null keeps the one that is there. */
export const setProvider = defineOperation({
  name: 'sign-in-provider.set',
  summary: {
    en: 'Let members sign in by an OpenID Connect provider.',
    de: 'Mitglieder sich über einen OpenID-Connect-Anbieter anmelden lassen.',
  },
  input: z.strictObject({
    name: z.string().trim().min(1).max(60),
    issuer: z.url({ protocol: /^https?$/ }).max(2000),
    clientId: z.string().trim().min(1).max(500),
    sealedSecret: z.string().min(1).max(8000).nullable(),
  }),
  access: ['owner'],
  by: 'person',
  writes: true,
  async run(context, { name, issuer, clientId, sealedSecret }) {
    const { transaction, workspaceId, clock } = context
    const before = await transaction
      .selectFrom('sign_in_provider')
      .select(['issuer', 'client_secret'])
      .where('workspace_id', '=', workspaceId)
      .executeTakeFirst()
    // A secret is never handed to another issuer than the one it was given for.
    const kept = before?.issuer === issuer ? before.client_secret : ''
    const secret = sealedSecret ?? kept
    if (secret === '') throw noSecret()
    const row = { name, issuer, client_id: clientId, client_secret: secret, changed_at: clock() }
    await transaction
      .insertInto('sign_in_provider')
      .values({ workspace_id: workspaceId, ...row })
      .onConflict((conflict) => conflict.column('workspace_id').doUpdateSet(row))
      .execute()
    if (before && before.issuer !== issuer) await assertOwnWayLeft(context)
    context.audit({
      subject: { type: 'sign-in-provider', id: workspaceId },
      payload: { name, issuer, clientId, secret: sealedSecret === null ? 'kept' : 'changed' },
    })
    return { provider: await read(context) }
  },
})

/** Lets nobody sign in by the provider any more; refuses where it is the only way in of whoever asks. */
export const removeProvider = defineOperation({
  name: 'sign-in-provider.remove',
  summary: {
    en: 'Let nobody sign in by the provider any more.',
    de: 'Niemanden mehr sich über den Anbieter anmelden lassen.',
  },
  input: z.strictObject({}),
  access: ['owner'],
  by: 'person',
  writes: true,
  async run(context) {
    const { transaction, workspaceId } = context
    const before = await read(context)
    if (!before) throw noProvider()
    await transaction.deleteFrom('sign_in_provider').where('workspace_id', '=', workspaceId).execute()
    await assertOwnWayLeft(context)
    context.audit({
      subject: { type: 'sign-in-provider', id: workspaceId },
      payload: { issuer: before.issuer },
    })
    return { issuer: before.issuer }
  },
})

/** Lets whoever is signed in come by the provider from now on; their address there was verified and is the account's. */
export const connectProvider = defineOperation({
  name: 'sign-in-provider.connect',
  summary: {
    en: 'Let one’s own account be entered by the provider.',
    de: 'Das eigene Konto mit dem Anbieter verbinden.',
  },
  input: providerIdentity.extend({ email: z.email().max(254).toLowerCase() }),
  access: roles,
  by: 'person',
  writes: true,
  async run(context, { issuer, subject, email }) {
    const { transaction, actor } = context
    const user = userIdOf(actor)
    const { email: own } = await transaction
      .selectFrom('sign_in_user')
      .select('email')
      .where('id', '=', user)
      .executeTakeFirstOrThrow()
    if (own !== email) throw otherAddress()
    const taken = await transaction
      .selectFrom('sign_in_credential')
      .select('user_id')
      .where('provider_id', '=', providerId(issuer))
      .where((where) => where.or([where('account_id', '=', subject), where('user_id', '=', user)]))
      .execute()
    if (taken.some((each) => each.user_id !== user)) throw otherAccount()
    await transaction
      .deleteFrom('sign_in_credential')
      .where('provider_id', '=', providerId(issuer))
      .where('user_id', '=', user)
      .execute()
    await addProviderCredential(context, user, { issuer, subject })
    await transaction
      .updateTable('sign_in_user')
      .set({ email_verified: true })
      .where('id', '=', user)
      .execute()
    context.audit({ subject: { type: 'member', id: user }, payload: { issuer } })
    return { id: user }
  },
})

async function assertOwnWayLeft(context: OperationContext): Promise<void> {
  if (context.actor.kind === 'user') assertWayLeft(await waysInOf(context, context.actor.id))
}

async function read({ transaction, workspaceId }: OperationContext): Promise<ProviderShape | null> {
  const found = await transaction
    .selectFrom('sign_in_provider')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirst()
  if (!found) return null
  return {
    name: found.name,
    issuer: found.issuer,
    clientId: found.client_id,
    hasSecret: found.client_secret !== '',
    changedAt: found.changed_at.toISOString(),
  }
}

/** The refusal where there is no provider to speak of. */
export function noProvider(): Refusal {
  return new Refusal(
    'not-found',
    { en: 'No sign-in provider is set up here.', de: 'Hier ist kein Anbieter zur Anmeldung eingerichtet.' },
    {
      en: 'An owner sets one up on the page Single sign-on.',
      de: 'Wer Inhaber:in ist, richtet auf der Seite Single Sign-on einen ein.',
    },
  )
}

function noSecret(): Refusal {
  const message = {
    en: 'The client secret is missing.',
    de: 'Das Client-Geheimnis fehlt.',
  }
  return new Refusal(
    'invalid',
    message,
    {
      en: 'Copy it from the provider; for another issuer it is another one.',
      de: 'Kopiere es vom Anbieter; für einen anderen Aussteller ist es ein anderes.',
    },
    [{ path: 'clientSecret', message }],
  )
}

function otherAddress(): Refusal {
  return new Refusal(
    'conflict',
    {
      en: 'The provider knows you under another e-mail address than this account has.',
      de: 'Der Anbieter kennt Dich unter einer anderen E-Mail-Adresse als dieses Konto.',
    },
    {
      en: 'Sign in at the provider with the address of this account.',
      de: 'Melde Dich beim Anbieter mit der Adresse dieses Kontos an.',
    },
  )
}

function otherAccount(): Refusal {
  return new Refusal(
    'conflict',
    {
      en: 'Another account is connected with this identity.',
      de: 'Mit dieser Kennung ist schon ein anderes Konto verbunden.',
    },
    {
      en: 'Sign in at the provider as yourself.',
      de: 'Melde Dich beim Anbieter als Du selbst an.',
    },
    [],
    { reason: 'other-account' },
  )
}
