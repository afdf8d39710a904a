import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aRepository } from '#evidence/git/testing/a-repository.ts'
import { engines } from '#kernel/store/testing/a-store.ts'
import { anAccess, type Headers } from './testing/an-access.ts'

const staff = ['owner', 'leader', 'member']
const lead = ['owner', 'leader']
const everyone = [...staff, 'guest']

interface Rule {
  /** Roles that may. */
  readonly may: readonly string[]
  /** No key may, whatever its role. */
  readonly person?: true
  readonly body?: unknown
}

/** What must come back of each route to whom; routes of other parts are walked for those who must get nothing at all. */
const rules: Readonly<Record<string, Rule>> = {
  'GET /api/v1/bots': { may: lead },
  'PUT /api/v1/bots': { may: lead, person: true, body: { bots: 'none' } },
  'GET /api/v1/repositories': { may: staff },
  'POST /api/v1/repositories': { may: ['owner'], person: true, body: {} },
  'GET /api/v1/repositories/:repository': { may: staff },
  'DELETE /api/v1/repositories/:repository': { may: ['owner'], person: true },
  'POST /api/v1/repositories/:repository/scan': { may: lead },
  'POST /api/v1/repositories/:repository/cancel': { may: lead },
  'POST /api/v1/repositories/:repository/catalogue': { may: lead, person: true, body: {} },
  'DELETE /api/v1/repositories/:repository/catalogue/:name': { may: lead, person: true },
  'GET /api/v1/repositories/:repository/measures': { may: staff },
  'GET /api/v1/repositories/:repository/measures/:measure': { may: staff },
  'GET /api/v1/repositories/:repository/measures/:measure/facts': { may: staff },
  'POST /api/v1/attachments': { may: staff, body: {} },
  'GET /api/v1/attachments/:id': { may: staff },
  'POST /api/v1/owner': {
    may: [],
    person: true,
    body: { name: 'M', email: 'm@example.com', password: 'a long password' },
  },
  'PUT /api/v1/session/password': { may: everyone, person: true, body: { current: 'x', next: 'short' } },
  'GET /api/v1/start': { may: everyone },
  'POST /api/v1/sample': { may: ['owner'], person: true, body: {} },
  'DELETE /api/v1/sample': { may: ['owner'], person: true },
  'POST /api/v1/restore': { may: ['owner'], person: true, body: {} },
  'GET /api/v1/members': { may: staff },
  'PUT /api/v1/members/:member/role': { may: ['owner'], person: true, body: { role: 'guest' } },
  'DELETE /api/v1/members/:member': { may: ['owner'], person: true },
  'PUT /api/v1/members/:member/person': { may: lead, person: true, body: { person: 'PERSON-404' } },
  'PUT /api/v1/session/person': { may: staff, person: true, body: { person: 'PERSON-404' } },
  'GET /api/v1/ways-in': { may: everyone, person: true },
  'POST /api/v1/passkeys/begin': { may: everyone, person: true },
  'POST /api/v1/passkeys': { may: everyone, person: true, body: {} },
  'PUT /api/v1/passkeys/:passkey': { may: everyone, person: true, body: { name: 'x' } },
  'DELETE /api/v1/passkeys/:passkey': { may: everyone, person: true },
  'GET /api/v1/sign-in-provider': { may: ['owner'] },
  'PUT /api/v1/sign-in-provider': { may: ['owner'], person: true, body: {} },
  'DELETE /api/v1/sign-in-provider': { may: ['owner'], person: true },
  'POST /api/v1/session/provider/connect': { may: everyone, person: true },
  'GET /api/v1/invitations': { may: lead },
  'POST /api/v1/invitations': { may: lead, person: true, body: { role: 'guest', days: 0 } },
  'DELETE /api/v1/invitations/:invitation': { may: lead, person: true },
  'GET /api/v1/api-keys': { may: everyone, person: true },
  'POST /api/v1/api-keys': { may: staff, person: true, body: {} },
  'DELETE /api/v1/api-keys/:key': { may: everyone, person: true },
  'GET /api/v1/backups': { may: ['owner'] },
  'POST /api/v1/backups': { may: ['owner'], body: {} },
  'GET /api/v1/examination': { may: ['owner'] },
  'GET /api/v1/sessions': { may: everyone, person: true },
  'DELETE /api/v1/sessions/:session': { may: everyone, person: true },
}

