import './access-tables.ts'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Role } from '#kernel/operation/actor.ts'
import type { OperationContext } from '#kernel/operation/define-operation.ts'
import { Refusal } from '#kernel/operation/refusal.ts'
import { addPassword, addProviderCredential, providerIdentity } from './credentials.ts'

const whose = z.strictObject({
  name: z.string().trim().min(1).max(200),
  email: z.email().max(254).toLowerCase(),
})

/** What an account is made of; the password comes as the hash that the sign-in library checks. */
export const newAccount = whose.extend({ passwordHash: z.string().min(1).max(1000) })

/** What an account is made of whose owner a provider knows, and whose address it has verified. */
export const newAccountByProvider = whose.extend(providerIdentity.shape)

/**
 * Gives somebody an account with a password or with the identity that a provider has of them, and makes them a member;
 * gives the user's id. Refuses an address that is taken.
 */
export async function addMember(
  context: OperationContext,
  account: z.infer<typeof newAccount> | z.infer<typeof newAccountByProvider>,
  role: Role,
): Promise<string> {
  const { transaction, workspaceId, clock } = context
  const { name, email } = account
  const taken = await transaction
    .selectFrom('sign_in_user')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirst()
  if (taken) {
    throw new Refusal(
      'conflict',
      { en: `There is an account with ${email} already.`, de: `Es gibt schon ein Konto mit ${email}.` },
      {
        en: 'Sign in with it, or take another address.',
        de: 'Melde Dich damit an oder nimm eine andere Adresse.',
      },
    )
  }
  const id = randomUUID()
  const now = clock()
  const dates = { created_at: now, updated_at: now }
  await transaction
    .insertInto('sign_in_user')
    .values({ id, name, email, email_verified: 'issuer' in account, image: null, ...dates })
    .execute()
  if ('issuer' in account) await addProviderCredential(context, id, account)
  else await addPassword(context, id, account.passwordHash)
  await transaction
    .insertInto('membership')
    .values({
      workspace_id: workspaceId,
      user_id: id,
      role,
      person_id: null,
      proposed_person_id: null,
      joined_at: now,
      removed_at: null,
    })
    .execute()
  return id
}
