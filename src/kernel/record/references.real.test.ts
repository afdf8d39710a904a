import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../operation/actor.ts'
import { createKernel, type Kernel } from '../operation/kernel.ts'
import { perform } from '../operation/perform.ts'
import { aStore, engines } from '../store/testing/a-store.ts'
import { recordOperations } from './record-operations.ts'
import { thing, thingMigrations } from './testing/a-thing.ts'

const owner: Actor = { kind: 'local' }
const things = recordOperations(thing)

describe.each(engines)('references to several records on %s', (engine) => {
  let kernel: Kernel
  beforeAll(async () => {
    kernel = createKernel({
      store: await aStore(engine, thingMigrations),
      records: [thing],
      log: ({ error }) => {
        throw error
      },
    })
  })
  afterAll(() => kernel.store.close())

  const create = (fields: Record<string, unknown>) => perform(kernel, things.create, owner, { fields })
  const change = (key: string, version: number, fields: Record<string, unknown>) =>
    perform(kernel, things.change, owner, { key, version, fields })

  test('several records are referred to by a field, and from within rows, with their titles', async () => {
    const [one, other] = [await create({ name: 'One' }), await create({ name: 'Other' })]
    const keys = [other.key, one.key]
    const options = [{ option: 'As before', cost: null, like: one.key }]
    const made = await create({ name: 'Uses', uses: [...keys, other.key.toLowerCase()], options })
    expect(made.fields).toMatchObject({ uses: keys, options })
    expect(Object.entries(made.references).map(([key, { title }]) => [key, title])).toEqual([
      [other.key, 'Other'],
      [one.key, 'One'],
    ])
    const { records } = await perform(kernel, things.list, owner, {
      where: [{ field: 'uses', is: 'equal', value: [one.key] }],
    })
    expect(records.map(({ key }) => key)).toEqual([made.key])
    const lost = { uses: [one.key, 'THING-999'], options: [{ option: 'X', like: 'THING-998' }] }
    await expect(change(made.key, 1, lost)).rejects.toMatchObject({
      fields: [
        { path: 'uses', message: { en: 'Uses: there is no thing THING-999.' } },
        { path: 'options', message: { en: 'Options: there is no thing THING-998.' } },
      ],
    })
    await expect(change(one.key, 1, { uses: [made.key] })).rejects.toThrow(
      'Uses would lead back to this record itself',
    )
  })
})
