import { writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Client } from '@modelcontextprotocol/client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { areaVerbs } from '../src/areas/verbs.ts'
import { records } from '../src/areas/records.ts'
import { neededFields } from '../src/kernel/record/testing/needed-fields.ts'
import type { AreaVerb } from '../src/kernel/operation/area-verb.ts'
import { methodOfVerb, pathOfVerb } from '../src/surfaces/api/verb-routes.ts'
import { flagOf } from '../src/surfaces/cli/records/flags.ts'
import { aFolder, aRepository } from '../src/evidence/git/testing/a-repository.ts'
import { cookiesOf } from '../src/surfaces/api/testing/an-access.ts'
import { initCommand, resetPasswordCommand } from '../src/surfaces/cli/account-commands.ts'
import { dataCommand } from '../src/surfaces/cli/data/data-command.ts'
import { recordCommand } from '../src/surfaces/cli/records/record-command.ts'
import { call, connectTo } from '../src/surfaces/mcp/testing/an-agent.ts'
import { aControlRoom, everythingRead } from './support/a-control-room.ts'
import { password, told } from './support/told.ts'
import { throughAllTools } from './support/through-all-tools.ts'
import { verbOnLine } from './support/verb-on-line.ts'
import { verbExamples } from './support/verb-examples.ts'
import { notReached, type Way } from './support/not-reached.ts'
import { watchOperations } from './support/watch-operations.ts'

const repository = aRepository()
  .commit({ files: { 'app/a.ts': 'export const a = 1\n' } })
  .commit({ message: 'feat: more for GOAL-1\n', files: { 'app/a.ts': 'export const a = 2\n' } })
  .write()
const other = aRepository()
  .commit({ files: { 'b.ts': 'export const b = 1\n' } })
  .write()
const data = join(aFolder(), 'data')
const types = records.map(
  (definition) =>
    [
      definition.collection,
      `${definition.area} ${definition.type}`,
      definition.title,
      neededFields(definition),
    ] as const,
)
let watched: Awaited<ReturnType<typeof watchOperations>>
let served: Awaited<ReturnType<typeof aControlRoom>>
let id = ''

beforeAll(async () => {
  watched = await watchOperations()
  served = await aControlRoom({ data, repository: repository.path })
  await everythingRead(served.url)
  // Only what is empty can be filled with the sample company.
  await cli('repository', 'remove', basename(repository.path))
  await cli('sample', 'begin')
  await cli('sample', 'show')
  await cli('sample', 'remove')
  await rest('POST', '/repositories', { source: repository.path })
  ;({ id } = await everythingRead(served.url))
}, 180_000)
afterAll(async () => {
  watched.stop()
  await served.close()
})

test('an agent reaches everything that is not for a person', async () => {
  const client = await connectTo(`${served.url}/mcp`)
  for (const [, command, title, fields] of types) await throughAllTools(client, command, title, fields)
  const { file } = await call(client, 'upload', { name: 'note.txt', content: btoa('note') })
  const { id: attachment } = file as { id: string } // as the tool says
  await call(client, 'find', { words: 'agent' })
  await call(client, 'line-of-sight', { key: 'GOAL-1' })
  await call(client, 'members')
  await call(client, 'repositories')
  await call(client, 'repositories', { repository: id })
  await call(client, 'measures', { repository: id })
  await call(client, 'measures', { repository: id, measure: 'delivery.throughput' })
  await call(client, 'facts', { repository: id, measure: 'delivery.throughput' })
  await call(client, 'rows', { repository: id, table: 'hotspots' })
  await call(client, 'scan', { repository: id })
  await call(client, 'scan', { repository: id, do: 'cancel' })
  const about = 'contents bots invitations sign-in-provider backups privacy-sheet examination'
  for (const each of about.split(' ')) await call(client, 'workspace', { about: each })
  await call(client, 'stored-about', { key: 'PERSON-1' })
  await call(client, 'back-up')
  for (const { operation, area, record, verb } of areaVerbs)
    if (operation.by !== 'person')
      await tryTool(client, `${record ?? area}-${verb}`, await exampleOf(operation))
  await client.readResource({ uri: `leitstand://attachment/${attachment}` })
  await client.close()
  expectReached('mcp', (operation) => operation.by !== 'person')
})

