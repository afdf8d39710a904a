import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '#surfaces/api/create-app.ts'
import { listen } from '#surfaces/serve/listen.ts'
import { anAgentKernel, call, connectTo } from './testing/an-agent.ts'

const status = { version: '1', database: 'ready', engine: 'pglite', message: null } as const

describe('the address for agents', () => {
  let host: Awaited<ReturnType<typeof anAgentKernel>>
  let app: ReturnType<typeof createApp>
  beforeAll(async () => {
    host = await anAgentKernel()
    app = createApp({ kernel: () => host.kernel, status: () => status })
  })
  afterAll(async () => host.close())

  const post = (body: string, headers: Record<string, string> = {}) =>
    app.request('/mcp', {
      method: 'POST',
      headers: {
        host: 'localhost:4400',
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
        'content-length': String(body.length),
        ...headers,
      },
      body,
    })
  const list = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' })

  test('answers a program on this machine', async () => {
    const answer = await post(list)
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('line-of-sight')
  })

  test.each([
    ['a rebound name', { host: 'evil.example' }],
    ['a page of another site', { origin: 'http://evil.example' }],
    ['a page that a browser says is of another site', { 'sec-fetch-site': 'cross-site' }],
  ])('lets %s reach nothing', async (_, headers) => {
    const answer = await post(list, headers)
    expect(answer.status).toBe(403)
    expect(await answer.text()).not.toContain('line-of-sight')
  })

  test.each([
    ['a body that is not JSON', 'not json', {}, 400],
    ['a body that is no message', '{"a":1}', {}, 400],
    ['a body of another kind', list, { 'content-type': 'text/plain' }, 415],
    ['a body of more than 1 MiB', 'x'.repeat(1_100_000), {}, 413],
  ])('refuses %s and goes on', async (_, body, headers, code) => {
    expect((await post(body, headers)).status).toBe(code)
    expect((await post(list)).status).toBe(200)
  })

  test('keeps no session: there is nothing to listen to and nothing to end', async () => {
    for (const method of ['GET', 'DELETE']) {
      const answer = await app.request('/mcp', { method, headers: { host: 'localhost:4400' } })
      expect([answer.status, answer.headers.get('allow')], method).toEqual([405, 'POST'])
    }
  })

  test('says to wait while the database opens', async () => {
    const opening = createApp({ kernel: () => null, status: () => ({ ...status, database: 'opening' }) })
    const headers = { host: 'localhost:4400', 'content-type': 'application/json' }
    const answer = await opening.request('/mcp', { method: 'POST', headers, body: list })
    expect(answer.status).toBe(503)
  })

  test('answers refusals in the language of whoever connected', async () => {
    const body = {
      jsonrpc: '2.0',
      id: 1,
      method: 'tools/call',
      params: { name: 'get', arguments: { key: 'GOAL-9' } },
    }
    const answer = await post(JSON.stringify(body), { 'accept-language': 'de' })
    expect(await answer.text()).toContain('Es gibt keinen Datensatz GOAL-9.')
  })

  test('an agent that vanishes in the midst of a call keeps nobody else waiting', async () => {
    const server = await listen(app, 0, '127.0.0.1')
    const address = server.address()
    const url = `http://localhost:${typeof address === 'object' ? address?.port : ''}/mcp`
    const vanishing = Array.from({ length: 10 }, async () => {
      const gone = new AbortController()
      const headers = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' }
      const params = { name: 'create', arguments: { type: 'goal', fields: { title: 'Left alone' } } }
      const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params })
      const asked = fetch(url, { method: 'POST', headers, body, signal: gone.signal })
      setImmediate(() => gone.abort())
      await expect(asked).rejects.toThrow(/abort/i)
    })
    await Promise.all(vanishing)
    const client = await connectTo(url)
    expect(await call(client, 'find', { words: 'nothing' })).toEqual({ records: [], more: false })
    await client.close()
    await server.stop()
  })

  test('nothing of this was a bug', () => {
    expect(host.bugs).toEqual([])
  })
})
