import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '../operation/actor.ts'
import { createKernel, type Kernel } from '../operation/kernel.ts'
import { perform } from '../operation/perform.ts'
import { recordOperations } from '../record/record-operations.ts'
import { secret, thing, thingLinks, thingMigrations } from '../record/testing/a-thing.ts'
import { aStore, engines } from '../store/testing/a-store.ts'
import { searchEntriesMigration } from './search-entries-migration.ts'
import { searchOperation } from './search-operation.ts'

const owner: Actor = { kind: 'local' }
const member: Actor = { kind: 'user', id: 'm1', roles: ['member'] }
const guest: Actor = { kind: 'user', id: 'g1', roles: ['guest'] }
const things = recordOperations(thing)
const secrets = recordOperations(secret)

describe.each(engines)('search on %s', (engine) => {
  let kernel: Kernel
  beforeAll(async () => {
    kernel = createKernel({
      store: await aStore(engine, thingMigrations),
      records: [thing, secret],
      links: thingLinks,
      log: ({ error }) => {
        throw error
      },
    })
  })
  afterAll(() => kernel.store.close())
  beforeEach(async () => {
    await sql`truncate record, record_number cascade`.execute(kernel.store.database)
  })

  const aThing = async (name: string, fields: object = {}) =>
    (await perform(kernel, things.create, owner, { fields: { name, ...fields } })).key
  const search = (q: string, options: object = {}, actor: Actor = owner) =>
    perform(kernel, searchOperation, actor, { q, ...options })
  const titles = async (q: string, options?: object, actor?: Actor) =>
    (await search(q, options, actor)).hits.map(({ title }) => title)
  const ways = async (q: string) => (await search(q)).hits.map(({ title, found }) => [title, found])

  test('an exact key comes first, then beginnings of titles, their words, mistyped ones and texts', async () => {
    await aThing('Thing 2 is not this one')
    await aThing('Second')
    expect(await ways('thing-2')).toEqual([
      ['Second', 'key'],
      ['Thing 2 is not this one', 'title'],
    ])
    await aThing('Elsewhere', { text: 'All about delivery.' })
    await aThing('Delivesy')
    await aThing('Faster delivery')
    await aThing('Delivery')
    await aThing('Delivery of all things')
    expect(await ways('delivery')).toEqual([
      ['Delivery', 'title'],
      ['Delivery of all things', 'title'],
      ['Faster delivery', 'title'],
      ['Delivesy', 'typo'],
      ['Elsewhere', 'text'],
    ])
  })

  test.each([
    ['stratgie', 'Strategie für Kunden'],
    ['Startegie kunden', 'Strategie für Kunden'],
    ['KUNDNE', 'Strategie für Kunden'],
    ['fur', 'Strategie für Kunden'],
    ['zufriedenheit', 'Kundenzufriedenheit messen'],
    ['kundenzufredenheti', 'Kundenzufriedenheit messen'],
    ['cafe', 'Café eröffnen'],
    ['strasse', 'Straße bauen'],
    ['план', 'План на год'],
    ['目标', '战略目标'],
    ['标', '战略目标'],
    ['🚀', 'Ship it 🚀 now'],
    ['THING 8', 'Ship it 🚀 now'],
    ['thign-8', 'Ship it 🚀 now'],
    ['b', 'Straße bauen'],
  ])('%j finds %j', async (q, title) => {
    for (const name of [
      'Strategie für Kunden',
      'Kundenzufriedenheit messen',
      'Café eröffnen',
      'Straße bauen',
      'План на год',
      '战略目标',
      'Plain',
      'Ship it 🚀 now',
    ])
      await aThing(name)
    expect((await titles(q))[0]).toBe(title)
  })

  test('texts are found by the stems of English and of German words, and show where', async () => {
    await aThing('One', { text: '# Why\n\nWe **wrote policies** for [the houses](https://example.com/x).' })
    await aThing('Two', {
      text: `${'Vorher viel anderes. '.repeat(20)}Die Häuser der Kundinnen standen leer.`,
    })
    await aThing('Three', {
      options: [{ option: 'Postgres' }],
      labels: ['embedded'],
      mail: 'ada@example.com',
    })
    const [policy] = (await search('policy house wrote')).hits
    expect(policy).toMatchObject({ title: 'One', found: 'text' })
    expect(policy?.snippet?.text).toBe('Why We wrote policies for the houses.')
    expect(marked(policy?.snippet)).toEqual(['wrote', 'policies', 'houses'])
    const haus = (await search('Haus')).hits.find(({ title }) => title === 'Two')
    expect(haus?.snippet?.text).toMatch(/^… .*Die Häuser der Kundinnen standen leer\.$/)
    expect(marked(haus?.snippet)).toEqual(['Häuser'])
    for (const q of ['postgres', 'embedded', 'ada@example.com']) expect(await titles(q)).toEqual(['Three'])
    expect(await titles('three postgr')).toEqual(['Three'])
  })

  test('the marks in a title are the words that were found', async () => {
    await aThing('Großes Ziel: Kundenzufriedenheit')
    const [hit] = (await search('zeil zufriedenheit')).hits
    expect(marked({ text: hit?.title ?? '', marks: hit?.marks ?? [] })).toEqual([
      'Ziel',
      'Kundenzufriedenheit',
    ])
    expect((await search('ziel zufreidenheit')).hits).toEqual([])
  })

  test('archived records come last and are marked, and a changed one is found by what it says now', async () => {
    const key = await aThing('Delivery')
    await aThing('Text only', { text: 'delivery' })
    await perform(kernel, things.archive, owner, { key, version: 1 })
    expect((await search('delivery')).hits.map(({ title, archived }) => [title, archived])).toEqual([
      ['Text only', false],
      ['Delivery', true],
    ])
    await perform(kernel, things.change, owner, {
      key: 'THING-2',
      version: 1,
      fields: { name: 'Other', text: null },
    })
    expect(await titles('only')).toEqual([])
    expect(await titles('other')).toEqual(['Other'])
    expect(await titles('delivery')).toEqual(['Delivery'])
  })

  test('what the actor may not see is not found by key, title, typo or text, and its type is none', async () => {
    const key = (await perform(kernel, secrets.create, owner, { fields: { name: 'Delivery' } })).key
    await aThing('Delivery for all')
    expect(await titles('delivery')).toEqual(['Delivery', 'Delivery for all'])
    expect(await titles('delivery', {}, member)).toEqual(['Delivery for all'])
    expect(await titles(key, {}, member)).toEqual([])
    expect(await titles('delivery', { types: ['secret-plan'] })).toEqual(['Delivery'])
    await expect(search('delivery', { types: ['secret-plan'] }, member)).rejects.toThrow(
      'There is no type of record secret-plan.',
    )
    await expect(search('delivery', {}, guest)).rejects.toThrow('record.search')
  })

  test('a limit leaves the best and says that there is more', async () => {
    for (let at = 0; at < 5; at++) await aThing(`Delivery ${'x'.repeat(5 - at)}`)
    const { hits, more } = await search('delivery', { limit: 2 })
    expect([hits.map(({ title }) => title), more]).toEqual([['Delivery x', 'Delivery xx'], true])
    expect((await search('delivery', { limit: 5 })).more).toBe(false)
    await expect(search('delivery', { limit: 0 })).rejects.toThrow('limit')
  })

  test('a search that says nothing finds nothing, and one that is too long is refused', async () => {
    await aThing('Delivery')
    for (const q of ['', ' ', `%_'"\\`, '& | ! ( ) <-> :*', '\ud800', '\ufffd'])
      expect(await search(q), q).toEqual({ hits: [], more: false })
    await expect(search('x'.repeat(10_000))).rejects.toThrow('10000 characters; at most 200')
    await expect(search('a\0b')).rejects.toThrow('U+0000')
    for (const q of [`deli%_'"\\`, 'deli:* & !', "'delivery'", 'delivery | &'])
      expect(await titles(q), q).toEqual(['Delivery'])
  })

  test('whatever is written is kept, found by its title and never in the way of a search', async () => {
    await aThing('Quay ఽ꾷𓝔')
    expect(await titles('ఽ꾷𓝔')).toEqual(['Quay ఽ꾷𓝔'])
    const text = fc.string({ unit: 'binary', maxLength: 50 }).map((each) => each.replace(/\p{C}/gu, ''))
    await fc.assert(
      fc.asyncProperty(text, text, async (title, body) => {
        const name = `Quay ${title}`
        await aThing(name, { text: body })
        expect(await titles('quay', { limit: 50 })).toContain(name.normalize('NFC').trim())
        await search(title)
        await search(body)
      }),
      { numRuns: 30 },
    )
  })

  test('a text as long as a field takes is found by its last words', async () => {
    const words = Array.from({ length: 7000 }, (_, at) => `w${at.toString(36)}x`)
    await aThing('Long', { text: words.join(' ').slice(0, 49_000) + ' Leuchtturm' })
    expect(await titles('leuchttürme')).toEqual(['Long'])
  })

  test('records from before there was a search get their entries', async () => {
    await aThing('Delivery', { text: 'About policies.' })
    await aThing('Gone')
    await sql`delete from search_entry`.execute(kernel.store.database)
    expect(await titles('delivery')).toEqual([])
    const { up } = searchEntriesMigration([thing, secret])
    await kernel.store.database.transaction().execute((transaction) => up(transaction))
    expect(await titles('delivery')).toEqual(['Delivery'])
    expect(await titles('policy')).toEqual(['Delivery'])
    await kernel.store.database.transaction().execute((transaction) => up(transaction))
    expect(await titles('gone')).toEqual(['Gone'])
  })
})

function marked(snippet: { text: string; marks: readonly (readonly [number, number])[] } | null | undefined) {
  return snippet?.marks.map(([from, to]) => snippet.text.slice(from, to))
}