test('the command line reaches everything that whoever is at the machine may do', async () => {
  for (const [, command, title, fields] of types) {
    const word = command.split(' ')
    const given = Object.entries({ ...fields, [title]: 'By command' }).flatMap(([name, value]) => [
      `--${flagOf(name)}`,
      value,
    ])
    const { key } = await cli(...word, 'create', ...given)
    const { key: second } = await cli(...word, 'create', ...given)
    await cli(...word, 'show', key)
    await cli(...word, 'change', key, `--${flagOf(title)}`, 'Otherwise')
    await cli(...word, 'archive', key)
    await cli(...word, 'restore', key)
    await cli(...word, 'list')
    await cli(...word, 'history', key)
    await cli('link', 'add', key, 'relates', second)
    await cli('link', 'list', key)
    await cli('link', 'remove', key, 'relates', second)
  }
  const file = join(aFolder(), 'note.txt')
  writeFileSync(file, 'note of a command')
  const uploaded = await cli('attachment', 'upload', file)
  await cli('attachment', 'read', uploaded.id, '--to', `${file}.back`)
  await cli('record', 'search', 'command')
  await cli('record', 'line-of-sight', 'GOAL-1')
  const { name } = await cli('repository', 'show', id)
  expect((await cli('repository', 'list')).repositories).toHaveLength(1)
  for (const verb of ['show', 'measures', 'scan', 'cancel']) await cli('repository', verb, name)
  await cli('repository', 'measure', name, 'delivery.throughput')
  await cli('repository', 'facts', name, 'delivery.throughput')
  await cli('repository', 'rows', name, 'hotspots')
  const added = await cli('repository', 'add', other.path, '--name', 'second')
  expect(added).toMatchObject({ added: true })
  await cli('repository', 'remove', 'second')
  await cli('component', 'catalogue', name, 'everything', '--paths', '**')
  await cli('component', 'remove', name, 'everything')
  await cli('bot', 'replace', '--own', 'robot')
  expect((await cli('bot', 'list')).own).toEqual(['robot'])
  for (const verb of areaVerbs) await tryCommand(verb)
  await cli('privacy', 'sheet')
  const { key: person } = await cli('team', 'person', 'create', '--name', 'Erased')
  await cli('privacy', 'export-person', person)
  await cli('privacy', 'erase-person', person)
  await cli('kept-backup', 'make')
  await cli('kept-backup', 'list')
  await cli('invitation', 'create', 'member')
  const [invitation] = (await cli('invitation', 'list')).invitations
  await cli('invitation', 'revoke', invitation.id)
  await cli('member', 'list')
  await refused(cli('member', 'change-role', 'nobody', 'guest'))
  await refused(cli('member', 'link-person', 'nobody', 'PERSON-1'))
  await refused(cli('member', 'remove', 'nobody'))
  await cli('api-key', 'list')
  await refused(cli('api-key', 'revoke', id))
  await cli('sign-in-provider', 'show')
  await refused(cli('sign-in-provider', 'set', 'ID', 'https://id.example.com', 'leitstand'))
  await refused(cli('sign-in-provider', 'remove'))
  const folder = join(aFolder(), 'export')
  await onData('export', folder)
  await refused(onData('import', folder))
  await onData('doctor')
  const account = { data, email: 'owner@example.com', name: null, password, sample: false, json: true }
  await rest('POST', '/owner', { name: 'Olga', email: account.email, password })
  // A second time is refused, which takes it to the end of the operation all the same.
  await refused(told((streams) => initCommand({ command: 'init', ...account }, 'en', streams)))
  const reset = { command: 'reset-password', data, email: account.email } as const
  await told((streams) => resetPasswordCommand(reset, 'en', streams))
  expectReached('cli')
})

