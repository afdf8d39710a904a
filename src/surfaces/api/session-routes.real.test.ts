import { createHook } from 'node:async_hooks'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { engines } from '#kernel/store/testing/a-store.ts'
import { anAccess, cookiesOf, password } from './testing/an-access.ts'

describe.each(engines)('accounts on %s', (engine) => {
  let access: Awaited<ReturnType<typeof anAccess>>
  beforeAll(async () => {
    access = await anAccess(engine)
  })
  afterAll(() => access.close())
  const who = async (headers = {}) => (await access.ask('GET', '/api/v1/session', undefined, headers)).json()

  test('as long as there is no account, whoever is at this machine may do all', async () => {
    expect(await who()).toEqual({ state: 'none' })
    expect((await access.ask('GET', '/api/v1/repositories')).status).toBe(200)
    expect((await access.enter('owner@example.com')).status).toBe(401)
  })

  test('a password that is too short, an address that is none and a name that is empty make no owner', async () => {
    const good = { name: 'Olga', email: 'owner@example.com', password }
    for (const wrong of [
      { password: 'short' },
      { email: 'owner' },
      { name: ' ' },
      { email: 7 },
      { more: 1 },
    ]) {
      const answer = await access.ask('POST', '/api/v1/owner', { ...good, ...wrong })
      expect(answer.status, JSON.stringify(wrong)).toBe(422)
    }
    expect(await who()).toEqual({ state: 'none' })
  })

  test('from the first account on, nobody is let in without signing in', async () => {
    const owner = await access.createOwner('Owner@Example.com')
    const nobody = await access.ask('GET', '/api/v1/repositories', undefined, { 'accept-language': 'de' })
    expect(nobody.status).toBe(401)
    expect(nobody.headers.get('content-type')).toBe('application/problem+json')
    expect(await nobody.json()).toMatchObject({
      type: 'urn:leitstand:refusal:signed-out',
      title: 'Nicht angemeldet',
      detail: 'Niemand ist angemeldet.',
      hint: expect.stringContaining('Authorization: Bearer') as string,
    })
    expect(await who()).toEqual({ state: 'signed-out' })
    expect((await access.ask('GET', '/api/v1/repositories', undefined, owner)).status).toBe(200)
    expect(await who(owner)).toMatchObject({ state: 'signed-in', email: 'owner@example.com', role: 'owner' })
  })

  test('there is one first account: nobody makes a second, signed in or not', async () => {
    const other = { name: 'Mallory', email: 'mallory@example.com', password }
    expect((await access.ask('POST', '/api/v1/owner', other)).status).toBe(401)
    const answer = await access.ask('POST', '/api/v1/owner', other, await access.as('owner@example.com'))
    expect(answer.status).toBe(403)
    expect((await access.enter('mallory@example.com')).status).toBe(401)
  })

  test('the cookie is for the server alone: not for scripts, not for other sites', async () => {
    const [cookie] = (await access.enter('owner@example.com')).headers.getSetCookie()
    expect(cookie).toMatch(/^leitstand-[0-9a-f]{8}\.session_token=/)
    expect(cookie).toMatch(/; HttpOnly(;|$)/)
    expect(cookie).toMatch(/; SameSite=Lax(;|$)/)
    expect(cookie).toMatch(/; Path=\/(;|$)/)
    expect(cookie).not.toMatch(/; (Domain|Secure)/)
  })

  test('signing out ends the session itself, not only its cookie', async () => {
    const session = await access.as('owner@example.com')
    const left = await access.ask('DELETE', '/api/v1/session', undefined, session)
    expect(left.status).toBe(204)
    expect(left.headers.getSetCookie()[0]).toMatch(/session_token=; Max-Age=0/)
    expect(await who(session)).toEqual({ state: 'signed-out' })
  })

  test('signing in begins a new session, whatever cookie was brought along', async () => {
    const before = await access.as('owner@example.com')
    const again = await access.ask(
      'POST',
      '/api/v1/session',
      { email: 'owner@example.com', password },
      before,
    )
    expect(cookiesOf(again)).not.toBe(before.cookie)
    // A cookie that somebody else planted is not taken over.
    const planted = { cookie: before.cookie.replace(/=.*/, '=planted.planted') }
    const entered = await access.ask(
      'POST',
      '/api/v1/session',
      { email: 'owner@example.com', password },
      planted,
    )
    expect(cookiesOf(entered)).not.toContain('planted')
    expect(await who(planted)).toEqual({ state: 'signed-out' })
  })

  test('a wrong password, an unknown address and what is no address are told alike', async () => {
    const answers = await Promise.all(
      [
        ['owner@example.com', 'not the password'],
        ['nobody@example.com', password],
        ['no address', password],
      ].map(async ([email = '', secret]) => {
        const answer = await access.enter(email, secret)
        return { status: answer.status, cookies: answer.headers.getSetCookie(), body: await answer.text() }
      }),
    )
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]).toMatchObject({ status: 401, cookies: [] })
  })

  test('a wrong password and an unknown address cost the same work', async () => {
    let hashed = 0
    const hook = createHook({
      init(_id, type) {
        if (type === 'SCRYPTREQUEST') hashed += 1
      },
    }).enable()
    const work = async (email: string) => {
      hashed = 0
      await access.enter(email, 'not the password')
      return hashed
    }
    try {
      // By far the most of the time goes into this hash.
      const known = await work('owner@example.com')
      expect([known, await work('nobody@example.com')]).toEqual([1, 1])
    } finally {
      hook.disable()
    }
  })

  test('another password is taken for the right old one alone, and signs out everywhere else', async () => {
    access.pass(16 * 60_000)
    const [here, there] = [await access.as('owner@example.com'), await access.as('owner@example.com')]
    const change = async (current: string, next: string) =>
      access.ask('PUT', '/api/v1/session/password', { current, next }, here)
    expect((await change('not the password', 'another long one')).status).toBe(401)
    expect((await change(password, 'short')).status).toBe(422)
    const changed = await change(password, 'another long one')
    expect(changed.status).toBe(204)
    expect(await who({ cookie: cookiesOf(changed) })).toMatchObject({ state: 'signed-in' })
    expect(await who(there)).toEqual({ state: 'signed-out' })
    expect((await access.enter('owner@example.com')).status).toBe(401)
    expect((await access.enter('owner@example.com', 'another long one')).status).toBe(200)
  })

  test('after ten wrong passwords even the right one has to wait a quarter of an hour', async () => {
    const guesses = await Promise.all(
      Array.from({ length: 12 }, (_, guess) => access.enter('owner@example.com', `guess ${guess}`)),
    )
    expect(guesses.map(({ status }) => status).filter((status) => status === 429)).toHaveLength(2)
    const waiting = await access.enter('owner@example.com', 'another long one')
    expect(waiting.status).toBe(429)
    expect(await waiting.json()).toMatchObject({
      details: { retryAfterSeconds: expect.any(Number) as number },
    })
    // An account that is not there says so no sooner.
    const unknown = await Promise.all(Array.from({ length: 12 }, () => access.enter('ghost@example.com')))
    expect(unknown.filter(({ status }) => status === 429)).toHaveLength(2)
    access.pass(15 * 60_000)
    expect((await access.enter('owner@example.com', 'another long one')).status).toBe(200)
  })
})
