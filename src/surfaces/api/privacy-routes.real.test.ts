import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allMigrations } from '#areas/migrations.ts'
import { linkRules, records } from '#areas/records.ts'
import { person } from '#areas/team/person.record.ts'
import { createKernel, perform, recordOperations, type Kernel, type Store } from '#kernel'
import { aStore } from '#kernel/store/testing/a-store.ts'
import { createApp } from './create-app.ts'

const status = { version: '1', database: 'ready', engine: 'pglite', message: null } as const

describe('privacy over HTTP', () => {
  let store: Store
  let kernel: Kernel
  let app: ReturnType<typeof createApp>
  beforeAll(async () => {
    store = await aStore('pglite', allMigrations)
    const log = ({ error }: { error: unknown }) => {
      throw error
    }
    kernel = createKernel({ store, records, links: linkRules, log })
    app = createApp({ kernel: () => kernel, status: () => status })
  })
  afterAll(() => store.close())

  const ask = (path: string, method = 'GET', headers: Record<string, string> = {}) =>
    app.request(path, { method, headers: { host: 'localhost:4400', ...headers } })

  test('the sheet is a Markdown page in the reader’s language, and the same as JSON for the web', async () => {
    const page = await ask('/api/v1/privacy-sheet', 'GET', { 'accept-language': 'de' })
    expect(page.headers.get('content-type')).toBe('text/markdown; charset=utf-8')
    const text = await page.text()
    expect(text).toMatch(/^# Was über Menschen gespeichert ist\n/)
    expect(text).toContain(
      '| Person | E-Mail | Um sie zu erreichen und einzuladen. | Inhaber:innen und Leitung | 90 Tage danach |',
    )
    const json = await ask('/api/v1/privacy-sheet?format=json&language=en')
    expect(await json.json()).toMatchObject({ title: 'What is stored about people' })
  })

  test('what is stored about a person leaves as a file, and is erased', async () => {
    const fields = { name: 'Zyxwia Quorl', email: 'zyxwia@quorl.example' }
    const { key } = await perform(kernel, recordOperations(person).create, { kind: 'local' }, { fields })
    const data = await ask(`/api/v1/people/${key}/export`)
    expect(data.headers.get('content-disposition')).toBe(`attachment; filename="${key}.json"`)
    expect(await data.json()).toMatchObject({ key, record: { fields }, versions: [{ fields }] })
    const page = await ask(`/api/v1/people/${key}/export?format=markdown`, 'GET', { 'accept-language': 'de' })
    expect(page.headers.get('content-disposition')).toBe(`attachment; filename="${key}.md"`)
    expect(await page.text()).toContain('- E-Mail: zyxwia@quorl.example')

    const unsure = await app.request(`/api/v1/people/${key}/erase`, {
      method: 'POST',
      headers: { host: 'localhost:4400', 'content-type': 'application/json' },
      body: JSON.stringify({ dryRun: true }),
    })
    expect(unsure.status).toBe(422)
    expect(await (await ask(`/api/v1/people/${key}/export`)).text()).toContain('Zyxwia')

    const erased = await ask(`/api/v1/people/${key}/erase`, 'POST')
    expect([erased.status, await erased.json()]).toEqual([200, { key, mentions: [] }])
    const after = await (await ask(`/api/v1/people/${key}/export`)).text()
    expect(after).not.toMatch(/zyxwia|quorl/i)
    expect((await ask('/api/v1/people/PERSON-77/erase', 'POST')).status).toBe(404)
    expect((await ask('/api/v1/people/GOAL-1/erase', 'POST')).status).toBe(404)
  })
})
