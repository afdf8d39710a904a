import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { perform, type Actor } from '#kernel'
import { engines } from '#kernel/store/testing/a-store.ts'
import { everythingIn } from '#kernel/store/testing/everything-in.ts'
import { recordVerbs } from '#surfaces/operations.ts'
import { addPasskey, connectProvider, openSecret, sealSecret, setProvider } from '#workspace'
import { anAccess, cookiesOf, password, type Headers } from './testing/an-access.ts'

const issuer = 'https://id.example.com'

describe.each(engines)('ways in on %s', (engine) => {
  let access: Awaited<ReturnType<typeof anAccess>>
  let owner: Headers
  let ownerId = ''

  beforeAll(async () => {
    access = await anAccess(engine)
    owner = await access.createOwner()
    ownerId = (await json<{ id: string }>('GET', '/session', owner)).id
  })
  afterAll(() => access.close())

  const ask = (method: string, path: string, headers: Headers, body?: unknown) =>
    access.ask(method, `/api/v1${path}`, body, headers)
  const json = async <Answer>(method: string, path: string, headers: Headers, body?: unknown) =>
    (await (await ask(method, path, headers, body)).json()) as Answer // the API's own shape
  const actorOf = (id: string, role: 'owner' | 'member'): Actor => ({ kind: 'user', id, roles: [role] })
  const audited = async (operation: string) =>
    access.store.database
      .selectFrom('audit')
      .select(['actor_id', 'payload'])
      .where('operation', '=', operation)
      .execute()
  const passkeyOf = (name: string) => ({
    name,
    credentialId: `credential ${name}`,
    publicKey: 'AAAA',
    counter: 0,
    transports: ['internal'],
  })

  test('a passkey that was never asked for, or was made for another server, is refused, and a challenge is good once', async () => {
    const made = { id: 'x', rawId: 'x', type: 'public-key', clientExtensionResults: {} }
    const response = { ...made, response: { clientDataJSON: 'e30', attestationObject: 'oA' } }
    expect((await ask('POST', '/passkeys', owner, { name: 'Key', response })).status).toBe(409)
    const begun = await ask('POST', '/passkeys/begin', owner)
    expect(begun.status).toBe(200)
    expect(await begun.json()).toMatchObject({ rp: { id: 'localhost' }, user: { name: 'owner@example.com' } })
    const both = { cookie: `${owner['cookie']}; ${cookiesOf(begun)}` }
    const first = await ask('POST', '/passkeys', both, { name: 'Key', response })
    expect([first.status, await first.json()]).toMatchObject([
      422,
      { detail: expect.stringContaining('no passkey') as string },
    ])
    expect((await ask('POST', '/passkeys', both, { name: 'Key', response })).status).toBe(409)
  })

  test('a sign-in by a passkey that nobody has is refused as a wrong password is', async () => {
    const begun = await ask('POST', '/session/passkey/begin', {})
    const response = {
      id: 'x',
      rawId: 'x',
      type: 'public-key',
      clientExtensionResults: {},
      response: { clientDataJSON: 'e30', authenticatorData: 'AA', signature: 'AA' },
    }
    const answer = await ask('POST', '/session/passkey', { cookie: cookiesOf(begun) }, { response })
    expect(answer.status).toBe(401)
    expect(answer.headers.getSetCookie().some((cookie) => cookie.includes('session_token'))).toBe(false)
    expect((await ask('POST', '/session/passkey', { cookie: cookiesOf(begun) }, { response })).status).toBe(
      409,
    )
  })

  test('passkeys and a provider are bound to the address of the server: by another name nothing is begun', async () => {
    for (const path of ['/session/passkey/begin', '/session/provider']) {
      const headers = { host: '127.0.0.1:4400', origin: 'http://127.0.0.1:4400' }
      const answer = await ask('POST', path, headers, {})
      expect(answer.status).toBe(409)
      expect(await answer.json()).toMatchObject({
        detail: expect.stringContaining('http://localhost:4400') as string,
      })
    }
  })

  test('whoever signed in long ago adds no way in', async () => {
    const old = await access.as('owner@example.com')
    access.pass(61 * 60_000)
    const answer = await ask('POST', '/passkeys/begin', old)
    expect(answer.status).toBe(403)
    expect(await answer.json()).toMatchObject({ detail: expect.stringContaining('too long ago') as string })
    access.pass(-61 * 60_000)
  })

  test('the last way to sign in is not taken away, and adding and taking away leave a row each', async () => {
    const member = await access.join(owner, 'member', 'keys@example.com')
    const { id } = await json<{ id: string }>('GET', '/session', member)
    const [one, other] = [
      await perform(access.kernel, addPasskey, actorOf(id, 'member'), passkeyOf('one')),
      await perform(access.kernel, addPasskey, actorOf(id, 'member'), passkeyOf('other')),
    ]
    // As for somebody who joined by a provider that is gone.
    await access.store.database.deleteFrom('sign_in_credential').where('user_id', '=', id).execute()
    expect((await ask('DELETE', `/passkeys/${one.id}`, owner)).status).toBe(404)
    expect((await ask('DELETE', `/passkeys/${one.id}`, member)).status).toBe(204)
    const last = await ask('DELETE', `/passkeys/${other.id}`, member)
    expect([last.status, await last.json()]).toMatchObject([
      409,
      { detail: 'That is the last way by which you can sign in.' },
    ])
    expect((await audited('passkey.add')).map(({ actor_id }) => actor_id)).toEqual([id, id])
    expect((await audited('passkey.remove')).map(({ actor_id }) => actor_id)).toEqual([id])
    const twice = perform(access.kernel, addPasskey, actorOf(ownerId, 'owner'), passkeyOf('other'))
    await expect(twice).rejects.toMatchObject({ code: 'conflict' })
  })

  test('a password that is changed leaves a row with nothing of it', async () => {
    const member = await access.join(owner, 'member', 'word@example.com')
    const { id } = await json<{ id: string }>('GET', '/session', member)
    const change = { current: password, next: 'another long one' }
    expect((await ask('PUT', '/session/password', member, { ...change, current: 'wrong' })).status).toBe(401)
    expect(await audited('account.change-password')).toEqual([])
    expect((await ask('PUT', '/session/password', member, change)).status).toBe(204)
    expect(await audited('account.change-password')).toEqual([{ actor_id: id, payload: {} }])
    expect((await access.enter('word@example.com', 'another long one')).status).toBe(200)
  })

  test('whoever tried too often is told when to try again, by the header too', async () => {
    for (let attempt = 0; attempt < 10; attempt++) await access.enter('ghost@example.com')
    const answer = await access.enter('ghost@example.com')
    expect(answer.status).toBe(429)
    const { details } = (await answer.json()) as { details: { retryAfterSeconds: number } } // the API's own shape
    expect(details.retryAfterSeconds).toBeGreaterThan(800)
    expect(answer.headers.get('retry-after')).toBe(String(details.retryAfterSeconds))
  })

  test('the secret of a provider is sealed, never given back, and good for its own issuer alone', async () => {
    const sealedSecret = sealSecret(access.store.workspaceKey, 'sign-in-provider', 'a secret of clients')
    const given = { name: 'Company ID', issuer, clientId: 'leitstand' }
    const by = actorOf(ownerId, 'owner')
    await perform(access.kernel, setProvider, by, { ...given, sealedSecret })
    const shown = await ask('GET', '/sign-in-provider', owner)
    expect(await shown.json()).toEqual({
      provider: { ...given, hasSecret: true, changedAt: expect.any(String) as string },
      callback: 'http://localhost:4400/api/v1/session/provider/callback',
    })
    const stored = [...(await everythingIn(access.store)).values()].join()
    expect(stored).toContain(sealedSecret)
    expect(stored).not.toContain('a secret of clients')
    expect(openSecret(access.store.workspaceKey, 'sign-in-provider', sealedSecret)).toBe(
      'a secret of clients',
    )
    expect(openSecret(access.store.workspaceKey, 'elsewhere', sealedSecret)).toBeNull()
    const elsewhere = { ...given, issuer: 'https://other.example.com', sealedSecret: null }
    await expect(perform(access.kernel, setProvider, by, elsewhere)).rejects.toMatchObject({
      code: 'invalid',
    })
    await perform(access.kernel, setProvider, by, { ...given, name: 'ID', sealedSecret: null })
    expect(await json('GET', '/session/provider', {})).toEqual({ provider: { name: 'ID' } })
  })

  test('an issuer of the own network is not asked, whoever names it', async () => {
    for (const address of [
      'http://127.0.0.1:1/',
      'https://169.254.169.254/',
      'http://localhost:1/',
      'http://[::1]:1/',
    ]) {
      const body = { name: 'X', issuer: address, clientId: 'x', clientSecret: 'x' }
      const answer = await ask('PUT', '/sign-in-provider', owner, body)
      expect(answer.status, address).toBe(403)
      expect(await answer.json()).toMatchObject({
        detail: expect.stringContaining('private network') as string,
      })
    }
  })

  test('an identity is connected with one account, under that account’s address', async () => {
    const member = await access.join(owner, 'member', 'connected@example.com')
    const { id } = await json<{ id: string }>('GET', '/session', member)
    const identity = { issuer, subject: 's-1', email: 'connected@example.com' }
    const connect = (actor: Actor, given: object) => perform(access.kernel, connectProvider, actor, given)
    await connect(actorOf(id, 'member'), identity)
    await connect(actorOf(id, 'member'), { ...identity, subject: 's-2' })
    await expect(connect(actorOf(ownerId, 'owner'), identity)).rejects.toMatchObject({ code: 'conflict' })
    const taken = connect(actorOf(ownerId, 'owner'), {
      ...identity,
      subject: 's-2',
      email: 'owner@example.com',
    })
    await expect(taken).rejects.toMatchObject({ details: { reason: 'other-account' } })
    expect(await audited('sign-in-provider.connect')).toHaveLength(2)
    expect(await json('GET', '/ways-in', member)).toMatchObject({
      password: true,
      provider: { connected: true },
    })
  })

  test('whose record a member is, a person says: it is offered, proposed, confirmed, and gone with the person', async () => {
    const verbs = recordVerbs.find(({ definition }) => definition.type === 'person')!
    const add = (fields: object) =>
      perform(access.kernel, verbs.operations.create, { kind: 'local' }, { fields })
    const [pat, twin, other] = [
      await add({ name: 'Pat', email: 'pat@example.com' }),
      await add({ name: 'Somebody Else' }),
      await add({ name: 'A member' }),
    ]
    await add({ name: 'A leader' })
    await add({ name: 'A leader' })
    const headers = await access.join(owner, 'member', 'pat@example.com')
    const leader = await access.join(owner, 'leader')
    const { id } = await json<{ id: string }>('GET', '/session', headers)
    const seen = async (by: Headers, who = id) =>
      (
        await json<{ members: { id: string; person: string | null; proposed: unknown }[] }>(
          'GET',
          '/members',
          by,
        )
      ).members.find((member) => member.id === who)
    const leaderId = (await json<{ id: string }>('GET', '/session', leader)).id
    expect(await seen(owner)).toMatchObject({ person: null, proposed: { key: pat.key, by: 'address' } })
    // Two of the same name are offered to nobody, and nobody sees what is offered for others.
    expect(await seen(owner, leaderId)).toMatchObject({ person: null, proposed: null })
    expect(await seen(headers, leaderId)).toMatchObject({ proposed: null })
    expect((await ask('PUT', `/members/${id}/person`, headers, { person: pat.key })).status).toBe(403)
    expect((await ask('PUT', '/session/person', headers, { person: twin.key })).status).toBe(200)
    expect(await seen(leader)).toMatchObject({ person: null, proposed: { key: twin.key, by: 'member' } })
    expect((await ask('PUT', `/members/${id}/person`, leader, { person: 'GOAL-1' })).status).toBe(404)
    expect((await ask('PUT', `/members/${id}/person`, leader, { person: twin.key })).status).toBe(200)
    expect(await seen(headers)).toMatchObject({ person: twin.key, proposed: null })
    const stolen = await ask('PUT', `/members/${leaderId}/person`, leader, { person: twin.key })
    expect(stolen.status).toBe(409)
    expect(await audited('member.link-person')).toMatchObject([{ payload: { person: twin.key } }])
    expect((await ask('PUT', `/members/${id}/person`, leader, { person: null })).status).toBe(200)
    expect((await ask('PUT', '/session/person', leader, { person: other.key })).status).toBe(200)
    expect((await ask('POST', `/people/${other.key}/erase`, owner)).status).toBe(200)
    expect(await seen(leader, leaderId)).toMatchObject({ person: null, proposed: null })
    await ask('PUT', `/members/${id}/person`, leader, { person: twin.key })
    await perform(access.kernel, addPasskey, actorOf(id, 'member'), passkeyOf('of the erased'))
    expect((await ask('POST', `/people/${twin.key}/erase`, owner)).status).toBe(200)
    expect(await seen(owner)).toBeUndefined()
    const left = await access.store.database
      .selectFrom('sign_in_passkey')
      .select('id')
      .where('user_id', '=', id)
      .execute()
    expect(left).toEqual([])
  })
})
