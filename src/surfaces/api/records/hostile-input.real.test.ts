import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { engines } from '#kernel/store/testing/a-store.ts'
import { aRecordsApi, type RecordsApi } from './testing/a-records-api.ts'

const broken = Uint8Array.from([...Buffer.from('{"fields":{"name":"'), 0xff, 0xfe, ...Buffer.from('"}}')])

const placeAt = (json: string) => `/things?after=${Buffer.from(json).toString('base64url')}`

describe.each(engines)('hostile input over HTTP on %s', (engine) => {
  let api: RecordsApi

  beforeAll(async () => {
    api = await aRecordsApi(engine)
    await api.send('POST', '/api/v1/things', { fields: { name: 'Untouched' } })
  })
  afterAll(() => api.close())

  async function expectRefused(answer: Response, status: number, path?: string) {
    const text = await answer.text()
    expect(answer.status, text).toBe(status)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    const { detail, fields } = JSON.parse(text)
    expect(detail).toMatch(/\S/)
    expect(text).not.toMatch(/node_modules|\.ts:|select |syntax error/)
    if (path !== undefined) expect(fields?.map((field: { path: string }) => field.path)).toContain(path)
    const { records } = await (await api.get('/api/v1/things?archived=with')).json()
    expect(records).toHaveLength(1)
    expect(records[0]).toMatchObject({ title: 'Untouched', version: 1 })
  }

  test.each<[what: string, body: unknown, path: string | undefined]>([
    ['a number for text', { fields: { name: 7 } }, 'name'],
    ['an object for text', { fields: { name: { toString: 'x' } } }, 'name'],
    ['text for yes or no', { fields: { name: 'x', urgent: 'perhaps' } }, 'urgent'],
    ['a day that is none', { fields: { name: 'x', wantedBy: '2026-02-30' } }, 'wantedBy'],
    ['text that is too long', { fields: { name: 'x'.repeat(81) } }, 'name'],
    ['text with a zero character', { fields: { name: 'half\0' } }, 'fields.name'],
    ['half of a pair', '{"fields":{"name":"\\ud83d"}}', 'name'],
    ['bytes that are not UTF-8', broken, undefined],
    ['a name twice', '{"fields":{"name":"one","name":"two"}}', 'name'],
    ['a name twice, once escaped', '{"fields":{"name":"one","n\\u0061me":"two"}}', 'name'],
    ['fields twice', '{"fields":{"name":"one"},"fields":{}}', 'fields'],
    ['__proto__ as a field', '{"fields":{"name":"x","__proto__":{"size":1}}}', '__proto__'],
    ['__proto__ beside the fields', '{"__proto__":{"fields":{"name":"x"}}}', '__proto__'],
    ['constructor as a field', { fields: { name: 'x', constructor: 'y' } }, 'constructor'],
    ['a field that does not exist', { fields: { name: 'x', nonsense: 1 } }, 'nonsense'],
    [
      'a prototype name in a row',
      { fields: { name: 'x', options: [{ option: 'a', constructor: 1 }] } },
      'options',
    ],
    [
      'rows without end',
      { fields: { name: 'x', options: Array.from({ length: 51 }, () => ({ option: 'a' })) } },
      'options',
    ],
    ['a list for fields', { fields: [] }, 'fields'],
    ['no fields', {}, 'fields'],
    ['a name beside the fields', { fields: { name: 'x' }, version: 3 }, ''],
    ['no object', [], undefined],
    ['no JSON', '{"fields":', undefined],
  ])('a new record with %s is refused', async (_, body, path) => {
    await expectRefused(await api.send('POST', '/api/v1/things', body), 422, path)
  })

  test('JSON that is nested without end is refused', async () => {
    const deep = `{"fields":{"name":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`
    await expectRefused(await api.send('POST', '/api/v1/things', deep), 422)
  })

  test('a body beyond the limit is refused', async () => {
    const large = JSON.stringify({ fields: { name: 'x'.repeat(1_100_000) } })
    const answer = await api.send('POST', '/api/v1/things', large, { 'content-length': String(large.length) })
    await expectRefused(answer, 413)
  })

  test.each<[method: string, path: string, body: unknown, headers: Record<string, string>, status: number]>([
    ['PATCH', '/things/THING-1', { version: 9, fields: { name: 'x' } }, {}, 409],
    ['PATCH', '/things/THING-1', { version: 0, fields: { name: 'x' } }, {}, 422],
    ['PATCH', '/things/THING-1', { version: '1', fields: { name: 'x' } }, {}, 422],
    ['PATCH', '/things/THING-1', { fields: { name: 'x' } }, {}, 422],
    ['PATCH', '/things/THING-1', { version: 1, key: 'THING-1', fields: { name: 'x' } }, {}, 422],
    ['PATCH', '/things/THING-1', { version: 2, fields: { name: 'x' } }, { 'if-match': '"1"' }, 422],
    ['PATCH', '/things/THING-1', { fields: { name: 'x' } }, { 'if-match': '*' }, 422],
    ['PATCH', '/things/THING-1?x', { version: 1, fields: {} }, {}, 422],
    ['POST', '/things/THING-1/archive', { version: 1, fields: {} }, {}, 422],
    ['POST', '/things/THING-1/archive', { version: 3 }, {}, 409],
    ['PATCH', '/things/THING-99', { version: 1, fields: {} }, {}, 404],
    ['PATCH', '/things/constructor', { version: 1, fields: {} }, {}, 404],
    ['PATCH', "/things/THING-1'--", { version: 1, fields: {} }, {}, 404],
    ['POST', '/things', { fields: { name: 'x' } }, { 'idempotency-key': 'two words' }, 422],
    ['POST', '/links', { from: 'THING-1', relation: '__proto__', to: 'THING-1' }, {}, 422],
    ['POST', '/links', { from: 'THING-1', relation: 'blocks', to: 'THING-1', why: 'x' }, {}, 422],
    ['DELETE', '/links?from=THING-1&from=THING-2&relation=blocks&to=THING-1', undefined, {}, 422],
  ])('%s %s %j is refused', async (method, path, body, headers, status) => {
    await expectRefused(await api.send(method, `/api/v1${path}`, body, headers), status)
  })

  test.each([
    ['/things?nonsense=1', 'nonsense'],
    ['/things?constructor=1', 'constructor'],
    ['/things?__proto__=1', '__proto__'],
    ['/things?size.nonsense=1', 'size.nonsense'],
    ['/things?size=1;drop table thing', 'size'],
    ['/things?size.at-least=', 'size'],
    ['/things?size.empty=no', 'size.empty'],
    ['/things?name.at-least=a', 'name.at-least'],
    ['/things?limit=1000000', 'limit'],
    ['/things?limit=-1', 'limit'],
    ['/things?limit=1e3', 'limit'],
    ['/things?limit=1&limit=2', 'limit'],
    ['/things?archived=perhaps', 'archived'],
    ['/things?sort=size;drop', undefined],
    ['/things?sort=constructor', undefined],
    ['/things?after=nonsense', undefined],
    ['/things?after=WyJ4IiwiJyBvciAxPTEiXQ', undefined],
    [placeAt('[null,"------------------------------------"]'), undefined],
    [placeAt('["x","2f1c0c5e-6a0b-4f43-9b1e-0d8b6f1f5a11"]'), undefined],
    [placeAt('["-updatedAt","x","2f1c0c5e-6a0b-4f43-9b1e-0d8b6f1f5a11"]'), undefined],
    [placeAt('["-updatedAt","infinity","------------------------------------"]'), undefined],
    ['/things?title=%ff', undefined],
    ['/things?title=%zz', undefined],
    [`/things?title=${'x'.repeat(201)}`, 'title'],
    ['/things?title=%00', 'title'],
    ['/things?format=xml', 'format'],
    ['/things?format=csv&limit=1', undefined],
    [`/things?${'size.at-least=1&'.repeat(21)}`, 'where'],
    ['/things/THING-1?x=1', 'x'],
  ] as const)('the question %s is refused', async (path, field) => {
    await expectRefused(await api.get(`/api/v1${path}`), 422, field)
  })

  test.each([
    '/things/THING-0',
    '/things/THING-99999999999',
    '/things/GOAL-1',
    '/records/NONE-1',
    '/records/%00',
  ])('there is nothing at %s', async (path) => {
    await expectRefused(await api.get(`/api/v1${path}`), 404)
  })
})
