import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../operation/actor.ts'
import { createKernel, type Kernel } from '../operation/kernel.ts'
import { perform } from '../operation/perform.ts'
import { Refusal } from '../operation/refusal.ts'
import { aStore, engines } from '../store/testing/a-store.ts'
import { verifyChain } from '../audit/verify-chain.ts'
import { recordOperations } from './record-operations.ts'
import { secret, thing, thingMigrations } from './testing/a-thing.ts'

const owner: Actor = { kind: 'local' }
const member: Actor = { kind: 'user', id: 'm1', roles: ['member'] }
const guest: Actor = { kind: 'user', id: 'g1', roles: ['guest'] }
const things = recordOperations(thing)
const secrets = recordOperations(secret)

const everything = {
  name: 'Everything',
  text: 'Two\n\n- lines',
  size: 12.5,
  share: 33.3,
  price: { amount: -1999, currency: 'EUR' },
  estimate: { low: 1, likely: 2, high: 5.5 },
  wantedBy: '2026-02-28',
  metAt: '2026-03-29T01:30:00.250Z',
  takes: 'P2W',
  colour: 'blue',
  state: 'idea',
  urgent: false,
  page: 'https://example.com/a?b=c',
  mail: 'ada@example.com',
  labels: ['big', 'très-vite'],
  options: [
    { option: 'Keep', cost: 0, like: null },
    { option: 'Sell', cost: null, like: null },
  ],
}