/** Below /api and yet for everybody. */
const open = [
  'GET /api/v1/status',
  'GET /api/v1/session',
  'POST /api/v1/session',
  'DELETE /api/v1/session',
  'POST /api/v1/session/passkey/begin',
  'POST /api/v1/session/passkey',
  'GET /api/v1/session/provider',
  'POST /api/v1/session/provider',
  'GET /api/v1/session/provider/callback',
  'POST /api/v1/invitations/show',
  'POST /api/v1/invitations/accept',
]

describe.each(engines)('the door to the API on %s', (engine) => {
  let access: Awaited<ReturnType<typeof anAccess>>
  const actors = new Map<string, { headers: Headers; role: string | null; key?: 'read' | 'write' }>()
  const repository = aRepository()
    .commit({ files: { 'secret-name.ts': 'x\n' } })
    .write()
  let id = ''
  let routes: { method: string; path: string }[] = []

  beforeAll(async () => {
    access = await anAccess(engine)
    const owner = await access.createOwner()
    const added = await access.ask('POST', '/api/v1/repositories', { source: repository.path }, owner)
    id = ((await added.json()) as { id: string }).id // the API's own shape
    const revoked = await access.key(owner, 'write')
    await access.ask('DELETE', `/api/v1/api-keys/${revoked.id}`, undefined, owner)
    const [read, write] = [await access.key(owner, 'read'), await access.key(owner, 'write')]
    const late = await access.join(owner, 'owner', 'late@example.com')
    const gone = await access.join(owner, 'leader', 'gone@example.com')
    const goneKey = await access.key(gone, 'write')
    const { members } = (await (await access.ask('GET', '/api/v1/members', undefined, owner)).json()) as {
      members: { id: string; email: string }[]
    } // the API's own shape
    const idOf = (email: string) => members.find((member) => member.email === email)?.id
    await access.ask('DELETE', `/api/v1/members/${idOf('gone@example.com')}`, undefined, owner)
    await sql`update sign_in_session set expires_at = now() - interval '1 second'
      where user_id = ${idOf('late@example.com')}`.execute(access.store.database)
    const [name, value = ''] = (owner['cookie'] ?? '').split('=')
    const [token, signature = ''] = decodeURIComponent(value).split('.')
    const forged = (text: string) => ({ cookie: `${name}=${encodeURIComponent(text)}` })

    for (const [actor, headers] of [
      ['nobody', {}],
      ['a revoked key', revoked.headers],
      ['the key of a member who was removed', goneKey.headers],
      ['a key that was never made', { authorization: `Bearer lsk_${'A'.repeat(43)}` }],
      ['a key in other words', { authorization: `Basic ${btoa(`owner:${read.token}`)}` }],
      ['an expired session', late],
      ['the session of a member who was removed', gone],
      ['a cookie without its signature', forged(token ?? '')],
      ['a cookie with another signature', forged(`${token}.${btoa('x'.repeat(32))}`)],
      ['a cookie with another token', forged(`${'x'.repeat(32)}.${signature}`)],
      ['a wrong key along with a right session', { ...owner, authorization: 'Bearer wrong' }],
    ] as const)
      actors.set(actor, { headers, role: null })
    actors.set('an owner', { headers: owner, role: 'owner' })
    for (const role of ['leader', 'member', 'guest'] as const)
      actors.set(`a ${role}`, { headers: await access.join(owner, role), role })
    actors.set('a key to read', { headers: read.headers, role: 'owner', key: 'read' })
    actors.set('a key to write', { headers: write.headers, role: 'owner', key: 'write' })
    routes = [
      ...new Map(
        access.app.routes
          .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/'))
          .map((route) => [`${route.method} ${route.path}`, route]),
      ).values(),
    ]
  })
  afterAll(() => access.close())

  /** The address with something in the place of each part: the repository that is there, for all else nothing. */
  const addressOf = (path: string, method: string) =>
    path
      .replace(':repository', method === 'GET' ? id : '00000000-0000-4000-8000-000000000000')
      .replace(':measure', 'delivery.throughput')
      .replace(/:\w+(\{[^}]*\})?/g, '00000000-0000-4000-8000-000000000000')

  test('every route of the evidence and of the accounts has a rule here', () => {
    const known = routes.map(({ method, path }) => `${method} ${path}`)
    expect([...Object.keys(rules), ...open].filter((route) => !known.includes(route))).toEqual([])
    const mine =
      /^\w+ \/api\/v1\/(bots|repositories|attachments|start|sample|restore|owner|session|members|invitations|api-keys|sessions|backups|examination)\b/
    const tables = /^GET \/api\/v1\/repositories\/:repository\/[a-z-]+$/
    expect(
      known.filter(
        (route) => mine.test(route) && !(route in rules) && !open.includes(route) && !tables.test(route),
      ),
    ).toEqual([])
  })

  test('whoever is nobody gets 401 from every route, and nothing of what is there', async () => {
    for (const [actor, { headers, role }] of actors) {
      if (role !== null) continue
      for (const { method, path } of routes) {
        if (open.includes(`${method} ${path}`)) continue
        const body = method === 'GET' || method === 'DELETE' ? undefined : {}
        const answer = await access.ask(method, addressOf(path, method), body, headers)
        const text = await answer.text()
        expect({ actor, method, path, status: answer.status }).toEqual({ actor, method, path, status: 401 })
        for (const secret of [id, repository.path, 'secret-name', 'example.com'])
          expect(text).not.toContain(secret)
        expect(answer.headers.get('cache-control')).toBe('no-store')
      }
      for (const odd of ['/api/v1/nothing', '/api/', '/api/v1/repositories/', '/api/%761/repositories'])
        expect((await access.ask('GET', odd, undefined, headers)).status, odd).toBe(401)
      expect((await access.ask('HEAD', '/api/v1/repositories', undefined, headers)).status).toBe(401)
    }
  })

  test('every role and every key gets what it may and 403 for all else', async () => {
    for (const [actor, { headers, role, key }] of actors) {
      if (role === null) continue
      for (const [route, { may, person, body }] of Object.entries(rules)) {
        const [method = '', path = ''] = route.split(' ')
        const answer = await access.ask(method, addressOf(path, method), body, headers)
        const mayWrite = key !== 'read' || method === 'GET'
        const allowed = may.includes(role) && mayWrite && !(person && key)
        const text = await answer.text()
        const got =
          answer.status === 403 ? 'refused' : answer.status < 500 && answer.status !== 401 ? 'let in' : text
        expect({ actor, route, got }).toEqual({ actor, route, got: allowed ? 'let in' : 'refused' })
        if (!allowed) for (const secret of [id, repository.path]) expect(text).not.toContain(secret)
      }
    }
  })

  test('a session changes nothing unless one of the server’s own pages asks', async () => {
    const headers = { ...actors.get('an owner')?.headers, host: 'localhost:4400', 'content-length': '2' }
    const plain = async (more: Headers) =>
      access.app.request('/api/v1/api-keys', {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json', ...more },
        body: JSON.stringify({ name: 'forged' }),
      })
    expect((await plain({})).status).toBe(403)
    expect((await plain({ origin: 'http://localhost:9999' })).status).toBe(403)
    expect((await plain({ 'sec-fetch-site': 'same-site' })).status).toBe(403)
    expect((await plain({ origin: 'http://localhost:4400' })).status).toBe(201)
  })

  test('events tell a member what is there, a guest nothing of it, and whoever is signed out no more', async () => {
    const first = async (headers: Headers) => {
      const answer = await access.ask('GET', '/api/v1/events', undefined, headers)
      const reader = answer.body!.getReader()
      return { reader, text: new TextDecoder().decode((await reader.read()).value) }
    }
    const until = async (reader: ReadableStreamDefaultReader<Uint8Array>, wanted: string) => {
      for (let heard = ''; ;) {
        const { value, done } = await reader.read()
        heard += new TextDecoder().decode(value)
        if (heard.includes(wanted) || done) return { heard, done }
      }
    }
    const owner = actors.get('an owner')?.headers ?? {}
    const leaving = await access.join(owner, 'member', 'leaving@example.com')
    const heard = await first(leaving)
    expect((await until(heard.reader, 'event: repository')).heard).toContain(id)
    await access.ask('DELETE', '/api/v1/session', undefined, leaving)
    expect((await until(heard.reader, 'event: signed-out')).heard).toContain('event: signed-out')
    expect((await until(heard.reader, 'no more')).done).toBe(true)

    const guest = await access.join(owner, 'guest', 'other@example.com')
    const little = await first(guest)
    await access.ask('DELETE', '/api/v1/session', undefined, guest)
    const { heard: rest } = await until(little.reader, 'event: signed-out')
    expect(little.text + rest).toContain('event: status')
    expect(little.text + rest).not.toContain(id)
  })
})