test('the API reaches everything that whoever is signed in may do', async () => {
  const entered = await ask('POST', '/session', { email: 'owner@example.com', password })
  const owner = { cookie: cookiesOf(entered) }
  const as =
    (headers: Record<string, string>) =>
    (method: string, path: string, body?: unknown, status = 0) =>
      rest(method, path, body, headers, status)
  const mine = as(owner)
  await mine('POST', '/sample', {}, 409)
  await mine('DELETE', '/sample', undefined, 409)
  for (const [collection, , title, fields] of types) {
    const made = { fields: { ...fields, [title]: 'By request' } }
    const { key } = await mine('POST', `/${collection}`, made)
    const { key: second } = await mine('POST', `/${collection}`, made)
    await mine('GET', `/${collection}`)
    await mine('GET', `/${collection}/${key}`)
    await mine('PATCH', `/${collection}/${key}`, { version: 1, fields: { [title]: 'Otherwise' } })
    await mine('POST', `/${collection}/${key}/archive`, { version: 2 })
    await mine('POST', `/${collection}/${key}/restore`, { version: 3 })
    await mine('GET', `/${collection}/${key}/history`)
    await mine('POST', '/links', { from: key, relation: 'relates', to: second })
    await mine('GET', `/${collection}/${key}/links`)
    await mine('DELETE', `/links?from=${key}&relation=relates&to=${second}`)
  }
  const sent = await fetch(`${served.url}/api/v1/attachments?name=note.txt`, {
    method: 'POST',
    body: 'note of a request',
    headers: { 'content-type': 'application/octet-stream', origin: served.url, ...owner },
  })
  const { id: attachment } = (await sent.json()) as { id: string } // the API's own shape
  await mine('GET', `/attachments/${attachment}`)
  await mine('GET', '/search?q=request')
  await mine('GET', '/line-of-sight/GOAL-1')
  await mine('GET', '/start')
  const one = `/repositories/${id}`
  for (const path of ['/repositories', one, `${one}/measures`, `${one}/hotspots`]) await mine('GET', path)
  await mine('GET', `${one}/measures/delivery.throughput`)
  await mine('GET', `${one}/measures/delivery.throughput/facts`)
  await mine('POST', `${one}/scan`, {})
  await mine('POST', `${one}/cancel`, {})
  await mine('POST', `${one}/catalogue`, { name: 'everything', paths: ['**'] })
  await mine('DELETE', `${one}/catalogue/everything`)
  await mine('GET', '/bots')
  await mine('PUT', '/bots', { own: [] })
  for (const verb of areaVerbs) {
    const { key, ...given } = { key: undefined, ...(await exampleOf(verb.operation)) }
    const path = pathOfVerb(verb).replace('/api/v1', '').replace('{key}', String(key))
    const isSent = methodOfVerb(verb) === 'post'
    const asked = isSent ? path : `${path}?${new URLSearchParams(given).toString()}`
    await ask(isSent ? 'POST' : 'GET', asked, isSent ? given : undefined, owner)
  }
  await mine('DELETE', one)
  await mine('GET', '/privacy-sheet?format=json')
  const { key: person } = await mine('POST', '/people', { fields: { name: 'Erased' } })
  await mine('GET', `/people/${person}/export`)
  await mine('POST', `/people/${person}/erase`, {})
  await mine('GET', '/backups')
  await mine('POST', '/backups', {})
  await mine('GET', '/examination')
  const { id: invitation, token } = await mine('POST', '/invitations', { role: 'member' })
  await mine('GET', '/invitations')
  await rest('POST', '/invitations/show', { token })
  const joining = { token, name: 'Mo', email: 'mo@example.com', password }
  const { id: member } = await rest('POST', '/invitations/accept', joining)
  await mine('DELETE', `/invitations/${invitation}`, undefined, 404)
  await mine('GET', '/members')
  await mine('PUT', `/members/${member}/role`, { role: 'leader' })
  await mine('PUT', `/members/${member}/person`, { person: 'PERSON-1' })
  await mine('PUT', '/session/person', { person: null })
  await mine('DELETE', `/members/${member}`)
  await mine('GET', '/sign-in-provider')
  await mine('DELETE', '/sign-in-provider', undefined, 404)
  const { id: apiKey } = await mine('POST', '/api-keys', { name: 'Agent' })
  await mine('GET', '/api-keys')
  await mine('DELETE', `/api-keys/${apiKey}`)
  await mine('GET', '/ways-in')
  await mine('GET', '/sessions')
  await mine('DELETE', '/sessions/none', undefined, 404)
  await mine('PUT', '/session/password', { current: password, next: `${password} yet` })
  expectReached('api')
})

