import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordOperations } from '../record/record-operations.ts'
import { secret, thing, thingMigrations } from '../record/testing/a-thing.ts'
import { aStore, engines } from '../store/testing/a-store.ts'
import type { Actor } from './actor.ts'
import { createKernel, type Kernel } from './kernel.ts'
import { perform } from './perform.ts'

const owner: Actor = { kind: 'local' }
const leader: Actor = { kind: 'user', id: 'u1', roles: ['leader'] }
const things = recordOperations(thing)
const day = 24 * 3_600_000

describe.each(engines)('performing once on %s', (engine) => {
  let kernel: Kernel
  let now = Date.parse('2026-03-01T10:00:00Z')

  beforeAll(async () => {
    kernel = createKernel({
      store: await aStore(engine, thingMigrations),
      records: [thing, secret],
      log: ({ error }) => {
        throw error
      },
      clock: () => new Date(now),
    })
  })
  afterAll(() => kernel.store.close())

  const create = (name: string, key: string, actor: Actor = owner) =>
    perform(kernel, things.create, actor, { fields: { name } }, 'api', key)
  const count = async () => {
    const { total } = await perform(kernel, things.list, owner, {})
    const audited = await kernel.store.database.selectFrom('audit').select('seq').execute()
    return { total, audited: audited.length }
  }

  test('what is asked for twice under a key is made once, and answered as it stands', async () => {
    const made = await create('Once', 'k-1')
    const before = await count()
    expect(await create('Once', 'k-1')).toEqual(made)
    await perform(kernel, things.change, owner, { key: made.key, version: 1, fields: { text: 'more' } })
    expect(await create('Once', 'k-1')).toMatchObject({ key: made.key, version: 2 })
    expect(await count()).toEqual({ ...before, audited: before.audited + 1 })
  })

  test('of many at the same time one is made, and all are answered with it', async () => {
    const { total } = await count()
    const made = await Promise.all(Array.from({ length: 6 }, () => create('At once', 'k-2')))
    expect(new Set(made.map(({ key }) => key)).size).toBe(1)
    expect((await count()).total).toBe(total + 1)
  })

  test('the same key with another input is a conflict that makes nothing', async () => {
    await create('First', 'k-3')
    const before = await count()
    await expect(create('Second', 'k-3')).rejects.toMatchObject({ code: 'conflict' })
    expect(await count()).toEqual(before)
  })

  test('keys are each actor’s own', async () => {
    const mine = await create('Mine', 'k-4')
    const theirs = await create('Theirs', 'k-4', leader)
    expect(theirs.key).not.toBe(mine.key)
  })

  test('a key is free again after 24 hours, and not a moment before', async () => {
    const first = await create('Daily', 'k-5')
    now += day - 1
    expect((await create('Daily', 'k-5')).key).toBe(first.key)
    now += 1
    expect((await create('Daily', 'k-5')).key).not.toBe(first.key)
  })

  test('what was refused under a key leaves the key free', async () => {
    await expect(create('', 'k-6')).rejects.toMatchObject({ code: 'invalid' })
    await expect(create('Now right', 'k-6')).resolves.toMatchObject({ title: 'Now right' })
  })

  test('neither what was given nor what was answered is kept', async () => {
    await create('Somebody’s name', 'k-7')
    const rows = await kernel.store.database.selectFrom('performed_once').selectAll().execute()
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toContain('Somebody')
  })

  test.each(['', ' ', 'two words', 'ü', 'x'.repeat(201)])('the key %j is refused', async (key) => {
    await expect(create('Bad key', key)).rejects.toMatchObject({ code: 'invalid' })
  })

  test('what makes nothing takes no key', async () => {
    await expect(perform(kernel, things.list, owner, {}, 'api', 'k-8')).rejects.toMatchObject({
      code: 'invalid',
    })
  })
})
