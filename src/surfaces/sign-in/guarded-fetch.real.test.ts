import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { guardedFetch, PrivateHost, Unreachable } from './guarded-fetch.ts'

let server: Server
let origin = ''

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/elsewhere') return response.writeHead(302, { location: '/here' }).end()
    if (request.url === '/large') return response.end('x'.repeat(1_100_000))
    if (request.url === '/cut') {
      response.writeHead(200, { 'content-length': '10' }).write('half')
      return request.socket.destroySoon()
    }
    return response.setHeader('x-method', request.method ?? '').end('here')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // of a server that listens on a port
  origin = `http://localhost:${port}`
})
afterAll(() => server.close())

test('a host of the own network is asked where that is allowed, and not otherwise', async () => {
  const answer = await guardedFetch(new URL(`${origin}/x`), { method: 'POST', body: 'a=b' }, true)
  expect([answer.status, answer.headers.get('x-method'), await answer.text()]).toEqual([200, 'POST', 'here'])
  for (const address of [
    origin,
    origin.replace('localhost', '127.0.0.1'),
    'https://[::1]:1',
    'https://10.0.0.1',
  ])
    await expect(guardedFetch(new URL(address), {}, false)).rejects.toBeInstanceOf(PrivateHost)
})

test('a host of the internet is not asked unencrypted, whatever is allowed', async () => {
  await expect(guardedFetch(new URL('http://1.1.1.1/'), {}, true)).rejects.toBeInstanceOf(PrivateHost)
})

test('a redirect is an answer and leads nowhere', async () => {
  expect((await guardedFetch(new URL(`${origin}/elsewhere`), {}, true)).status).toBe(302)
})

test.each(['/large', '/cut'])('an answer that is no good, as at %s, counts as none', async (path) => {
  await expect(guardedFetch(new URL(origin + path), {}, true)).rejects.toBeInstanceOf(Unreachable)
})

test('nobody there is told from somebody who is not allowed', async () => {
  await expect(guardedFetch(new URL('http://127.0.0.1:9/'), {}, true)).rejects.toBeInstanceOf(Unreachable)
})
