import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor, Role } from '#kernel/operation/actor.ts'
import { createKernel, type Kernel } from '#kernel/operation/kernel.ts'
import { perform } from '#kernel/operation/perform.ts'
import { aStore, engines } from '#kernel/store/testing/a-store.ts'
import {
  acceptInvitation,
  createInvitation,
  listInvitations,
  revokeInvitation,
} from './invitation-operations.ts'
import { createKey, listKeys, revokeKey } from './key-operations.ts'
import { changeRole, listMembers, removeMember } from './member-operations.ts'
import { createOwner } from './owner-operations.ts'
import { actorOfInvitation, actorOfKey, actorOfUser } from './read-access.ts'
import { listSessions, revokeSession } from './session-operations.ts'

const day = 86_400_000

describe.each(engines)('members, invitations and keys on %s', (engine) => {
  let kernel: Kernel
  let now = Date.parse('2026-03-01T10:00:00Z')
  let owner: Actor & { readonly kind: 'user' }
  beforeAll(async () => {
    kernel = createKernel({
      store: await aStore(engine),
      clock: () => new Date(now),
      log: ({ error }) => {
        throw error
      },
    })
    const account = { name: 'Olga', email: 'olga@example.com', passwordHash: 'hash' }
    const { id } = await perform(kernel, createOwner, { kind: 'local' }, account)
    owner = { kind: 'user', id, roles: ['owner'] }
  })
  afterAll(() => kernel.store.close())

  const refusal = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
    )
  const accept = async (token: string, email: string) => {
    const holder = await actorOfInvitation(kernel.store, token)
    if (!holder) throw new Error('There is no such invitation.')
    return perform(kernel, acceptInvitation, holder, { name: 'Somebody', email, passwordHash: 'hash' })
  }
  const join = async (role: Role, email: string): Promise<Actor & { readonly kind: 'user' }> => {
    const { token } = await perform(kernel, createInvitation, owner, { role })
    const { id } = await accept(token, email)
    return { kind: 'user', id, roles: [role] }
  }
  const auditOf = async (operation: string) =>
    kernel.store.database
      .selectFrom('audit')
      .selectAll()
      .where('operation', '=', operation)
      .orderBy('seq')
      .execute()

  test('of two first owners at once one wins', async () => {
    const store = await aStore(engine)
    const fresh = createKernel({ store, log: () => {} })
    const outcomes = await Promise.all(
      ['one', 'two', 'three'].map((name) =>
        refusal(
          perform(
            fresh,
            createOwner,
            { kind: 'local' },
            { name, email: `${name}@example.com`, passwordHash: 'x' },
          ),
        ),
      ),
    )
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome === 'conflict')).toHaveLength(2)
    await store.close()
  })

  test('a link is accepted once, also by two at the same time', async () => {
    const { token } = await perform(kernel, createInvitation, owner, { role: 'member' })
    const outcomes = await Promise.all(
      ['a@example.com', 'b@example.com'].map((email) => refusal(accept(token, email))),
    )
    expect(outcomes).toContain('done')
    expect(outcomes).toContain('not-found')
    expect(await refusal(accept(token, 'c@example.com'))).toBe('not-found')
  })

  test('a link that is too old, taken back or for an address that is taken makes nobody a member', async () => {
    const before = (await perform(kernel, listMembers, owner, {})).members.length
    const old = await perform(kernel, createInvitation, owner, { role: 'member', days: 1 })
    const back = await perform(kernel, createInvitation, owner, { role: 'member' })
    const taken = await perform(kernel, createInvitation, owner, { role: 'member' })
    await perform(kernel, revokeInvitation, owner, { invitation: back.id })
    now += day
    expect(await refusal(accept(old.token, 'late@example.com'))).toBe('not-found')
    expect(await refusal(accept(back.token, 'back@example.com'))).toBe('not-found')
    expect(await refusal(accept(taken.token, 'OLGA@example.com'))).toBe('conflict')
    expect(await actorOfInvitation(kernel.store, 'lsi_made-up')).toBeNull()
    expect((await perform(kernel, listMembers, owner, {})).members).toHaveLength(before)
    const { invitations } = await perform(kernel, listInvitations, owner, {})
    expect(invitations.map(({ id }) => id)).toEqual([taken.id])
    expect(JSON.stringify(invitations)).not.toContain(taken.token)
  })

  test('a leader invites members and guests, but nobody above, and takes back no invitation above', async () => {
    const leader = await join('leader', 'lea@example.com')
    for (const role of ['member', 'guest'])
      expect(await refusal(perform(kernel, createInvitation, leader, { role }))).toBe('done')
    for (const role of ['owner', 'leader'])
      expect(await refusal(perform(kernel, createInvitation, leader, { role }))).toBe('forbidden')
    const { id } = await perform(kernel, createInvitation, owner, { role: 'owner' })
    expect(await refusal(perform(kernel, revokeInvitation, leader, { invitation: id }))).toBe('forbidden')
    const member = await join('member', 'max@example.com')
    expect(await refusal(perform(kernel, createInvitation, member, { role: 'guest' }))).toBe('forbidden')
  })

  test('addresses are for owners, leaders and oneself', async () => {
    const member = await join('member', 'mia@example.com')
    const { members } = await perform(kernel, listMembers, member, {})
    expect(members.map(({ email }) => email).filter(Boolean)).toEqual(['mia@example.com'])
    const all = await perform(kernel, listMembers, owner, {})
    expect(all.members.map(({ email }) => email)).toContain('mia@example.com')
  })

  test('the last owner keeps the role and stays', async () => {
    expect(await refusal(perform(kernel, changeRole, owner, { member: owner.id, role: 'member' }))).toBe(
      'conflict',
    )
    expect(await refusal(perform(kernel, removeMember, owner, { member: owner.id }))).toBe('conflict')
    const second = await join('owner', 'second@example.com')
    const outcomes = await Promise.all([
      refusal(perform(kernel, removeMember, owner, { member: second.id })),
      refusal(perform(kernel, changeRole, second, { member: second.id, role: 'guest' })),
      refusal(perform(kernel, removeMember, second, { member: 'nobody' })),
    ])
    expect(outcomes[2]).toBe('not-found')
    const { members } = await perform(kernel, listMembers, owner, {})
    expect(members.filter(({ role }) => role === 'owner')).toHaveLength(1)
  })

  test('a key acts with the role its owner has now, for as long as it and they are there', async () => {
    const member = await join('leader', 'kim@example.com')
    const key = await perform(kernel, createKey, member, { name: 'build', scope: 'read', days: 30 })
    const asKey = () => actorOfKey(kernel.store, kernel.clock, key.token)
    expect(await asKey()).toEqual({
      kind: 'api-key',
      id: key.id,
      roles: ['leader'],
      readOnly: true,
      self: { ids: [member.id, key.id], person: null },
    })
    await perform(kernel, changeRole, owner, { member: member.id, role: 'guest' })
    expect(await asKey()).toMatchObject({ roles: ['guest'] })
    now += 30 * day
    expect(await asKey()).toBeNull()

    const other = await perform(kernel, createKey, member, { name: 'other', scope: 'write' })
    expect(await actorOfKey(kernel.store, kernel.clock, other.token)).not.toHaveProperty('readOnly')
    await perform(kernel, removeMember, owner, { member: member.id })
    expect(await actorOfKey(kernel.store, kernel.clock, other.token)).toBeNull()
    expect(await actorOfUser(kernel.store, member.id)).toBeNull()
  })

  test('keys are kept as hashes, listed with their last use, and revoked by their owner or an owner alone', async () => {
    const [kai, ben] = [await join('member', 'kai@example.com'), await join('member', 'ben@example.com')]
    const key = await perform(kernel, createKey, kai, { name: 'mine' })
    const rows = await kernel.store.database.selectFrom('api_key').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(key.token)
    await actorOfKey(kernel.store, kernel.clock, key.token)
    expect((await perform(kernel, listKeys, kai, {})).keys).toMatchObject([
      { id: key.id, scope: 'read', end: key.token.slice(-4), lastUsedAt: new Date(now).toISOString() },
    ])
    expect((await perform(kernel, listKeys, ben, {})).keys).toEqual([])
    expect(await refusal(perform(kernel, revokeKey, ben, { key: key.id }))).toBe('not-found')
    await perform(kernel, revokeKey, owner, { key: key.id })
    expect(await actorOfKey(kernel.store, kernel.clock, key.token)).toBeNull()
  })

  test('what only a person may do, no key and no agent does in an owner’s name', async () => {
    for (const kind of ['api-key', 'agent'] as const) {
      const actor: Actor = { kind, id: 'x', roles: ['owner'] }
      for (const work of [
        perform(kernel, createInvitation, actor, { role: 'owner' }),
        perform(kernel, createKey, actor, { name: 'more' }),
        perform(kernel, changeRole, actor, { member: owner.id, role: 'owner' }),
        perform(kernel, removeMember, actor, { member: owner.id }),
        perform(kernel, listSessions, actor, {}),
        perform(kernel, revokeSession, actor, { session: 'x' }),
      ])
        expect(await refusal(work)).toBe('forbidden')
    }
  })

  test('nobody ends the session of somebody else', async () => {
    const [one, other] = [await join('owner', 'o1@example.com'), await join('member', 'o2@example.com')]
    const at = new Date(now)
    await kernel.store.database
      .insertInto('sign_in_session')
      .values({
        id: 's1',
        user_id: other.id,
        token: 'token-1',
        expires_at: new Date(now + day),
        ip_address: null,
        user_agent: 'Browser',
        created_at: at,
        updated_at: at,
      })
      .execute()
    expect((await perform(kernel, listSessions, one, {})).sessions).toEqual([])
    expect(await refusal(perform(kernel, revokeSession, one, { session: 's1' }))).toBe('not-found')
    const { sessions } = await perform(kernel, listSessions, other, {})
    expect(sessions).toMatchObject([{ id: 's1', userAgent: 'Browser' }])
    expect(JSON.stringify(sessions)).not.toContain('token-1')
    await perform(kernel, revokeSession, other, { session: 's1' })
    expect((await perform(kernel, listSessions, other, {})).sessions).toEqual([])
  })

  test('whoever is removed leaves a name and no address, and the audit holds neither secrets nor addresses', async () => {
    const gone = await join('member', 'gone@example.com')
    await perform(kernel, removeMember, owner, { member: gone.id })
    const user = await kernel.store.database
      .selectFrom('sign_in_user')
      .select(['name', 'email'])
      .where('id', '=', gone.id)
      .executeTakeFirstOrThrow()
    expect(user).toEqual({ name: 'Somebody', email: `${gone.id}@removed.invalid` })
    expect((await auditOf('member.remove')).at(-1)).toMatchObject({ actor_id: owner.id, subject_id: gone.id })
    for (const operation of [
      'account.create-owner',
      'invitation.create',
      'invitation.accept',
      'api-key.create',
    ])
      expect((await auditOf(operation)).length).toBeGreaterThan(0)
    const whole = JSON.stringify(await kernel.store.database.selectFrom('audit').selectAll().execute())
    expect(whole).not.toMatch(/example\.com|ls[ik]_/)
  })
})
