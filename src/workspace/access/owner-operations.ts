import './access-tables.ts'
import { z } from 'zod'
import { defineOperation } from '#kernel/operation/define-operation.ts'
import { Refusal } from '#kernel/operation/refusal.ts'
import { addMember, newAccount } from './add-member.ts'

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
    de: 'Einem Konto von der Befehlszeile aus ein anderes Passwort geben.',
  },
  input: z.object({ email: z.string().trim().toLowerCase(), passwordHash: z.string().min(1) }),
  access: (actor) => actor.kind === 'local',
  by: 'person',
  writes: true,
  async run(context, { email, passwordHash }) {
    const { transaction, workspaceId, clock } = context
    const credential = await transaction
      .selectFrom('sign_in_user')
      .innerJoin('membership', 'membership.user_id', 'sign_in_user.id')
      .innerJoin('sign_in_credential', 'sign_in_credential.user_id', 'sign_in_user.id')
      .select(['sign_in_user.id as userId', 'sign_in_credential.id as id'])
      .where('workspace_id', '=', workspaceId)
      .where('removed_at', 'is', null)
      .where('email', '=', email)
      .where('provider_id', '=', 'credential')
      .executeTakeFirst()
    if (!credential) {
      throw new Refusal(
        'not-found',
        {
          en: `There is no account with ${email} here.`,
          de: `Es gibt hier kein Konto mit ${email}.`,
        },
        { en: 'Check the address and the data folder.', de: 'Prüfe die Adresse und den Datenordner.' },
      )
    }
    await transaction
      .updateTable('sign_in_credential')
      .set({ password: passwordHash, updated_at: clock() })
      .where('id', '=', credential.id)
      .execute()
    await transaction.deleteFrom('sign_in_session').where('user_id', '=', credential.userId).execute()
    // Whoever locked the account by guessing must not keep its owner out.
    await transaction.deleteFrom('sign_in_attempt').where('workspace_id', '=', workspaceId).execute()
    context.audit({ subject: { type: 'member', id: credential.userId } })
    return { id: credential.userId }
  },
})
