import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { perform, recordOperations, type Actor, type Kernel } from '#kernel'
import { engines } from '#kernel/store/testing/a-store.ts'
import { examineWorkspace } from '#workspace'
import { publishVision } from './strategy/publish.ts'
import { vision } from './strategy/vision.record.ts'
import { anAreasKernel } from './testing/an-areas-kernel.ts'

const owner: Actor = { kind: 'local' }
const visions = recordOperations(vision)

describe.each(engines)('publishing a vision on %s', (engine) => {
  let kernel: Kernel
  beforeAll(async () => {
    kernel = await anAreasKernel(engine, () => new Date('2026-03-02T09:00:00Z'))
  })
  afterAll(() => kernel.store.close())
  const publish = (key: string, more: object = {}) => perform(kernel, publishVision, owner, { key, ...more })

  test('makes editions that name the versions they are, each once', async () => {
    const { key } = await perform(kernel, visions.create, owner, { fields: { title: 'Near' } })
    const first = await publish(key)
    expect(first.fields['editions']).toEqual([{ edition: 1, version: 1, day: '2026-03-02', note: null }])
    await expect(publish(key)).rejects.toThrow(`${key} has not changed since edition 1.`)
    const fields = { title: 'Far' }
    await perform(kernel, visions.change, owner, { key, version: first.version, fields })
    await expect(publish(key, { version: 1 })).rejects.toMatchObject({ code: 'conflict' })
    const second = await publish(key, { note: 'Farther' })
    expect(second.fields['editions']).toMatchObject([
      { version: 1 },
      { edition: 2, version: 3, note: 'Farther' },
    ])
    expect(await perform(kernel, examineWorkspace, owner, {})).toMatchObject({ holds: true })
  })

  test('is done by a person who leads', async () => {
    const { key } = await perform(kernel, visions.create, owner, { fields: { title: 'Alone' } })
    for (const actor of [
      { kind: 'user', id: 'm', roles: ['member'] },
      { kind: 'agent', id: 'a', roles: ['owner'] },
    ] as const)
      await expect(perform(kernel, publishVision, actor, { key })).rejects.toMatchObject({
        code: 'forbidden',
      })
    await expect(publish('GOAL-1')).rejects.toMatchObject({ code: 'not-found' })
  })
})
