import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addLinkOperation, removeLinkOperation } from '../links/link-operations.ts'
import type { Actor } from '../operation/actor.ts'
import { createKernel, type Kernel } from '../operation/kernel.ts'
import { perform } from '../operation/perform.ts'
import { aStore, engines } from '../store/testing/a-store.ts'
import { recordChanges } from './record-changes.ts'
import { recordOperations } from './record-operations.ts'
import { secret, thing, thingLinks, thingMigrations } from './testing/a-thing.ts'

const owner: Actor = { kind: 'local' }
const member: Actor = { kind: 'user', id: 'u1', roles: ['member'] }

describe.each(engines)('what became of records on %s', (engine) => {
  let kernel: Kernel
  const things = recordOperations(thing)
  const secrets = recordOperations(secret)

  beforeAll(async () => {
    const store = await aStore(engine, thingMigrations)
    kernel = createKernel({
      store,
      records: [thing, secret],
      links: thingLinks,
      log: ({ error }) => {
        throw error
      },
    })
  })
  afterAll(() => kernel.store.close())

  const since = (after: number | null, actor: Actor = owner) =>
    perform(kernel, recordChanges, actor, { after })
  const aThing = (name: string) => perform(kernel, things.create, owner, { fields: { name } })

  test('a record written twice is told once, as it is now, and the next look begins behind it', async () => {
    const { seq } = await since(null)
    const { key } = await aThing('One')
    await perform(kernel, things.change, owner, { key, version: 1, fields: { size: 3 } })
    const told = await since(seq)
    expect(told.changes).toEqual([{ type: 'thing', key, version: 2 }])
    expect(await since(told.seq)).toEqual({ seq: told.seq, changes: [] })
  })

  test('a link is news at both of its ends, when it is made and when it is taken away', async () => {
    const [one, other] = [await aThing('From'), await aThing('To')]
    const ends = { from: one.key, relation: 'blocks', to: other.key }
    for (const operation of [addLinkOperation, removeLinkOperation]) {
      const { seq } = await since(null)
      await perform(kernel, operation, owner, ends)
      expect((await since(seq)).changes.map(({ key }) => key)).toEqual([one.key, other.key])
    }
  })

  test('nobody is told of a record that they may not read', async () => {
    const { seq } = await since(null)
    const { key } = await perform(kernel, secrets.create, owner, { fields: { name: 'Plan' } })
    expect((await since(seq)).changes.map((change) => change.key)).toEqual([key])
    expect((await since(seq, member)).changes).toEqual([])
  })

  test('a commit is told to whoever listens, a refusal and a read are not', async () => {
    let told = 0
    const stop = kernel.commits.listen(() => told++)
    await expect(perform(kernel, things.create, owner, { fields: {} })).rejects.toThrow('Name')
    await since(null)
    expect(told).toBe(0)
    await aThing('Heard')
    expect(told).toBe(1)
    stop()
    await aThing('Unheard')
    expect(told).toBe(1)
  })
})
