import './access-tables.ts'
import { z } from 'zod'
import { defineOperation } from '#kernel/operation/define-operation.ts'
import { Refusal } from '#kernel/operation/refusal.ts'
import { addMember, newAccount } from './add-member.ts'
import { addPassword, passwordProvider } from './credentials.ts'
import { roles, userIdOf } from './roles.ts'

/**
 * Creates the owner's account; refuses as long as there is one. That is the first account of all, or the one of whoever has
 * the data folder where a restore left no owner. Gives the owner's id.
 */
export const createOwner = defineOperation({
  name: 'account.create-owner',
  summary: {
    en: 'Create the owner account of a new workspace.',
    de: 'Das Konto der Inhaberin oder des Inhabers eines neuen Arbeitsbereichs anlegen.',
  },
  input: newAccount,
  access: (actor) => actor.kind === 'local',
  by: 'person',
  writes: true,
  async run(context, account) {
    const there = await context.transaction
      .selectFrom('membership')
      .select('user_id')
      .where('workspace_id', '=', context.workspaceId)
      .where('role', '=', 'owner')
      .where('removed_at', 'is', null)
      .limit(1)
      .executeTakeFirst()
    if (there) {
      throw new Refusal(
        'conflict',
        {
          en: 'This workspace has an owner already.',
          de: 'Dieser Arbeitsbereich hat schon ein Inhaberkonto.',
        },
        {
          en: 'Sign in. If the password is lost, run leitstand reset-password on the machine of the data folder.',
          de: 'Melde Dich an. Ist das Passwort verloren, hilft leitstand reset-password auf dem Rechner mit dem Datenordner.',
        },
      )
    }
    const id = await addMember(context, account, 'owner')
    context.audit({ subject: { type: 'member', id }, payload: { role: 'owner' } })
    return { id }
  },
})

/** Gives the account with the address another password and signs it out everywhere; for whoever has the data folder. */
export const resetPassword = defineOperation({
  name: 'account.reset-password',
  summary: {
    en: 'Give an account another password from the command line.',
    de: 'Einem Konto über die Kommandozeile ein anderes Passwort geben.',
  },
  input: z.strictObject({ email: z.string().trim().toLowerCase(), passwordHash: z.string().min(1) }),
  access: (actor) => actor.kind === 'local',
  by: 'person',
  writes: true,
  async run(context, { email, passwordHash }) {
    const { transaction, workspaceId, clock } = context
    const user = await transaction
      .selectFrom('sign_in_user')
      .innerJoin('membership', 'membership.user_id', 'sign_in_user.id')
      .select('sign_in_user.id')
      .where('workspace_id', '=', workspaceId)
      .where('removed_at', 'is', null)
      .where('email', '=', email)
      .executeTakeFirst()
    if (!user) {
      throw new Refusal(
        'not-found',
        {
          en: `There is no account with ${email} here.`,
          de: `Es gibt hier kein Konto mit ${email}.`,
        },
        { en: 'Check the address and the data folder.', de: 'Prüfe die Adresse und den Datenordner.' },
      )
    }
    const { numUpdatedRows } = await transaction
      .updateTable('sign_in_credential')
      .set({ password: passwordHash, updated_at: clock() })
      .where('user_id', '=', user.id)
      .where('provider_id', '=', passwordProvider)
      .executeTakeFirst()
    // Whoever came by a passkey or a provider alone had none.
    if (numUpdatedRows === 0n) await addPassword(context, user.id, passwordHash)
    await transaction.deleteFrom('sign_in_session').where('user_id', '=', user.id).execute()
    // Whoever locked the account by guessing must not keep its owner out.
    await transaction.deleteFrom('sign_in_attempt').where('workspace_id', '=', workspaceId).execute()
    context.audit({ subject: { type: 'member', id: user.id } })
    return { id: user.id }
  },
})

/** Gives one's own account another password in the place of the one that was looked at, and signs it out everywhere. */
export const changePassword = defineOperation({
  name: 'account.change-password',
  summary: { en: 'Change one’s own password.', de: 'Das eigene Passwort ändern.' },
  input: z.strictObject({ currentHash: z.string().min(1), passwordHash: z.string().min(1) }),
  access: roles,
  by: 'person',
  writes: true,
  async run({ transaction, actor, clock, audit }, { currentHash, passwordHash }) {
    const user = userIdOf(actor)
    const { numUpdatedRows } = await transaction
      .updateTable('sign_in_credential')
      .set({ password: passwordHash, updated_at: clock() })
      .where('user_id', '=', user)
      .where('provider_id', '=', passwordProvider)
      .where('password', '=', currentHash)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw changedMeanwhile()
    await transaction.deleteFrom('sign_in_session').where('user_id', '=', user).execute()
    audit({ subject: { type: 'member', id: user } })
    return { id: user }
  },
})

function changedMeanwhile(): Refusal {
  return new Refusal(
    'conflict',
    { en: 'The password was changed meanwhile.', de: 'Das Passwort wurde inzwischen geändert.' },
    { en: 'Sign in with the new one.', de: 'Melde Dich mit dem neuen an.' },
  )
}