describe.each(engines)('records on %s', (engine) => {
  let kernel: Kernel
  let now = Date.parse('2026-03-01T10:00:00.123Z')

  beforeAll(async () => {
    kernel = createKernel({
      store: await aStore(engine, thingMigrations),
      records: [thing, secret],
      log: ({ error }) => {
        throw error
      },
      clock: () => new Date((now += 1000)),
    })
  })
  afterAll(() => kernel.store.close())

  const create = (fields: Record<string, unknown>, actor: Actor = owner) =>
    perform(kernel, things.create, actor, { fields }, 'api')
  const change = (key: string, version: number, fields: Record<string, unknown>, actor: Actor = owner) =>
    perform(kernel, things.change, actor, { key, version, fields }, 'web')

  test('a record keeps a value of every kind exactly', async () => {
    const made = await create(everything)
    expect(made.fields).toEqual({ ...everything, parent: null, uses: null, documents: null })
    const again = await perform(kernel, things.show, member, { key: made.key.toLowerCase() })
    expect(again).toEqual(made)
    expect(again).toMatchObject({ version: 1, title: 'Everything', createdBy: 'local', archivedAt: null })
  })

  test('a refused record says in both languages which fields are wrong and leaves nothing behind', async () => {
    const before = await perform(kernel, things.list, owner, {})
    const refused = await create({
      name: '',
      size: 'much',
      colour: 'green',
      state: 'done',
      nonsense: 1,
      parent: 'THING-99999',
    }).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(Refusal)
    const fields = refused instanceof Refusal ? refused.fields : []
    expect(fields.map(({ path }) => path).sort()).toEqual(['colour', 'name', 'nonsense', 'size', 'state'])
    expect(fields.find(({ path }) => path === 'size')?.message).toEqual({
      en: 'Size must be a number.',
      de: 'Size (de) muss eine Zahl sein.',
    })
    await expect(create({ name: 'Orphan', parent: 'THING-99999' })).rejects.toThrow(
      'there is no thing THING-99999',
    )
    const after = await perform(kernel, things.list, owner, {})
    expect(after.total).toBe(before.total)
  })

  test('numbers are given once, in order, also to records that are written at the same time', async () => {
    const made = await Promise.all(Array.from({ length: 8 }, (_, n) => create({ name: `Twin ${n}` })))
    const numbers = made.map(({ key }) => Number(key.replace('THING-', ''))).sort((a, b) => a - b)
    expect(new Set(numbers).size).toBe(8)
    expect((numbers.at(-1) ?? 0) - (numbers[0] ?? 0)).toBe(7)
  })

  test('a change to an old version is refused with both versions, and nothing is lost', async () => {
    const made = await create({ name: 'Draft' })
    const mine = await change(made.key, 1, { text: 'mine' })
    expect(mine).toMatchObject({ version: 2, fields: { name: 'Draft', text: 'mine' } })
    const stale = await change(made.key, 1, { text: 'theirs' }).catch((error: unknown) => error)
    expect(stale).toMatchObject({
      code: 'conflict',
      details: { current: { version: 2, fields: { text: 'mine' } }, given: { text: 'theirs' } },
    })
    expect((await perform(kernel, things.show, owner, { key: made.key })).fields['text']).toBe('mine')
  })

  test('of two changes at the same time one is written and the other sees what the first wrote', async () => {
    const made = await create({ name: 'Contended' })
    const outcomes = await Promise.allSettled([
      change(made.key, 1, { text: 'one' }),
      change(made.key, 1, { text: 'two' }),
    ])
    const lost = outcomes.find((outcome) => outcome.status === 'rejected')
    const won = outcomes.find((outcome) => outcome.status === 'fulfilled')
    expect(lost?.reason).toMatchObject({
      code: 'conflict',
      details: { current: { fields: won?.value.fields } },
    })
  })

  test('a state goes only where its definition lets it', async () => {
    const { key } = await create({ name: 'Walker' })
    await expect(change(key, 1, { state: 'done' })).rejects.toThrow(
      'cannot go from Idea to Done; possible is Doing',
    )
    await change(key, 1, { state: 'doing' })
    await change(key, 2, { state: 'done' })
    await expect(change(key, 3, { state: 'idea' })).rejects.toThrow('it ends there')
  })

  test('a change that changes nothing makes no version', async () => {
    const { key } = await create({ name: 'Still', labels: ['a'] })
    expect(await change(key, 1, { name: ' Still ', labels: ['a'] })).toMatchObject({ version: 1 })
  })

  test('an archived record leaves the lists, keeps its key and comes back', async () => {
    const { key } = await create({ name: 'Old friend' })
    await perform(kernel, things.archive, owner, { key, version: 1 })
    const titles = async (archived: 'without' | 'only') =>
      (await perform(kernel, things.list, owner, { archived, title: 'friend old' })).records.map(
        ({ title }) => title,
      )
    expect(await titles('without')).toEqual([])
    expect(await titles('only')).toEqual(['Old friend'])
    const back = await perform(kernel, things.restore, owner, { key, version: 2 })
    expect(back).toMatchObject({ key, version: 3, archivedAt: null })
    expect(await titles('without')).toEqual(['Old friend'])
  })

  test('history tells who changed what, from where, with the values before and after', async () => {
    const parent = await create({ name: 'Parent' })
    const { key } = await create({ name: 'Child', price: { amount: 500, currency: 'EUR' } })
    await change(key, 1, { price: null, parent: parent.key, urgent: true })
    const { versions } = await perform(kernel, things.history, member, { key, language: 'de' })
    expect(versions.map(({ version, surface, by }) => ({ version, surface, by }))).toEqual([
      { version: 2, surface: 'web', by: { kind: 'local', id: 'local' } },
      { version: 1, surface: 'api', by: { kind: 'local', id: 'local' } },
    ])
    expect(versions[0]?.changes).toEqual([
      { field: 'price', before: '5,00 EUR', after: null },
      { field: 'urgent', before: null, after: 'ja' },
      { field: 'parent', before: null, after: parent.key },
    ])
  })

  test('a record tells the titles of those it refers to', async () => {
    const parent = await create({ name: 'Upper' })
    const child = await create({ name: 'Lower', parent: parent.key })
    expect(child.references).toEqual({ [parent.key]: { type: 'thing', title: 'Upper', archived: false } })
  })

  test('only writers write, only the audience reads, and what is hidden is told like what is not there', async () => {
    await expect(create({ name: 'No' }, member)).rejects.toMatchObject({ code: 'forbidden' })
    const plan = await perform(kernel, secrets.create, owner, { fields: { name: 'Takeover' } })
    const hidden = await perform(kernel, secrets.show, member, { key: plan.key }).catch((error: unknown) =>
      String(error),
    )
    expect(hidden).not.toContain('Takeover')
    await expect(perform(kernel, things.show, guest, { key: 'THING-1' })).rejects.toMatchObject({
      code: 'forbidden',
    })
    // Another type's verb does not lead to it either.
    await expect(perform(kernel, things.show, member, { key: plan.key })).rejects.toThrow(
      `There is no record ${plan.key}.`,
    )
  })

  test('every write of a record is in the audit chain, which holds', async () => {
    const { key } = await create({ name: 'Audited' })
    await change(key, 1, { size: 1 })
    const rows = await kernel.store.database
      .selectFrom('audit')
      .select(['operation', 'subject_type', 'payload'])
      .orderBy('seq', 'desc')
      .limit(2)
      .execute()
    expect(rows.map(({ operation }) => operation)).toEqual(['thing.change', 'thing.create'])
    expect(rows[0]?.payload).toMatchObject({ key, version: 2, surface: 'web', fields: { size: 1 } })
    expect(await verifyChain(kernel.store.database, kernel.store.workspaceId)).toMatchObject({ holds: true })
  })
})

