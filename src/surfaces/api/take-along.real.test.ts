import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { engines } from '#kernel/store/testing/a-store.ts'
import { anAccess, type Headers } from './testing/an-access.ts'

const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

describe.each(engines)('taking the roadmap along on %s', (engine) => {
  let access: Awaited<ReturnType<typeof anAccess>>
  let owner: Headers
  let member: Headers
  let guest: Headers
  const write = async (collection: string, fields: object) => {
    const answer = await access.ask('POST', `/api/v1/${collection}`, { fields }, owner)
    if (answer.status !== 201) throw new Error(await answer.text())
  }
  const get = (path: string, headers: Headers = owner) => access.ask('GET', path, undefined, headers)
  const take = (asked: Record<string, string>, headers: Headers = owner) =>
    get(`/api/v1/roadmap/export?${new URLSearchParams(asked).toString()}`, headers)
  const calendarOf = async (headers: Headers) => {
    const body = { name: 'Phone', scope: 'calendar' }
    const made = await access.ask('POST', '/api/v1/api-keys', body, headers)
    const { id, token } = (await made.json()) as { id: string; token: string } // the API's own shape
    return { id, token, address: `/calendar/${token}.ics` }
  }
  /** As a calendar program asks: with nothing but the address. */
  const read = (address: string) => access.app.request(address, { headers: { host: 'localhost:4400' } })

  beforeAll(async () => {
    access = await anAccess(engine)
    owner = await access.createOwner()
    member = await access.join(owner, 'member')
    guest = await access.join(owner, 'guest')
    await write('people', { name: 'Ada Lovelace' })
    await write('goals', { title: 'Nothing is lost', due: day(100) })
    await access.ask('PATCH', '/api/v1/goals/GOAL-1', { version: 1, fields: { state: 'active' } }, owner)
    const counterparts = {
      product: 'PERSON-1',
      stopCriteria: 'Stop when Acme leaves.',
      hypothesis: 'Acme pays.',
    }
    const wanted = { wanted: day(60), wantedReason: 'Contract with Acme' }
    await write('bets', {
      title: 'Ümläute & Co; alles',
      goals: ['GOAL-1'],
      horizon: 'now',
      ...wanted,
      ...counterparts,
    })
    await write('breaks', { title: 'Company week', from: day(20), until: day(24) })
  })
  afterAll(() => access.close())

  test('each form comes as a file with its type and name, and a person’s name or a note in none', async () => {
    const types = { markdown: 'text/markdown', svg: 'image/svg+xml', csv: 'text/csv', ics: 'text/calendar' }
    for (const audience of ['team', 'board', 'outside'])
      for (const [as, type] of Object.entries(types)) {
        const answer = await take({ as, for: audience, language: 'de' })
        if (as === 'ics' && audience !== 'team') {
          expect(answer.status).toBe(422)
          expect(await answer.text()).toContain('Tage sind für das Team')
          continue
        }
        expect(answer.status).toBe(200)
        expect(answer.headers.get('content-type')).toBe(`${type}; charset=utf-8`)
        expect(answer.headers.get('content-disposition')).toMatch(
          /^attachment; filename="roadmap[a-z-]*[\d-]*\.(md|svg|csv|ics)"/,
        )
        expect(answer.headers.get('content-security-policy')).toContain('sandbox')
        const text = await answer.text()
        for (const secret of ['Ada', 'Lovelace', 'Acme', 'PERSON-']) expect(text).not.toContain(secret)
        // An idea is no word to anybody outside.
        expect(text.includes('Ümläute')).toBe(audience !== 'outside')
      }
    expect((await take({ as: 'pdf' })).status).toBe(422)
    expect((await take({ as: 'svg', for: 'everybody' })).status).toBe(422)
  })

  test('members take it along, guests do not, and nobody else', async () => {
    expect((await take({ as: 'csv' }, member)).status).toBe(200)
    expect((await take({ as: 'csv' }, guest)).status).toBe(403)
    expect((await take({ as: 'csv' }, {})).status).toBe(401)
  })

  test('a calendar program needs nothing but the address, and finds wanted dates, goals and days off there', async () => {
    const { address, token } = await calendarOf(member)
    const answer = await read(`${address}?language=de`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const text = await answer.text()
    const events = new ICAL.Component(ICAL.parse(text))
      .getAllSubcomponents('vevent')
      .map((each) => new ICAL.Event(each))
    const told = events.map(({ summary, startDate, endDate }) => [
      summary,
      String(startDate),
      String(endDate),
    ])
    expect(told).toContainEqual(['Gewünscht: Ümläute & Co; alles (BET-1)', day(60), day(61)])
    expect(told).toContainEqual(['Ziel fällig: Nothing is lost (GOAL-1)', day(100), day(101)])
    expect(told).toContainEqual(['Company week', day(20), day(25)])
    expect(
      events.find(({ uid }) => uid.startsWith('BET-1.wanted@'))?.component.getFirstPropertyValue('url'),
    ).toBe('http://localhost:4400/records/BET-1')
    expect(text).not.toMatch(/Ada|Acme/)
    const listed = await (await get('/api/v1/api-keys', member)).text()
    expect(listed).toContain('"scope":"calendar"')
    expect(listed).not.toContain(token)
    expect(listed).not.toContain('"lastUsedAt":null')
  })

  test('the address opens the calendar and nothing else', async () => {
    const { token } = await calendarOf(owner)
    for (const path of ['/api/v1/bets', '/api/v1/roadmap/export?as=csv', '/api/v1/members'])
      expect((await get(path, { authorization: `Bearer ${token}` })).status, path).toBe(401)
    const key = await access.key(owner, 'read')
    expect((await read(`/calendar/${key.token}.ics`)).status).toBe(404)
    expect((await access.ask('POST', `/calendar/${token}.ics`, {}, {})).status).toBe(405)
  })

  test('what was withdrawn, never made, or is of somebody who may not read it any more is not there', async () => {
    const { id, address } = await calendarOf(member)
    const missing = async (path: string) => {
      const answer = await read(path)
      const text = await answer.text()
      expect([answer.status, text.includes('no such calendar')], path).toEqual([404, true])
      expect(text).not.toMatch(/lsk_|BET-1|Company week/)
    }
    await access.ask('DELETE', `/api/v1/api-keys/${id}`, undefined, member)
    await missing(address)
    for (const odd of [
      `/calendar/lsk_${'A'.repeat(43)}.ics`,
      '/calendar/x',
      '/calendar/lsk_.ics',
      '/calendar/%00.ics',
    ])
      await missing(odd)
    const other = await access.join(owner, 'member', 'other@example.com')
    const theirs = await calendarOf(other)
    expect((await read(theirs.address)).status).toBe(200)
    const { members } = (await (await get('/api/v1/members')).json()) as {
      members: { id: string; email: string }[]
    } // the API's own shape
    const user = members.find(({ email }) => email === 'other@example.com')?.id
    await access.ask('PUT', `/api/v1/members/${user}/role`, { role: 'guest' }, owner)
    await missing(theirs.address)
    const made = await access.ask('POST', '/api/v1/api-keys', { name: 'x', scope: 'calendar' }, guest)
    expect(made.status).toBe(403)
  })

  test('whoever asks too often has to wait, and that keeps nobody from signing in', async () => {
    const { address } = await calendarOf(owner)
    const wrong = `/calendar/lsk_${'B'.repeat(43)}.ics`
    const until429 = async (path: string, most: number) => {
      for (let asked = 1; asked <= most; asked++) if ((await read(path)).status === 429) return asked
      return null
    }
    expect(await until429(wrong, 101)).not.toBeNull()
    expect((await read(wrong)).headers.get('retry-after')).toMatch(/^\d+$/)
    expect((await read(address)).status).toBe(200)
    expect((await access.enter('owner@example.com')).status).toBe(200)
    access.pass(15 * 60_000)
    expect((await read(wrong)).status).toBe(404)
  })
})
