import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPicture } from '#kernel/attachments/testing/a-file.ts'
import { fileDisposition } from './file-disposition.ts'
import { aRecordsApi, type RecordsApi } from './records/testing/a-records-api.ts'

let api: RecordsApi
beforeAll(async () => {
  api = await aRecordsApi('pglite')
})
afterAll(() => api.close())

const bytes = { 'content-type': 'application/octet-stream' }
const upload = (name: string, body: Buffer | string, headers: Record<string, string> = bytes) =>
  api.send('POST', `/api/v1/attachments?name=${encodeURIComponent(name)}`, Buffer.from(body), headers)

async function attached(name: string, body: Buffer | string): Promise<string> {
  const answer = await upload(name, body)
  expect(answer.status).toBe(201)
  const file = (await answer.json()) as { id: string } // the API's own shape
  expect(answer.headers.get('location')).toBe(`/api/v1/attachments/${file.id}`)
  const made = await api.send('POST', '/api/v1/things', { fields: { name: 'One', documents: [file] } })
  expect(made.status).toBe(201)
  return `/api/v1/attachments/${file.id}`
}

describe('a file by the API', () => {
  test.each([
    ['Über „uns“ (1).png', aPicture, 'inline', 'image/png'],
    ['notes.txt', '<script>alert(1)</script>', 'attachment', 'text/plain; charset=utf-8'],
    ['offer.pdf', '%PDF-1.7 <script>', 'attachment', 'application/pdf'],
  ])('%s comes back as it went, and nothing of it can run', async (name, body, how, type) => {
    const answer = await api.get(await attached(name, body))
    expect(answer.status).toBe(200)
    expect(Buffer.from(await answer.arrayBuffer()).equals(Buffer.from(body))).toBe(true)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': type,
      'content-disposition': fileDisposition(how === 'inline' ? 'inline' : 'attachment', name),
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    })
  })

  test('is asked for by one of its names, and by no other', async () => {
    const address = await attached('one.txt', 'named')
    await attached('two.txt', 'named')
    const named = await api.get(`${address}?name=one.txt`)
    expect(named.headers.get('content-disposition')).toContain('filename="one.txt"')
    expect((await api.get(`${address}?name=evil.txt`)).status).toBe(404)
    expect((await api.get(`${address}?names=one.txt`)).status).toBe(422)
    expect((await api.get('/api/v1/attachments/..%2f..%2fetc')).status).toBe(404)
  })

  test('is refused where it is too large, before more than that is held', async () => {
    const told = await upload('a.txt', 'a', { ...bytes, 'content-length': '10485761' })
    expect(told.status).toBe(413)
    let sent = 0
    const endless = new ReadableStream({
      pull(controller) {
        sent += 65_536
        controller.enqueue(new Uint8Array(65_536).fill(97))
      },
    })
    const answer = await api.app.request('/api/v1/attachments?name=a.txt', {
      method: 'POST',
      headers: { ...bytes, host: 'localhost:4610', 'transfer-encoding': 'chunked', 'accept-language': 'de' },
      body: endless,
      duplex: 'half',
    } as RequestInit) // undici wants to be told that a stream goes one way
    expect(answer.status).toBe(413)
    expect(await answer.json()).toMatchObject({ detail: 'Die Datei ist größer als 10 MiB.' })
    expect(sent).toBeLessThan(12 * 2 ** 20)
  })

  test.each([
    ['JSON in the place of bytes', { 'content-type': 'application/json' }, 415],
    ['what a form of another site could send', { 'content-type': 'text/plain' }, 415],
    ['a form with files', { 'content-type': 'multipart/form-data; boundary=x' }, 415],
    ['another origin', { ...bytes, origin: 'https://evil.example' }, 403],
  ])('is refused as %s', async (_what, headers, status) => {
    expect((await upload('a.txt', 'a', { 'content-length': '1', ...headers })).status).toBe(status)
  })

  test('is refused without a name, and for what it is', async () => {
    const nameless = await api.send('POST', '/api/v1/attachments', Buffer.from('a'), bytes)
    expect(await nameless.json()).toMatchObject({ detail: 'The file has no name.' })
    const page = await upload('cat.png', '<!doctype html><script>alert(1)</script>')
    expect(page.status).toBe(422)
    expect(await page.json()).toMatchObject({ detail: expect.stringContaining('is not what its name says') })
  })
})

test.each([
  ['a.pdf', `attachment; filename="a.pdf"; filename*=UTF-8''a.pdf`],
  ['Öl "1".pdf', `attachment; filename="_l _1_.pdf"; filename*=UTF-8''%C3%96l%20%221%22.pdf`],
  ["it's (1)*.txt", `attachment; filename="it's (1)*.txt"; filename*=UTF-8''it%27s%20%281%29%2A.txt`],
  ['漢字.md', `attachment; filename="__.md"; filename*=UTF-8''%E6%BC%A2%E5%AD%97.md`],
])('the name %s stands in a header', (name, header) => {
  expect(fileDisposition('attachment', name)).toBe(header)
})