describe.each(engines)('lists of records on %s', (engine) => {
  let kernel: Kernel
  const sizes = [3, null, 1, 2, 2, null, 10, -4]

  beforeAll(async () => {
    kernel = createKernel({
      store: await aStore(engine, thingMigrations),
      records: [thing, secret],
      log: ({ error }) => {
        throw error
      },
    })
    for (const [at, size] of sizes.entries()) {
      const fields = {
        name: `Thing ${String.fromCodePoint(97 + ((at * 5) % 8))}`,
        size,
        takes: size === null ? null : `P${Math.abs(size)}D`,
        colour: at % 2 === 0 ? 'red' : 'blue',
        labels: at < 3 ? ['early', `n${at}`] : null,
        wantedBy: `2026-0${(at % 4) + 1}-15`,
        parent: at === 7 ? 'THING-1' : null,
      }
      await perform(kernel, things.create, owner, { fields })
    }
  })
  afterAll(() => kernel.store.close())

  const list = (query: Record<string, unknown>) => perform(kernel, things.list, member, query)
  const keys = async (query: Record<string, unknown>) =>
    (await list(query)).records.map(({ key }) => Number(key.replace('THING-', '')))

  test.each([
    'key',
    '-key',
    'title',
    '-title',
    'size',
    '-size',
    'takes',
    '-takes',
    'colour',
    'wantedBy',
    '-updatedAt',
    'createdAt',
  ])('pages of two in the order %s give every record once, in the order of the whole list', async (sort) => {
    const whole = await keys({ sort, limit: 200 })
    const paged: number[] = []
    for (let after: string | null = null, pages = 0; pages < 10; pages++) {
      const page = await list({ sort, limit: 2, after })
      expect(page.total).toBe(8)
      paged.push(...page.records.map(({ key }) => Number(key.replace('THING-', ''))))
      after = page.next
      if (after === null) break
    }
    expect(paged).toEqual(whole)
    expect(new Set(paged).size).toBe(8)
  })

  test('numbers sort as numbers, durations by length, and what has none stands at the end', async () => {
    const size = async (sort: string) => (await list({ sort })).records.map(({ fields }) => fields['size'])
    expect(await size('size')).toEqual([-4, 1, 2, 2, 3, 10, null, null])
    expect(await size('-size')).toEqual([10, 3, 2, 2, 1, -4, null, null])
    expect((await keys({ sort: '-takes' })).slice(0, 2)).toEqual([7, 8])
  })

  test('lists are narrowed by field, by amount, by tag, by reference and by what is missing', async () => {
    const where = (field: string, is: string, value?: unknown) => ({
      where: [{ field, is, value }],
      sort: 'key',
    })
    expect(await keys(where('colour', 'equal', 'red'))).toEqual([1, 3, 5, 7])
    expect(await keys(where('size', 'at-least', 3))).toEqual([1, 7])
    expect(await keys(where('wantedBy', 'at-most', '2026-01-31'))).toEqual([1, 5])
    expect(await keys(where('size', 'empty'))).toEqual([2, 6])
    expect(await keys(where('labels', 'equal', ['early']))).toEqual([1, 2, 3])
    expect(await keys(where('parent', 'equal', 'THING-1'))).toEqual([8])
    expect(await keys(where('takes', 'at-most', 'P1D'))).toEqual([3])
    const both = [
      { field: 'colour', is: 'equal', value: 'red' },
      { field: 'size', is: 'set' },
    ]
    expect(await keys({ where: both, sort: 'key' })).toEqual([1, 3, 5, 7])
  })

  test.each([
    [{ sort: 'nonsense' }, 'has no field nonsense'],
    [{ sort: 'options' }, 'no order by Options'],
    [{ where: [{ field: 'constructor', is: 'set' }] }, 'has no field constructor'],
    [{ where: [{ field: 'size', is: 'equal', value: 'x; drop table record' }] }, 'must be a number'],
    [{ where: [{ field: 'name', is: 'at-least', value: 'a' }] }, 'no order by Name'],
    [{ after: 'bm9uc2Vuc2U' }, 'none that this list gave'],
    [{ limit: 1000 }, 'limit'],
  ])('the list %j is refused', async (query, words) => {
    await expect(list(query)).rejects.toThrow(words)
  })
})
