import './access-tables.ts'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { holdsRole } from '#kernel/operation/actor.ts'
import { defineOperation, type OperationContext } from '#kernel/operation/define-operation.ts'
import { Refusal } from '#kernel/operation/refusal.ts'
import type { ApiKeyShape } from './access-shape.ts'
import { roles, userIdOf } from './roles.ts'
import { hashToken, makeToken } from './token.ts'

const day = 86_400_000

/** Makes a key by which a program acts in the maker's name; its secret is in the answer and nowhere else. */
export const createKey = defineOperation({
  name: 'api-key.create',
  summary: {
    en: 'Make a key by which a program acts in one’s own name.',
    de: 'Einen Schlüssel anlegen, mit dem ein Programm in eigenem Namen handelt.',
  },
  input: z.strictObject({
    name: z.string().trim().min(1).max(200),
    scope: z.enum(['read', 'write', 'calendar']).default('read'),
    days: z.int().min(1).max(3650).nullable().default(null),
  }),
  // A key acts with its owner’s rights, and a guest has none that a program could use.
  access: ['owner', 'leader', 'member'],
  by: 'person',
  writes: true,
  async run({ transaction, workspaceId, clock, actor, audit }, { name, scope, days }) {
    const [id, token, now, member] = [randomUUID(), makeToken('lsk'), clock(), userIdOf(actor)]
    const row = {
      id,
      name,
      scope,
      user_id: member,
      token_end: token.slice(-4),
      created_at: now,
      expires_at: days === null ? null : new Date(now.getTime() + days * day),
      last_used_at: null,
    }
    await transaction
      .insertInto('api_key')
      .values({ ...row, workspace_id: workspaceId, token_hash: hashToken(token), revoked_at: null })
      .execute()
    audit({ subject: { type: 'api-key', id }, payload: { name, scope } })
    return { ...shape(row), token }
  },
})

/** One's own keys that are not revoked; owners see everybody's. */
export const listKeys = defineOperation({
  name: 'api-key.list',
  summary: { en: 'List the keys in use.', de: 'Die gültigen Schlüssel auflisten.' },
  input: z.strictObject({}),
  access: roles,
  by: 'person',
  writes: false,
  async run(context) {
    const rows = await visible(context).orderBy('created_at').orderBy('id').execute()
    return { keys: rows.map(shape) }
  },
})

/** Ends a key, at once. */
export const revokeKey = defineOperation({
  name: 'api-key.revoke',
  summary: { en: 'Revoke a key.', de: 'Einen Schlüssel widerrufen.' },
  input: z.strictObject({ key: z.uuid() }),
  access: roles,
  by: 'person',
  writes: true,
  async run(context, { key }) {
    const found = await visible(context).where('id', '=', key).executeTakeFirst()
    if (!found) {
      throw new Refusal(
        'not-found',
        { en: 'There is no such key.', de: 'Diesen Schlüssel gibt es nicht.' },
        { en: 'List the keys to see which there are.', de: 'Sieh in der Liste der Schlüssel nach.' },
      )
    }
    await context.transaction
      .updateTable('api_key')
      .set({ revoked_at: context.clock() })
      .where('workspace_id', '=', context.workspaceId)
      .where('id', '=', key)
      .execute()
    context.audit({ subject: { type: 'api-key', id: key } })
    return { id: key }
  },
})

function visible({ transaction, workspaceId, actor }: OperationContext) {
  const keys = transaction
    .selectFrom('api_key')
    .select(['id', 'name', 'scope', 'user_id', 'token_end', 'created_at', 'expires_at', 'last_used_at'])
    .where('workspace_id', '=', workspaceId)
    .where('revoked_at', 'is', null)
  return holdsRole(actor, ['owner']) ? keys : keys.where('user_id', '=', userIdOf(actor))
}

interface KeyRow {
  readonly id: string
  readonly name: string
  readonly scope: 'read' | 'write' | 'calendar'
  readonly user_id: string
  readonly token_end: string
  readonly created_at: Date
  readonly expires_at: Date | null
  readonly last_used_at: Date | null
}

function shape(row: KeyRow): ApiKeyShape {
  return {
    id: row.id,
    name: row.name,
    scope: row.scope,
    member: row.user_id,
    end: row.token_end,
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at?.toISOString() ?? null,
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
  }
}
