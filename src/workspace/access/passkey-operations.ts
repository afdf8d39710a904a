import './access-tables.ts'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { defineOperation, type OperationContext } from '#kernel/operation/define-operation.ts'
import { Refusal } from '#kernel/operation/refusal.ts'
import type { PasskeyShape, WaysInShape } from './access-shape.ts'
import { roles, userIdOf } from './roles.ts'
import { assertWayLeft, waysInOf } from './ways-in.ts'

const most = 20
const name = z.string().trim().min(1).max(100)
const passkey = z.uuid()

/** By what one signs in: whether by a password, by which passkeys, and whether by the provider. */
export const listWaysIn = defineOperation({
  name: 'way-in.list',
  summary: { en: 'List by what one signs in.', de: 'Auflisten, womit man sich anmeldet.' },
  input: z.strictObject({}),
  access: roles,
  by: 'person',
  writes: false,
  async run(context): Promise<WaysInShape> {
    const { password, provider } = await waysInOf(context, userIdOf(context.actor))
    const passkeys = await own(context).orderBy('created_at').orderBy('id').execute()
    const named = await context.transaction
      .selectFrom('sign_in_provider')
      .select('name')
      .where('workspace_id', '=', context.workspaceId)
      .executeTakeFirst()
    return {
      password,
      passkeys: passkeys.map(shape),
      provider: named ? { name: named.name, connected: provider } : null,
    }
  },
})

/** Adds a passkey to one's own account; what a browser said of it was checked by whoever calls this. */
export const addPasskey = defineOperation({
  name: 'passkey.add',
  summary: {
    en: 'Add a passkey to sign in with.',
    de: 'Einen Passkey hinzufügen, um sich damit anzumelden.',
  },
  input: z.strictObject({
    name,
    credentialId: z.string().min(1).max(1500),
    publicKey: z.string().min(1).max(4000),
    counter: z.int().min(0),
    transports: z.array(z.string().max(20)).max(10),
  }),
  access: roles,
  by: 'person',
  writes: true,
  async run(context, { credentialId, publicKey, transports, ...given }) {
    const { transaction, actor, clock } = context
    const there = await own(context).execute()
    if (there.length >= most) throw tooMany()
    const known = await transaction
      .selectFrom('sign_in_passkey')
      .select('id')
      .where('credential_id', '=', credentialId)
      .executeTakeFirst()
    if (known) throw alreadyThere()
    const row = { id: randomUUID(), name: given.name, created_at: clock(), last_used_at: null }
    await transaction
      .insertInto('sign_in_passkey')
      .values({
        ...row,
        user_id: userIdOf(actor),
        credential_id: credentialId,
        public_key: publicKey,
        counter: given.counter,
        transports: transports.join(','),
      })
      .execute()
    // The name may say whose it is, and what is written here outlives the passkey.
    context.audit({ subject: { type: 'passkey', id: row.id } })
    return shape(row)
  },
})

/** Gives one of one's own passkeys another name. */
export const renamePasskey = defineOperation({
  name: 'passkey.rename',
  summary: { en: 'Give a passkey another name.', de: 'Einem Passkey einen anderen Namen geben.' },
  input: z.strictObject({ passkey, name }),
  access: roles,
  by: 'person',
  writes: true,
  async run(context, input) {
    const found = await find(context, input.passkey)
    await context.transaction
      .updateTable('sign_in_passkey')
      .set({ name: input.name })
      .where('id', '=', found.id)
      .execute()
    context.audit({ subject: { type: 'passkey', id: found.id } })
    return shape({ ...found, name: input.name })
  },
})

/** Takes one of one's own passkeys away; refuses to take the last way to sign in. */
export const removePasskey = defineOperation({
  name: 'passkey.remove',
  summary: { en: 'Take a passkey away.', de: 'Einen Passkey entfernen.' },
  input: z.strictObject({ passkey }),
  access: roles,
  by: 'person',
  writes: true,
  async run(context, input) {
    const found = await find(context, input.passkey)
    const ways = await waysInOf(context, userIdOf(context.actor))
    assertWayLeft({ ...ways, passkeys: ways.passkeys - 1 })
    await context.transaction.deleteFrom('sign_in_passkey').where('id', '=', found.id).execute()
    context.audit({ subject: { type: 'passkey', id: found.id } })
    return { id: found.id }
  },
})

async function find(context: OperationContext, id: string) {
  const found = await own(context).where('id', '=', id).executeTakeFirst()
  if (found) return found
  throw new Refusal(
    'not-found',
    { en: 'There is no such passkey.', de: 'Diesen Passkey gibt es nicht.' },
    { en: 'List your passkeys to see which there are.', de: 'Sieh in der Liste Deiner Passkeys nach.' },
  )
}

function own({ transaction, actor }: OperationContext) {
  return transaction
    .selectFrom('sign_in_passkey')
    .select(['id', 'name', 'created_at', 'last_used_at'])
    .where('user_id', '=', userIdOf(actor))
}

function shape(row: Awaited<ReturnType<typeof find>>): PasskeyShape {
  return {
    id: row.id,
    name: row.name,
    createdAt: row.created_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
  }
}

function alreadyThere(): Refusal {
  return new Refusal('conflict', {
    en: 'This passkey belongs to an account already.',
    de: 'Dieser Passkey gehört schon zu einem Konto.',
  })
}

function tooMany(): Refusal {
  return new Refusal(
    'too-much',
    { en: `An account has at most ${most} passkeys.`, de: `Ein Konto hat höchstens ${most} Passkeys.` },
    { en: 'Take one away that you no longer use.', de: 'Entferne einen, den Du nicht mehr benutzt.' },
  )
}
