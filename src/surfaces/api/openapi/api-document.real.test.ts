import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../create-app.ts'
import { openToAll } from '../door.ts'
import { aRecordsApi, thingVerbs, type RecordsApi } from '../records/testing/a-records-api.ts'
import { recordVerbs } from '../../operations.ts'
import { apiDocument } from './api-document.ts'

const host = {
  kernel: () => null,
  status: () => ({ version: '1', database: 'opening', engine: null, message: null }) as const,
}

describe.each([
  ['of the product', recordVerbs, 'en'],
  ['of the product in German', recordVerbs, 'de'],
  ['of records with fields of every kind', thingVerbs, 'en'],
] as const)('the description %s', (_, verbs, language) => {
  const document = apiDocument(verbs, language)

  test('is valid OpenAPI 3.1, and its references lead somewhere', async () => {
    const validator = new Validator()
    const result = await validator.validate(JSON.parse(JSON.stringify(document)))
    expect(result.errors).toBeUndefined()
    expect(result.valid).toBe(true)
    expect(validator.version).toBe('3.1')
    const named = JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)
    for (const [, name = ''] of named) expect(Object.keys(document.components.schemas)).toContain(name)
  })

  test('has every route that the server answers, and no other', () => {
    const served = createApp(host, verbs)
      .routes.filter(({ path, method }) => path.startsWith('/api/v1/') && method !== 'ALL')
      .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`)
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    )
    expect(described.sort()).toEqual([...new Set(served)].sort())
  })

  test('says by which ways in everything is asked, and what whoever comes by none of them is answered', () => {
    const { securitySchemes } = document.components
    expect(Object.keys(securitySchemes)).toEqual(['session', 'key'])
    for (const [path, methods] of Object.entries(document.paths))
      for (const [method, { security = document.security, responses }] of Object.entries(methods)) {
        const place = `${method} ${path}`
        const isOpen = openToAll.has(`${method.toUpperCase()} ${path}`)
        expect(security.length === 0, place).toBe(isOpen)
        for (const name of security.flatMap(Object.keys)) expect(securitySchemes, place).toHaveProperty(name)
        const told = Object.keys(responses)
        expect(told, place).toContain('403')
        if (!isOpen) expect(told, place).toContain('401')
        if (method !== 'get') expect(told, place).toContain('429')
      }
    expect(document.paths['/api/v1/members/{member}/role']?.put?.security).toEqual([{ session: [] }])
  })

  test('says of everything in a sentence what it does, under a name of its own', () => {
    const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods))
    for (const { summary, operationId } of operations)
      expect(summary, operationId).toMatch(/^[A-ZÄÖÜ].{8,}\.$/)
    const ids = operations.map(({ operationId }) => operationId)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

test('the German description says everything in German, and otherwise describes the same', () => {
  const [english, german] = (['en', 'de'] as const).map((language) =>
    textsOf(apiDocument(recordVerbs, language)),
  )
  expect([...(german?.keys() ?? [])]).toEqual([...(english?.keys() ?? [])])
  const same = Array.from(english ?? []).filter(([place, text]) => german?.get(place) === text)
  // What is a name in both languages.
  const names = ['Name', 'Team', 'Teams', 'Leitstand', 'Text', 'Vision', 'Design', 'Segment']
  expect(same.filter(([, text]) => !names.includes(text))).toEqual([])
})

/** What is said in words, by where it stands. */
function textsOf(told: unknown, place = ''): Map<string, string> {
  if (typeof told !== 'object' || told === null) return new Map()
  return new Map(
    Object.entries(told).flatMap(([name, value]: [string, unknown]): [string, string][] => {
      const isSaid = typeof value === 'string' && ['title', 'summary', 'description'].includes(name)
      return isSaid ? [[`${place}/${name}`, value]] : [...textsOf(value, `${place}/${name}`)]
    }),
  )
}

describe('what is described', () => {
  let api: RecordsApi
  const { components } = apiDocument(thingVerbs, 'en')
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, validateFormats: false, strict: false })
  ajv.addSchema({ $id: 'api', components })
  const faults = (name: string, value: unknown) => {
    const check = ajv.getSchema(`api#/components/schemas/${name}`)
    if (!check) throw new Error(`There is no schema ${name}.`)
    return check(value) ? null : check.errors
  }

  beforeAll(async () => {
    api = await aRecordsApi('pglite')
  })
  afterAll(() => api.close())

  const whole = {
    name: 'Whole',
    text: 'Text',
    size: 12.5,
    share: 33.3,
    price: { amount: -1999, currency: 'EUR' },
    estimate: { low: 1, likely: 2, high: 5.5 },
    wantedBy: '2026-02-28',
    metAt: '2026-03-29T01:30:00.250Z',
    takes: 'P2W',
    colour: 'blue',
    urgent: false,
    page: 'https://example.com/',
    mail: 'ada@example.com',
    labels: ['big'],
    options: [{ option: 'Keep', cost: null }],
  }
  const sent = { 'content-type': 'application/octet-stream' }

  test('is what is answered, of every verb and of a refusal', async () => {
    const upload = await api.send('POST', '/api/v1/attachments?name=a.txt', Buffer.from('a'), sent)
    const documents = [await upload.json()]
    for (const fields of [{ ...whole, documents }, { name: 'Bare' }]) {
      expect(faults('NewThing', { fields })).toBeNull()
      const made = await api.send('POST', '/api/v1/things', { fields })
      expect(faults('Thing', await made.clone().json())).toBeNull()
      expect(faults('Record', await made.json())).toBeNull()
    }
    const change = { version: 1, fields: { parent: 'THING-2', size: null } }
    expect(faults('ThingChange', change)).toBeNull()
    const changed = await api.send('PATCH', '/api/v1/things/THING-1', change)
    expect(faults('Thing', await changed.json())).toBeNull()
    const link = { from: 'THING-1', relation: 'blocks', to: 'THING-2' }
    expect(faults('Link', await (await api.send('POST', '/api/v1/links', link)).json())).toBeNull()
    for (const [path, name] of [
      ['/things?limit=1', 'ThingPage'],
      ['/things/THING-1/history', 'History'],
      ['/things/THING-1/links', 'Links'],
      ['/things/THING-9', 'Problem'],
      ['/things?nonsense=1', 'Problem'],
    ])
      expect(faults(name ?? '', await (await api.get(`/api/v1${path}`)).json()), path).toBeNull()
    const stale = await api.send('PATCH', '/api/v1/things/THING-1', change)
    expect(faults('Problem', await stale.json())).toBeNull()
  })

  test.each([
    { name: 7 },
    {},
    { name: 'x', nonsense: 1 },
    { name: 'x', colour: 'green' },
    { name: 'x'.repeat(81) },
    { name: 'x', size: 2000 },
    { name: 'x', options: [{ cost: 1 }] },
  ])('refuses what the server refuses: %j', async (fields) => {
    expect(faults('NewThing', { fields })).not.toBeNull()
    expect((await api.send('POST', '/api/v1/things', { fields })).status).toBe(422)
  })

  test('is a page for people too, with everything on it and nothing from elsewhere', async () => {
    const page = await api.get('/api/docs')
    const text = await page.text()
    const { paths } = await (await api.get('/api/openapi.json')).json()
    for (const methods of Object.values<Record<string, { operationId: string }>>(paths))
      for (const { operationId } of Object.values(methods)) expect(text).toContain(`id="${operationId}"`)
    expect(text).not.toMatch(/<script|<style|style=|(?:src|href)="(?!\/|#)/)
    const german = await (await api.get('/api/docs?language=de')).text()
    expect(german).toContain('<html lang="de">')
    expect(german).toContain('Wer fragt, darf das nicht.')
    expect(german).not.toMatch(
      />\s*(Parameters|Answers|Body|Contents|Schemas|What|Values|To the control room)\s*</,
    )
    expect((await api.get('/api/docs/style.css')).headers.get('content-type')).toContain('text/css')
  })
})
