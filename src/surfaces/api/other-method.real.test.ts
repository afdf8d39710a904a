import { afterAll, beforeAll, expect, test } from 'vitest'
import { aRecordsApi, type RecordsApi } from './records/testing/a-records-api.ts'

let api: RecordsApi
beforeAll(async () => {
  api = await aRecordsApi('pglite')
})
afterAll(() => api.close())

test.each([
  ['PATCH', '/api/v1/repositories', 'GET, HEAD, POST'],
  ['DELETE', '/api/v1/things/THING-1', 'GET, HEAD, PATCH'],
  ['PUT', '/api/v1/things/THING-1/archive', 'POST'],
  ['GET', '/api/v1/restore', 'POST'],
  ['OPTIONS', '/api/v1/session', 'DELETE, GET, HEAD, POST'],
  ['POST', '/api/openapi.json', 'GET, HEAD'],
  ['POST', '/healthz', 'GET, HEAD'],
])('says of %s %s which methods there are', async (method, path, allow) => {
  const answer = await api.send(method, path)
  expect(answer.status).toBe(405)
  expect(answer.headers.get('allow')).toBe(allow)
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  expect(await answer.json()).toMatchObject({ status: 405, hint: `It answers ${allow}.` })
})

test('goes on saying of an address that is none that there is nothing', async () => {
  for (const path of ['/api/v1/nonsense', '/api/v1/things/THING-1/nonsense', '/nonsense'])
    expect((await api.send('POST', path)).status, path).toBe(404)
})
