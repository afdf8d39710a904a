import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { join } from 'node:path'
import type { Client } from '@modelcontextprotocol/client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aFolder } from '#evidence/git/testing/a-repository.ts'
import { apiDocument } from '#surfaces/api/openapi/api-document.ts'
import { linkRoutes } from '#surfaces/api/records/link-routes.ts'
import { recordRoutes } from '#surfaces/api/records/record-routes.ts'
import { neededFields } from '#kernel/record/testing/needed-fields.ts'
import { flagOf } from '#surfaces/cli/records/flags.ts'
import { recordCommand } from '#surfaces/cli/records/record-command.ts'
import { call, connectTo } from '#surfaces/mcp/testing/an-agent.ts'
import { attachmentOperations, linkOperations, recordVerbs } from '#surfaces/operations.ts'
import { aControlRoom } from './support/a-control-room.ts'

/** The input of an operation, as far as this test needs to ask. */
interface Input {
  readonly key?: string
  readonly version?: number
  readonly fields?: Readonly<Record<string, string>>
  readonly from?: string
  readonly relation?: string
  readonly to?: string
}

/** Has the operation of this name performed by one surface, in its tongue, and gives the output of the operation. */
type Reach = (operation: string, input: Input) => Promise<unknown>

const data = join(aFolder(), 'data')
let served: Awaited<ReturnType<typeof aControlRoom>>
let agent: Client

beforeAll(async () => {
  served = await aControlRoom({ data })
  agent = await connectTo(`${served.url}/mcp`)
})
afterAll(async () => {
  await agent.close()
  await served.close()
})

/** Every surface that reaches the operations; another one is one more line. */
const surfaces: Readonly<Record<string, Reach>> = { api: overHttp, cli: onTheCommandLine, mcp: byAnAgent }

describe.each(Object.entries(surfaces))('the surface %s', (surface, reach) => {
  describe.each(recordVerbs)('reaches for a $definition.type', ({ definition, operations }) => {
    const { type } = definition
    let key = ''

    beforeAll(async () => {
      key = keyOf(await reach(`${type}.create`, { fields: neededFields(definition) }))
    })

    /** What each operation is asked in its turn, and what must have come of it. */
    const asked: Record<string, readonly [input: () => Input, output: object]> = {
      create: [() => ({ fields: neededFields(definition) }), { type, version: 1 }],
      show: [() => ({ key }), { type, version: 1 }],
      change: [
        () => ({ key, version: 1, fields: { [definition.title]: 'Renamed' } }),
        { title: 'Renamed', version: 2 },
      ],
      archive: [() => ({ key, version: 2 }), { version: 3, archivedAt: expect.any(String) }],
      restore: [() => ({ key, version: 3 }), { version: 4, archivedAt: null }],
      list: [
        () => ({}),
        { next: null, records: expect.arrayContaining([expect.objectContaining({ type })]) },
      ],
      history: [
        () => ({ key }),
        { versions: expect.arrayContaining([expect.objectContaining({ surface, version: 4 })]) },
      ],
    }

    test.each(Object.keys(asked))('%s', async (verb) => {
      const [input, output] = asked[verb] ?? []
      expect(await reach(`${type}.${verb}`, input?.() ?? {})).toMatchObject(output ?? {})
    })

    test('and nothing else is there to be reached', () => {
      expect(Object.keys(asked).sort()).toEqual(Object.keys(operations).sort())
    })
  })

  test('reaches every operation on links', async () => {
    const goal = recordVerbs.find(({ definition }) => definition.type === 'goal')?.definition
    if (!goal) throw new Error('There are no goals.')
    const one = keyOf(await reach('goal.create', { fields: neededFields(goal) }))
    const other = keyOf(await reach('goal.create', { fields: neededFields(goal) }))
    const ends = { from: one, relation: 'blocks', to: other }
    const listed = { list: expect.objectContaining({ relation: 'blocked-by', key: one }) }
    const reached: (keyof typeof linkOperations)[] = ['add', 'list', 'remove']
    expect(await reach('link.add', ends)).toEqual(ends)
    expect(await reach('link.list', { key: other })).toEqual({ links: [listed.list] })
    await reach('link.remove', ends)
    expect(await reach('link.list', { key: other })).toEqual({ links: [] })
    expect(reached.sort()).toEqual(Object.keys(linkOperations).sort())
  })
})

