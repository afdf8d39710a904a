import { z } from 'zod'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { configureEvidence, evidenceSettings } from '#evidence/facts/evidence-settings.ts'
import { aGathering } from '#evidence/facts/testing/a-gathering.ts'
import { aRepository } from '#evidence/git/testing/a-repository.ts'
import { createApp } from './create-app.ts'

const status = { version: '1', database: 'ready', engine: 'pglite', message: null } as const

describe('the API', () => {
  let gathering: Awaited<ReturnType<typeof aGathering>>
  let app: ReturnType<typeof createApp>
  let id: string
  const repository = aRepository()
    .commit({
      author: 'Zyxwia Quorl <zyxwia@quorl.example>',
      files: { 'a/=cmd().ts': 'one\n', 'b/x.ts': 'y\n' },
    })
    .commit({ author: 'Mbrqo Tesk <mbrqo@tesk.example>', files: { 'a/=cmd().ts': 'one\n  two\n' } })
    .tag('v1.0.0')
    .write()

  beforeAll(async () => {
    gathering = await aGathering()
    app = createApp({ kernel: () => gathering.kernel, status: () => status })
    id = await gathering.add(repository.path)
    await gathering.until(id, ({ scan }) => scan.phase === 'done')
  })
  afterAll(async () => gathering.close())

  const host = { host: 'localhost:4400' }
  const get = (path: string, headers: Record<string, string> = {}) =>
    app.request(path, { headers: { ...host, ...headers } })
  const write = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    app.request(path, {
      method,
      headers: {
        ...host,
        ...(body === undefined ? {} : { 'content-type': 'application/json', 'content-length': '1' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })

  test('answers to loopback names alone, so that a rebound name reaches nothing', async () => {
    expect((await get('/api/v1/repositories')).status).toBe(200)
    expect((await app.request('/api/v1/repositories', { headers: { host: '[::1]:4400' } })).status).toBe(200)
    for (const name of ['evil.example', 'localhost.evil.example', '192.168.1.5:4400', '']) {
      const answer = await app.request('/api/v1/repositories', { headers: { host: name } })
      expect(answer.status, name).toBe(403)
      expect(await answer.text()).not.toContain(id)
    }
  })

  test.each([
    ['a page of another site', { origin: 'http://evil.example' }],
    ['the same site on another port', { origin: 'http://localhost:9999' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['a browser that says the request is cross-site', { 'sec-fetch-site': 'cross-site' }],
  ])('refuses a write from %s', async (_, headers) => {
    const answer = await write('DELETE', `/api/v1/repositories/${id}`, undefined, headers)
    expect(answer.status).toBe(403)
    expect((await get(`/api/v1/repositories/${id}`)).status).toBe(200)
  })

  test('answers every no in the language of the request, its titles too', async () => {
    const german = { 'accept-language': 'de-AT,en;q=0.5' }
    const told = async (answer: Response) => {
      const { title, detail, hint } = z
        .object({ title: z.string(), detail: z.string(), hint: z.string().optional() })
        .parse(await answer.json())
      return [answer.status, title, detail, hint]
    }
    expect(await told(await get('/api/v1/nothing', german))).toEqual([
      404,
      'Nicht gefunden',
      'Unter /api/v1/nothing gibt es nichts.',
      undefined,
    ])
    expect(await told(await app.request('/', { headers: { host: 'evil.example', ...german } }))).toEqual([
      403,
      'Nicht erlaubt',
      'Unter diesem Namen antwortet dieser Server nicht.',
      'Öffne ihn unter http://localhost und seinem Port.',
    ])
    expect(await told(await get(`/api/v1/repositories/${id}/measures?weeks=99`, german))).toEqual([
      422,
      'Nicht gültig',
      'Die Eingabe von measure.list ist nicht gültig: weeks muss höchstens 52 sein.',
      'Berichtige sie und versuche es noch einmal.',
    ])
    const long = { ...german, 'content-length': '1100000' }
    const large = await write('POST', '/api/v1/repositories', { source: 'x'.repeat(1_100_000) }, long)
    expect(await told(large)).toEqual([413, 'Zu viel', 'Der Inhalt ist größer als 1 MiB.', undefined])
    const opening = createApp({ kernel: () => null, status: () => status })
    const early = await opening.request('/api/v1/repositories', { headers: { ...host, ...german } })
    expect(await told(early)).toEqual([
      503,
      'Noch nicht bereit',
      'Die Datenbank wird noch geöffnet.',
      undefined,
    ])
    expect(early.headers.get('retry-after')).toBe('1')
  })

  test('tells in the reader’s language why the database did not open and why a scan failed', async () => {
    const message = { en: 'It does not open.', de: 'Sie lässt sich nicht öffnen.' }
    const failed = createApp({
      kernel: () => null,
      status: () => ({ ...status, database: 'failed', message }),
    })
    const answer = await failed.request('/api/v1/status?language=de', { headers: host })
    expect(await answer.json()).toMatchObject({ message: message.de })

    const lost = aRepository().commit().write()
    const gone = await gathering.add(lost.path)
    await gathering.until(gone, ({ scan }) => scan.phase === 'done')
    lost.remove()
    await gathering.scan(gone)
    await gathering.until(gone, ({ scan }) => scan.phase === 'failed')
    const scanOf = async (language: string) => {
      const asked = await get(`/api/v1/repositories/${gone}`, { 'accept-language': language })
      return z.object({ scan: z.object({ error: z.unknown() }) }).parse(await asked.json()).scan.error
    }
    expect(await scanOf('en')).toEqual({
      message: expect.stringMatching(/^There is no folder /),
      hint: 'Check the path for a typing error.',
    })
    expect(await scanOf('de')).toEqual({
      message: expect.stringMatching(/^Es gibt keinen Ordner /),
      hint: 'Prüfe den Pfad auf Tippfehler.',
    })
  })

  test('takes a write from its own pages', async () => {
    const answer = await write('POST', `/api/v1/repositories/${id}/scan`, undefined, {
      origin: 'http://localhost:4400',
    })
    expect(answer.status).toBe(202)
  })

  test('refuses a body that is not JSON, and JSON that is no object', async () => {
    const form = { 'content-type': 'text/plain', 'content-length': '2' }
    expect((await write('POST', '/api/v1/repositories', '{}', form)).status).toBe(415)
    for (const body of ['[]', '"x"', '{', 'null']) {
      const answer = await write('POST', '/api/v1/repositories', body)
      expect(answer.status, body).toBe(422)
      expect(answer.headers.get('content-type')).toBe('application/problem+json')
    }
  })

  test.each([
    ['/etc', 403],
    ['file:///etc', 422],
    ['ext::sh -c touch% /tmp/x', 422],
    ['--upload-pack=touch /tmp/x', 422],
    ['https://127.0.0.1/x.git', 403],
    ['https://user:secret@localhost/x.git', 422],
  ])('refuses to add %s with words and without repeating a secret', async (source, code) => {
    const answer = await write('POST', '/api/v1/repositories', { source })
    const told = await answer.text()
    expect(answer.status, told).toBe(code)
    expect(told).not.toContain('secret')
  })

  test('every figure comes with its definition in the language asked for', async () => {
    for (const [language, word] of [
      ['en', 'release'],
      ['de', 'Release'],
    ]) {
      const { figures } = await (await get(`/api/v1/repositories/${id}/measures?language=${language}`)).json()
      const leadTime = figures.find((figure: { id: string }) => figure.id === 'delivery.lead-time')
      expect(leadTime.definition).toContain(word)
      expect(
        figures.every(
          (figure: { value: unknown; reason?: string }) => figure.value !== null || figure.reason,
        ),
      ).toBe(true)
    }
  })

  test('no answer names an author', async () => {
    const { figures } = await (await get(`/api/v1/repositories/${id}/measures`)).json()
    const paths = [
      '/api/v1/repositories',
      ...'measures component-names components hotspots coupling releases silent-files lead-times'
        .split(' ')
        .map((table) => `/api/v1/repositories/${id}/${table}`),
      ...figures.map((figure: { id: string }) => `/api/v1/repositories/${id}/measures/${figure.id}/facts`),
    ]
    for (const path of paths) {
      const told = await (await get(path)).text()
      expect(/zyxwia|quorl|mbrqo|tesk/i.exec(told), path).toBeNull()
    }
  })

  test('a component narrows the figures, and one that is not there is refused', async () => {
    const { figures } = await (await get(`/api/v1/repositories/${id}/measures?component=b`)).json()
    expect(figures.length).toBeGreaterThan(5)
    for (const { scope } of figures) expect(scope).toEqual({ kind: 'component', name: 'b' })
    expect((await get(`/api/v1/repositories/${id}/measures?component=c`)).status).toBe(404)
  })

  test('a catalogue replaces the folders and can be taken away again', async () => {
    const catalogue = `/api/v1/repositories/${id}/catalogue`
    const names = async () => {
      const { rows } = await (await get(`/api/v1/repositories/${id}/components`)).json()
      return rows.map((row: { name: string }) => row.name)
    }
    expect(await names()).toEqual(['a', 'b'])
    await write('POST', catalogue, { name: 'Everything', paths: ['**'] })
    expect(await names()).toEqual(['Everything'])
    expect((await write('POST', catalogue, { name: 'Bad', paths: ['../up'] })).status).toBe(422)
    expect((await write('DELETE', `${catalogue}/Everything`)).status).toBe(204)
    expect(await names()).toEqual(['a', 'b'])
  })

  test('tables leave as CSV in which no path is taken for a formula, and as JSON', async () => {
    const hotspots = `/api/v1/repositories/${id}/hotspots`
    const csv = await get(`${hotspots}?format=csv`)
    expect(csv.headers.get('content-disposition')).toBe('attachment; filename="hotspots.csv"')
    const json = await (await get(`${hotspots}?format=json`)).json()
    const [header] = (await csv.text()).split('\r\n')
    if (json.length > 0) expect(header?.split(',')).toEqual(Object.keys(json[0]))
    expect((await get(`${hotspots}?format=xml`)).status).toBe(422)
  })

  test.each(['weeks=0', 'weeks=53', 'weeks=x', 'language=fr', 'limit=-1', 'limit=100000'])(
    'refuses the question %s in words',
    async (query) => {
      const answer = await get(`/api/v1/repositories/${id}/hotspots?${query}`)
      expect(answer.status).toBe(422)
      expect((await answer.json()).detail).toContain(query.split('=')[0])
    },
  )

  test.each([
    '/api/v1/repositories?colour=red',
    '/api/v1/repositories/ID/measures?window=13',
    '/api/v1/repositories/ID/hotspots?page=2',
    '/api/v1/repositories/ID/measures/delivery.batch-size/facts?author=Zyxwia',
  ])('refuses to leave a word of %s out in silence', async (path) => {
    const answer = await get(path.replace('ID', id))
    expect(answer.status).toBe(422)
    const { fields } = await answer.json()
    expect(fields).toEqual([{ path: expect.any(String), message: expect.any(String) }])
    expect(JSON.stringify(fields)).toContain(/\?(\w+)/.exec(path)?.[1] ?? '')
  })

  test('refuses ids that are none, and what is not there', async () => {
    expect((await get('/api/v1/repositories/1/measures')).status).toBe(422)
    expect((await get('/api/v1/repositories/00000000-0000-4000-8000-000000000000/measures')).status).toBe(404)
    expect((await get(`/api/v1/repositories/${id}/measures/delivery.nonsense`)).status).toBe(404)
    expect((await get('/api/v1/nonsense')).status).toBe(404)
  })

  test.each([
    ['GET', '/api/v1/nonsense'],
    ['PATCH', '/api/v1/repositories/1/nonsense'],
    ['POST', '/'],
    ['DELETE', '/nonsense'],
    ['GET', '/assets/nonsense.js'],
  ])('says of %s %s as problem details that there is nothing', async (method, path) => {
    const answer = await write(method, path)
    expect(answer.status).toBe(404)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(await answer.json()).toMatchObject({ status: 404, detail: `There is nothing at ${path}.` })
  })

  test('every answer forbids what a page of this program never does', async () => {
    for (const path of ['/healthz', '/api/v1/repositories', '/api/v1/nonsense', '/']) {
      const { headers } = await get(path)
      expect(headers.get('content-security-policy'), path).toContain("default-src 'none'")
      expect(headers.get('x-content-type-options'), path).toBe('nosniff')
    }
  })

  test('while the database opens, health and status answer and everything else says to wait', async () => {
    const opening = createApp({
      kernel: () => null,
      status: () => ({ ...status, database: 'opening', engine: null }),
    })
    const ask = (path: string) => opening.request(path, { headers: host })
    expect((await ask('/healthz')).status).toBe(200)
    expect((await ask('/readyz')).status).toBe(503)
    expect((await ask('/api/v1/status')).status).toBe(200)
    const answer = await ask('/api/v1/repositories')
    expect(answer.status).toBe(503)
    expect(answer.headers.get('retry-after')).toBe('1')
  })

  test('a stream of events that breaks off listens no longer', async () => {
    const { store } = gathering.kernel
    const broken = { ...gathering.kernel, log: () => {}, store: { ...store, database: store.database } }
    const { changes } = configureEvidence(broken, evidenceSettings(gathering.kernel))
    const listening = new Set<unknown>()
    const listen = changes.listen
    changes.listen = (listener) => {
      listening.add(listener)
      const stop = listen(listener)
      return () => {
        listening.delete(listener)
        stop()
      }
    }
    Object.defineProperty(broken.store, 'database', {
      get: () => {
        expect(listening.size).toBe(1)
        throw new Error('The database is gone.')
      },
    })
    const streaming = createApp({ kernel: () => broken, status: () => status })
    expect(await (await streaming.request('/api/v1/events', { headers: host })).text()).toContain('status')
    expect(listening.size).toBe(0)
  })

  test('readiness follows the first scan', async () => {
    const answer = await get('/readyz')
    expect(answer.status).toBe(200)
    expect(await answer.json()).toEqual({ database: 'ready', firstScan: 'done' })
  })

  test('nothing of this was a bug', () => {
    expect(gathering.bugs).toEqual([])
  })
})
