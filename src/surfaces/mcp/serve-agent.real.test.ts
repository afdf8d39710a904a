import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import { afterAll, describe, expect, test } from 'vitest'
import { aClient, call, connectTo, recordFrom, type Era } from './testing/an-agent.ts'
import { program } from '../../../scripts/program-for-tests.js'

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

  test('with a server on the folder it goes through it, side by side with the address for agents', async () => {
    const data = aDataFolder()
    const serving = start('serve', '--port', '0', '--data', data, '--repo', join(data, 'none'))
    const [said] = (await once(serving.child.stdout, 'data')) as [Buffer] // what a stream gives
    const url = /http:\/\/localhost:\d+/.exec(said.toString())?.[0] ?? ''
    await expect.poll(() => existsSync(join(data, 'socket')), { timeout: 30_000 }).toBe(true)
    const within = await connect('modern', data)
    const { key } = await recordFrom(within, 'create', { type: 'goal', fields: { title: 'Through' } })
    expect(await call(within, 'history', { key })).toMatchObject({
      versions: [{ surface: 'mcp', by: { kind: 'agent' } }],
    })
    const beside = await connectTo(`${url}/mcp`)
    expect(await call(beside, 'find', { words: 'Through' })).toMatchObject({ records: [{ key }] })
    const reading = await connect('legacy', data, '--read-only')
    await expect(call(reading, 'archive', { key, version: 1 })).rejects.toThrow('may only read')
    await Promise.all([within.close(), beside.close(), reading.close()])

    const piped = start('mcp', '--data', data)
    piped.child.stdin.end(written(hello, ask(2, 'find', { words: 'Through' })))
    const { code, lines } = await piped.ended
    expect([code, lines.length]).toEqual([0, 2])
    expect(lines[1]).toContain(key)

    const long = start('mcp', '--data', data)
    long.child.stdin.write(written(hello))
    await once(long.child.stdout, 'data')
    long.child.stdin.write('x'.repeat(2_000_000))
    expect(await long.ended).toMatchObject({ code: 1, complaint: expect.stringContaining('more than 1 MiB') })

    const left = start('mcp', '--data', data)
    left.child.stdin.write(written(hello))
    await once(left.child.stdout, 'data')
    serving.child.kill('SIGTERM')
    expect((await serving.ended).code).toBe(0)
    expect(await left.ended).toMatchObject({ code: 1, complaint: expect.stringContaining('has stopped') })
  })

  test('a folder that another agent works on is refused in words', async () => {
    const data = aDataFolder()
    const first = await connect('legacy', data)
    const { code, complaint, lines } = await start('mcp', '--data', data).ended
    expect([code, lines]).toEqual([1, []])
    expect(complaint).toContain('is in use')
    await first.close()
  })
})
