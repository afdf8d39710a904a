import type { ApiKeyTable } from './access-tables.ts'
import { sql } from 'kysely'
import type { Actor, Self } from '#kernel/operation/actor.ts'
import type { Clock } from '#kernel/operation/define-operation.ts'
import type { Store } from '#kernel/store/open-store.ts'
import { hashToken } from './token.ts'

const minute = 60_000
const withMembers = new WeakSet<Store>()

/** Whether anybody has an account here; from then on nobody is let in without one. */
export async function hasMembers(store: Store): Promise<boolean> {
  // The last owner cannot be removed, so what is true once stays true.
  if (withMembers.has(store)) return true
  const found = await store.database
    .selectFrom('membership')
    .select('user_id')
    .where('workspace_id', '=', store.workspaceId)
    .limit(1)
    .executeTakeFirst()
  if (found) withMembers.add(store)
  return found !== undefined
}

/** The actor who is signed in as the user; null for somebody who does not belong to the workspace, or no longer. */
export async function actorOfUser(store: Store, userId: string): Promise<Actor | null> {
  const found = await store.database
    .selectFrom('membership')
    .select(['role', ...partsOfSelf])
    .where('membership.workspace_id', '=', store.workspaceId)
    .where('membership.user_id', '=', userId)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return found ? { kind: 'user', id: userId, roles: [found.role], self: selfOf(found) } : null
}

/**
 * The actor who shows the key, with the role that its owner has now; null for a key that is unknown, revoked or
 * expired, for a calendar alone, or whose owner has left. Notes the use, at most once a minute.
 */
export async function actorOfKey(store: Store, clock: Clock, token: string): Promise<Actor | null> {
  return actorOfScopes(store, clock, token, ['read', 'write'])
}

/** The same for a key that opens a calendar and nothing else. */
export async function actorOfCalendarKey(store: Store, clock: Clock, token: string): Promise<Actor | null> {
  return actorOfScopes(store, clock, token, ['calendar'])
}

async function actorOfScopes(
  store: Store,
  clock: Clock,
  token: string,
  scopes: readonly ApiKeyTable['scope'][],
): Promise<Actor | null> {
  const key = await store.database
    .selectFrom('api_key')
    .innerJoin('membership', (join) =>
      join
        .onRef('membership.workspace_id', '=', 'api_key.workspace_id')
        .onRef('membership.user_id', '=', 'api_key.user_id'),
    )
    .select(['api_key.id', 'scope', 'role', 'expires_at', 'last_used_at', ...partsOfSelf])
    .where('api_key.workspace_id', '=', store.workspaceId)
    .where('token_hash', '=', hashToken(token))
    .where('scope', 'in', scopes)
    .where('revoked_at', 'is', null)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  const now = clock()
  if (!key || (key.expires_at && key.expires_at <= now)) return null
  if (!key.last_used_at || now.getTime() - key.last_used_at.getTime() >= minute) {
    await store.database
      .updateTable('api_key')
      .set({ last_used_at: now })
      .where('workspace_id', '=', store.workspaceId)
      .where('id', '=', key.id)
      .execute()
  }
  return {
    kind: 'api-key',
    id: key.id,
    roles: [key.role],
    self: selfOf(key),
    ...(key.scope === 'write' ? {} : { readOnly: true as const }),
  }
}

/** Who a member is: what they wrote with keys is theirs too, and what was written before there was any account the first one's. */
const partsOfSelf = [
  'membership.user_id',
  'membership.person_id',
  sql<string[]>`array(select own.id::text from api_key as own
    where own.workspace_id = membership.workspace_id and own.user_id = membership.user_id)`.as('keys'),
  sql<boolean>`not exists (select from membership as earlier
    where earlier.workspace_id = membership.workspace_id
      and (earlier.joined_at, earlier.user_id) < (membership.joined_at, membership.user_id))`.as('first'),
] as const

interface PartsOfSelf {
  readonly user_id: string
  readonly person_id: string | null
  readonly keys: readonly string[]
  readonly first: boolean
}

function selfOf({ user_id, person_id, keys, first }: PartsOfSelf): Self {
  return { ids: [user_id, ...keys, ...(first ? ['local'] : [])], person: person_id }
}

/** The actor who holds an invitation's link, whatever it is still worth; null where there is no such invitation. */
export async function actorOfInvitation(store: Store, token: string): Promise<Actor | null> {
  const found = await store.database
    .selectFrom('invitation')
    .select('id')
    .where('workspace_id', '=', store.workspaceId)
    .where('token_hash', '=', hashToken(token))
    .executeTakeFirst()
  return found ? { kind: 'share-link', id: found.id } : null
}