/** Everything is reached or has its reason not to be, and no reason stands for what is reached. */
function expectReached(way: Way, isAsked: (operation: { by?: 'person' }) => boolean = () => true): void {
  const from = (name: string) => {
    const seen = watched.from(name)
    // A link is opened on a page of the server, whoever sends the request.
    return seen.has(way) || (way === 'api' && seen.has('web'))
  }
  const reasons = notReached[way]
  const wanted = [...watched.all.values()].filter(isAsked).map(({ name }) => name)
  expect(wanted.filter((name) => !from(name) && !(name in reasons))).toEqual([])
  expect(Object.keys(reasons).filter((name) => from(name) || !wanted.includes(name))).toEqual([])
}

async function exampleOf({ name }: { readonly name: string }): Promise<object> {
  // Asked once, before there are accounts.
  if (hash === '') hash = (await rest('GET', '/line-of-sight/GOAL-1')).commits[0].hash
  const example = verbExamples({ repository: id, hash })[name]
  if (example) return example
  throw new Error(`Say in verb-examples.ts how ${name} is asked.`)
}
let hash = ''

/** What it refuses itself is an answer, too. */
async function tryTool(client: Client, tool: string, given: object): Promise<void> {
  await client.callTool({ name: tool, arguments: { ...given } })
}

async function tryCommand(verb: AreaVerb): Promise<void> {
  await cli(...verbOnLine(verb, await exampleOf(verb.operation))).catch((error: unknown) => {
    if (!(error instanceof Error) || error.name !== 'Refusal') throw error
  })
}

// oxlint-disable-next-line typescript/no-explicit-any -- each command answers with what it is asked for
async function cli(...args: string[]): Promise<any> {
  const line = { command: 'records', args: [...args, '--json', '--data', data], folder: '/', environment: {} }
  return JSON.parse(await told(({ output }) => recordCommand(line as never, output)))
}

async function onData(...args: string[]): Promise<string> {
  const line = { command: 'data', args: [...args, '--data', data], folder: '/', environment: {} } as const
  return told((streams) => dataCommand(line, streams))
}

async function refused(asked: Promise<unknown>): Promise<void> {
  await expect(asked).rejects.toMatchObject({ name: 'Refusal' })
}

async function ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  return fetch(`${served.url}/api/v1${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    headers: {
      origin: served.url,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
  })
}

async function rest(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
  status = 0,
  // oxlint-disable-next-line typescript/no-explicit-any -- each route answers with what it is asked for
): Promise<any> {
  const answer = await ask(method, path, body, headers)
  const written = await answer.text()
  const isAsExpected = status === 0 ? answer.ok : answer.status === status
  expect(isAsExpected, `${method} ${path}: ${answer.status} ${written}`).toBe(true)
  return answer.headers.get('content-type')?.includes('json') && written ? JSON.parse(written) : written
}
