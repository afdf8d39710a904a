import { afterAll, beforeAll, expect, test } from 'vitest'
import { aGathering, owner } from '#evidence/facts/testing/a-gathering.ts'
import { aRepository } from '#evidence/git/testing/a-repository.ts'
import { perform, recordOperations } from '#kernel'
import { secret, thing, thingLinks, thingMigrations } from '#kernel/record/testing/a-thing.ts'
import { createApp } from './create-app.ts'

const status = { version: '1', database: 'ready', engine: 'pglite', message: null } as const
const house = { records: [thing, secret], links: thingLinks, migrations: thingMigrations }
let gathering: Awaited<ReturnType<typeof aGathering>>
let app: ReturnType<typeof createApp>
const repository = aRepository()
  .commit({ message: 'Begin THING-1\n', files: { a: 'x\n' } })
  .write()

beforeAll(async () => {
  gathering = await aGathering('pglite', house)
  app = createApp({ kernel: () => gathering.kernel, status: () => status })
  const things = recordOperations(thing)
  await perform(gathering.kernel, things.create, owner, { fields: { name: 'Delivery' } })
  const secrets = recordOperations(secret)
  await perform(gathering.kernel, secrets.create, owner, { fields: { name: 'Delivery plan' } })
  const id = await gathering.add(repository.path)
  await gathering.until(id, ({ scan }) => scan.phase === 'done')
})
afterAll(async () => gathering.close())

const get = async (path: string, language = 'en') => {
  const headers = { host: 'localhost:4400', 'accept-language': language }
  const answer = await app.request(`/api/v1${path}`, { headers })
  return { status: answer.status, body: await answer.json() }
}

test('a search is an address with the words, the types and how many', async () => {
  const { body } = await get('/search?q=delivery')
  expect(body).toMatchObject({ hits: [{ key: 'THING-1' }, { key: 'PLAN-1' }], more: false })
  expect((await get('/search?q=delivery&types=secret-plan')).body).toMatchObject({
    hits: [{ key: 'PLAN-1' }],
  })
  expect((await get('/search?q=delivery&limit=1')).body).toMatchObject({
    hits: [{ key: 'THING-1' }],
    more: true,
  })
  for (const q of ['', '?q=', '?q=%27%3B%20drop%20table%20record'])
    expect(await get(`/search${q}`), q).toEqual({ status: 200, body: { hits: [], more: false } })
})

test.each([
  [`/search?q=${'x'.repeat(10_000)}`, 422, 'Die Suche hat 10000 Zeichen; höchstens 200 sind möglich.'],
  ['/search?q=%FF%FE', 422, 'Die Abfrage in der Adresse ist kein gültiges UTF-8.'],
  ['/search?q=%', 422, 'Die Abfrage in der Adresse ist kein gültiges UTF-8.'],
  ['/search?q=a&limit=1&limit=2', 422, '„limit“ steht zweimal da.'],
  ['/search?q=a&types=nonsense', 422, 'Es gibt keine Art von Datensatz nonsense.'],
  ['/line-of-sight/GOAL-1', 404, 'Es gibt keinen Datensatz GOAL-1.'],
  ['/line-of-sight/0123456789', 404, 'Es gibt keinen Commit 0123456789.'],
])('%s is refused in words', async (path, code, detail) => {
  expect(await get(path, 'de')).toMatchObject({ status: code, body: { detail } })
})

test('a line of sight is the address of a key or of a commit', async () => {
  const hash = repository.hash('main')
  expect((await get('/line-of-sight/THING-1')).body).toMatchObject({
    total: 1,
    commits: [{ hash, names: ['THING-1'] }],
  })
  expect((await get(`/line-of-sight/${hash}`)).body).toMatchObject({
    records: [{ key: 'THING-1', distance: 1 }],
  })
})