test('the description of the API has an entry for every operation', () => {
  const { paths } = apiDocument(recordVerbs, 'en')
  const routes = [...recordVerbs.flatMap(recordRoutes), ...linkRoutes(recordVerbs)]
  const all = [
    ...recordVerbs.flatMap(({ operations }) => Object.values(operations).map(({ name }) => name)),
    ...Object.values(linkOperations).map(({ name }) => name),
  ]
  const known = Object.values(paths).flatMap((each) =>
    Object.values(each).map(({ operationId }) => operationId),
  )
  const ofFiles = Object.values(attachmentOperations).map(({ name }) => name)
  expect(ofFiles.filter((name) => !known.includes(name))).toEqual([])
  const described = routes
    .filter(({ method, path }) => paths[path]?.[method] !== undefined)
    .map(({ operation }) => operation.name)
  expect(all.filter((name) => !described.includes(name))).toEqual([])
})

async function overHttp(operation: string, input: Input): Promise<unknown> {
  const routes = [...recordVerbs.flatMap(recordRoutes), ...linkRoutes(recordVerbs)]
  const route = routes.find((each) => each.operation.name === operation)
  if (!route) throw new Error(`There is no route to ${operation}.`)
  const { key, ...rest } = input
  const { from, relation, to } = input
  const ends = Object.entries({ from, relation, to }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  )
  // Links are asked for at the record that they are of.
  const own = routes.find((each) => each.path.endsWith('/links') && each.path.includes('goals'))
  const path = (operation === 'link.list' ? own?.path : route.path)?.replace('{key}', key ?? '')
  const hasBody = route.method === 'post' || route.method === 'patch'
  const query = hasBody ? '' : `?${new URLSearchParams(ends).toString()}`
  const answer = await fetch(`${served.url}${path}${query}`, {
    method: route.method.toUpperCase(),
    ...(hasBody ? { body: JSON.stringify(rest), headers: { 'content-type': 'application/json' } } : {}),
  })
  const told = await answer.text()
  expect(answer.ok, told).toBe(true)
  return told === '' ? null : JSON.parse(told)
}

async function onTheCommandLine(operation: string, input: Input): Promise<unknown> {
  const [type = '', verb = ''] = operation.split('.')
  const { key, version, fields = {}, from, relation, to } = input
  const area = recordVerbs.find(({ definition }) => definition.type === type)?.definition.area
  const args = [
    ...(area === undefined ? [type, verb] : [area, type, verb]),
    ...[key, from, relation, to].filter((word) => word !== undefined),
    ...(version === undefined ? [] : ['--version', String(version)]),
    ...Object.entries(fields).flatMap(([name, value]) => [`--${flagOf(name)}`, value]),
    '--json',
    '--data',
    data,
  ]
  const output = new PassThrough()
  const [told] = await Promise.all([
    text(output),
    recordCommand({ command: 'records', args, folder: '/', environment: {} }, output).finally(() =>
      output.end(),
    ),
  ])
  return JSON.parse(told)
}

async function byAnAgent(operation: string, input: Input): Promise<unknown> {
  const [type = '', verb = ''] = operation.split('.')
  const tool = { 'link.add': 'link', 'link.remove': 'unlink', 'link.list': 'links' }[operation] ?? named(verb)
  const ofType = type !== 'link' && input.key === undefined ? { type } : {}
  const answer = await call(agent, tool, { ...ofType, ...input })
  return answer['record'] ?? answer['link'] ?? answer
}

/** The tool has another name than the verb where the verb says less to an agent. */
function named(verb: string): string {
  return verb === 'show' ? 'get' : verb
}

function keyOf(record: unknown): string {
  if (typeof record === 'object' && record !== null && 'key' in record) return String(record.key)
  throw new Error('What was made has no key.')
}
