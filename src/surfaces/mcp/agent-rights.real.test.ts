import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordVerbs } from '#surfaces/operations.ts'
import { anAgentKernel, call, connectWithin, recordFrom } from './testing/an-agent.ts'

describe('what an agent may do', () => {
  let host: Awaited<ReturnType<typeof anAgentKernel>>
  beforeAll(async () => {
    host = await anAgentKernel()
  })
  afterAll(async () => host.close())

  test('a key that may only read connects an agent that may only read', async () => {
    const key = { kind: 'api-key', id: 'k', roles: ['owner'], readOnly: true } as const
    const client = await connectWithin(host.session({ actor: key }))
    const { tools } = await client.listTools()
    expect(tools.every(({ annotations }) => annotations?.readOnlyHint)).toBe(true)
    await expect(call(client, 'create', { type: 'goal', fields: { title: 'X' } })).rejects.toThrow(
      'may only read',
    )
  })

  test('what only a person may do is refused with the page where they do it', async () => {
    const verbs = recordVerbs.map(({ definition, operations }) => ({
      definition,
      operations: { ...operations, archive: { ...operations.archive, by: 'person' as const } },
    }))
    const client = await connectWithin(host.session({ verbs }))
    const record = await recordFrom(client, 'create', { type: 'goal', fields: { title: 'Kept' } })
    await expect(call(client, 'archive', { key: record.key, version: 1 })).rejects.toThrow(
      `Only a person can do goal.archive, no agent and no key. (forbidden)\nAsk the person you work for to open http://localhost:4400/goals/${record.key} and to do it there.`,
    )
    expect(await call(client, 'get', { key: record.key })).toMatchObject({ record: { version: 1 } })
    await client.close()
  })

  test('an agent has the rights of whoever connected it, and no more', async () => {
    const member = await connectWithin(
      host.session({ actor: { kind: 'api-key', id: 'k', roles: ['member'] } }),
    )
    await expect(call(member, 'create', { type: 'goal', fields: { title: 'X' } })).rejects.toThrow(
      '(forbidden)',
    )
    expect(await call(member, 'describe', { type: 'goal' })).toMatchObject({
      types: [{ youMayWrite: false }],
    })
    const guest = await connectWithin(host.session({ actor: { kind: 'user', id: 'g', roles: ['guest'] } }))
    await expect(call(guest, 'find', { words: 'Kept' })).rejects.toThrow('(forbidden)')
    expect(await guest.listResources()).toMatchObject({ resources: [] })
    await expect(call(guest, 'get', { key: 'GOAL-1' })).rejects.toThrow(/\((forbidden|not-found)\)/)
    expect(() => host.session({ actor: { kind: 'share-link', id: 's' } })).toThrow(
      'No agent can be connected',
    )
  })

  test('a bug is told by its id alone, and the next call is answered', async () => {
    const verbs = recordVerbs.map(({ definition, operations }) => ({
      definition,
      operations: {
        ...operations,
        show: { ...operations.show, run: () => Promise.reject(new Error('secret')) },
      },
    }))
    const client = await connectWithin(host.session({ verbs }))
    await expect(call(client, 'get', { key: 'GOAL-1' })).rejects.toThrow(
      /^Something went wrong, id [0-9a-f-]{36}\.$/,
    )
    await expect(client.readResource({ uri: 'leitstand://record/GOAL-1' })).rejects.toThrow(/went wrong, id/)
    expect(host.bugs.splice(0).map(String)).toEqual(['Error: secret', 'Error: secret'])
    expect(await call(client, 'describe')).toHaveProperty('types.0.type', 'vision')
  })

  test('nothing of this was a bug', () => {
    expect(host.bugs).toEqual([])
  })
})
