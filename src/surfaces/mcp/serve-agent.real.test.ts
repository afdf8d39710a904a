import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import { afterAll, describe, expect, test } from 'vitest'
import { aClient, call, recordFrom, type Era } from './testing/an-agent.ts'

const program = fileURLToPath(new URL('../../main.ts', import.meta.url))
const folders: string[] = []
const running = new Set<ChildProcess>()

afterAll(() => {
  for (const child of running) child.kill('SIGKILL')
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

function aDataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'leitstand-mcp-'))
  folders.push(folder)
  return join(folder, 'data')
}

/** Connects a client as agents do: it starts the command itself and speaks with it. */
async function connect(era: Era, data: string, ...options: string[]) {
  const client = aClient(era)
  const args = [program, 'mcp', '--data', data, ...options]
  await client.connect(new StdioClientTransport({ command: process.execPath, args, stderr: 'ignore' }))
  return client
}

/** Starts the command alone, and gives what it said once it has ended. */
function start(...args: string[]) {
  const child = spawn(process.execPath, [program, ...args])
  running.add(child)
  let out = ''
  let complaint = ''
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
  // A command that ends before it was given everything breaks its pipe, and says why elsewhere.
  child.stdin.on('error', () => {})
  const ended = once(child, 'close').then(([code]: unknown[]) => {
    running.delete(child)
    return { code, complaint, lines: out.split('\n').filter(Boolean) }
  })
  return { child, ended }
}

const hello = {
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1' } },
}
const ask = (id: number, name: string, given: object = {}) => ({
  jsonrpc: '2.0',
  id,
  method: 'tools/call',
  params: { name, arguments: given },
})
const written = (...messages: object[]) => messages.map((message) => `${JSON.stringify(message)}\n`).join('')

describe('an agent over standard input and output', { timeout: 60_000 }, () => {
  test('works on the data folder with clients of both eras, and what one wrote is there for the next', async () => {
    const data = aDataFolder()
    const first = await connect('legacy', data)
    const { tools } = await first.listTools()
    const { key } = await recordFrom(first, 'create', { type: 'goal', fields: { title: 'Kept' } })
    await first.close()
    const second = await connect('modern', data, '--read-only')
    expect(await recordFrom(second, 'get', { key })).toMatchObject({ title: 'Kept' })
    expect((await second.listTools()).tools.length).toBeLessThan(tools.length)
    await expect(call(second, 'archive', { key, version: 1 })).rejects.toThrow('may only read')
    await second.close()
  })

  test('what is piped in is answered to the end, and nothing but the protocol stands on standard output', async () => {
    const { child, ended } = start('mcp', '--data', aDataFolder())
    child.stdin.end(
      `${written(hello)}not json\n{"json":"but no message"}\n\n${written(
        { jsonrpc: '2.0', method: 'notifications/initialized' },
        { jsonrpc: '2.0', id: 2, method: 'tools/list' },
        ask(3, 'create', { type: 'goal', fields: { title: 'Piped' } }),
        { jsonrpc: '2.0', id: 4, method: 'nonsense/method' },
      )}`,
    )
    const { code, lines, complaint } = await ended
    const answers = lines.map((line) => JSON.parse(line) as { jsonrpc: string; id: number; error?: object }) // as the protocol has them
    expect(new Set(answers.map(({ id }) => id))).toEqual(new Set([1, 2, 3, 4]))
    expect(answers).toHaveLength(4)
    for (const { jsonrpc } of answers) expect(jsonrpc).toBe('2.0')
    expect(answers.find(({ id }) => id === 4)?.error).toMatchObject({ code: -32601 })
    expect(code).toBe(0)
    expect(complaint).toContain('Not understood')
  })

  test('a message that is too long ends it with a reason', async () => {
    const { child, ended } = start('mcp', '--data', aDataFolder())
    child.stdin.write(written(hello))
    await once(child.stdout, 'data')
    child.stdin.write('x'.repeat(2_000_000))
    const { code, complaint } = await ended
    expect(code).toBe(1)
    expect(complaint).toContain('more than 1 MiB')
  })

  test('a client that vanishes leaves nothing behind: the folder is free, and what was done is kept', async () => {
    const data = aDataFolder()
    const { child, ended } = start('mcp', '--data', data)
    child.stdin.write(written(hello, ask(2, 'create', { type: 'goal', fields: { title: 'Before' } })))
    child.stdout.destroy()
    child.stdin.end(written(ask(3, 'find', { words: 'Before' })))
    expect((await ended).code).toBe(0)
    const next = await connect('legacy', data)
    expect(await call(next, 'find', { words: 'Before' })).toMatchObject({
      records: [{ title: 'Before' }],
    })
    await next.close()
  })

  test('a signal ends it in order', async () => {
    const { child, ended } = start('mcp', '--data', aDataFolder())
    child.stdin.write(written(hello))
    await once(child.stdout, 'data')
    child.kill('SIGTERM')
    expect((await ended).code).toBe(0)
  })

  test('a folder that a server holds is refused, and where the agent is answered instead is told', async () => {
    const data = aDataFolder()
    const serving = start('serve', '--port', '0', '--data', data, '--repo', join(data, 'none'))
    const [said] = (await once(serving.child.stdout, 'data')) as [Buffer] // what a stream gives
    const url = /http:\/\/localhost:\d+/.exec(said.toString())?.[0] ?? ''
    await expect
      .poll(async () => (await fetch(`${url}/api/v1/repositories`)).status, { timeout: 30_000 })
      .toBe(200)
    const { code, complaint, lines } = await start('mcp', '--data', data).ended
    expect(code).toBe(1)
    expect(lines).toEqual([])
    expect(complaint).toContain('is in use')
    expect(complaint).toContain('/mcp')
    const answer = await fetch(`${url}/mcp`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
      body: JSON.stringify(ask(1, 'describe')),
    })
    expect(await answer.text()).toContain('GOAL-1')
    serving.child.kill('SIGTERM')
    await serving.ended
  })
})
