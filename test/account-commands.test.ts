import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { program } from '../scripts/program-for-tests.js'

const folder = mkdtempSync(join(tmpdir(), 'leitstand-accounts-'))
const data = join(folder, 'data')
const running = new Set<ChildProcess>()
const password = 'correct horse battery'
let key = ''

afterAll(() => {
  for (const child of running) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

function start(args: readonly string[], input = '') {
  const child = spawn(process.execPath, [program, ...args], { cwd: folder })
  running.add(child)
  child.stdin.end(input)
  let [out, err] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
  const ended = once(child, 'exit').then(([code]: unknown[]) => {
    running.delete(child)
    return { code, out, err }
  })
  return { child, ended, said: () => out }
}

async function serveUntil(args: readonly string[], isDone: (url: string) => Promise<void>) {
  const server = start(['serve', '--port', '0', '--data', data, ...args])
  await new Promise<void>((resolve) => {
    server.child.stdout.on('data', () => server.said().includes('://') && resolve())
    void server.ended.then(() => resolve())
  })
  const port = /:(\d+)\n/.exec(server.said())?.[1]
  if (port) {
    const url = `http://localhost:${port}`
    while ((await fetch(`${url}/readyz`)).status === 503) await new Promise((later) => setTimeout(later, 50))
    await isDone(url)
    server.child.kill('SIGTERM')
  }
  return server.ended
}

const bearer = () => ({ headers: { authorization: `Bearer ${key}` } })
const signIn = (url: string, secret: string) =>
  fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'olga@example.com', password: secret }),
  })

test('others are not let in as long as there is no owner account', async () => {
  for (const door of [
    ['--public-url', 'https://leitstand.example.com'],
    ['--host', '0.0.0.0', '--public-url', 'https://leitstand.example.com'],
  ]) {
    const { code, err } = await serveUntilRefused(door)
    expect(code).toBe(1)
    expect(err).toContain('owner account')
  }
  expect((await start(['serve', '--host', '0.0.0.0', '--data', data]).ended).code).toBe(2)
})

test('init makes the owner account and a key, once', async () => {
  const init = ['init', '--data', data, '--email', 'Olga@example.com', '--password-stdin', '--json']
  const untouched = join(folder, 'untouched')
  const other = (email: string) => ['init', '--data', untouched, '--email', email, '--password-stdin']
  const [refused, astray] = await Promise.all([
    start(other('olga@example.com'), 'short\n').ended,
    start(other('no address'), `${password}\n`).ended,
  ])
  expect([refused, astray]).toMatchObject([
    { code: 1, out: '' },
    { code: 1, out: '' },
  ])
  expect(refused.err).toContain('10 to 128')
  expect(astray.err).toContain('email')
  expect(existsSync(untouched)).toBe(false)
  const { code, out, err } = await start(init, `${password}\n`).ended
  expect(err).toBe('')
  expect(code).toBe(0)
  const made = JSON.parse(out) as { workspace: { id: string }; owner: { email: string }; apiKey: string } // the command's own shape
  expect(made.workspace.id).toMatch(/^[0-9a-f-]{36}$/)
  expect(made.owner.email).toBe('olga@example.com')
  key = made.apiKey
  expect(key).toMatch(/^lsk_[\w-]{43}$/)
  const again = await start([
    'init',
    '--data',
    data,
    '--email',
    'm@example.com',
    '--password',
    'another long one',
  ]).ended
  expect(again).toMatchObject({ code: 1, out: '' })
  expect(again.err).toContain('has an owner already')
})

test('init fills the workspace with the sample company where that was asked for', async () => {
  const own = join(folder, 'sample')
  const args = ['init', '--data', own, '--email', 's@example.com', '--password', password, '--sample']
  const { code, out, err } = await start([...args, '--json']).ended
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(JSON.parse(out)).toMatchObject({ sample: true, owner: { email: 's@example.com' } })
  const list = await start(['strategy', 'goal', 'list', '--data', own, '--json']).ended
  expect(list.out).toContain('GOAL-1')
})

test('the key and the password open the server, and the secret of the sessions is closed to others', async () => {
  const { code } = await serveUntil([], async (url) => {
    expect((await fetch(`${url}/api/v1/repositories`)).status).toBe(401)
    expect((await fetch(`${url}/api/v1/repositories`, bearer())).status).toBe(200)
    expect((await signIn(url, password)).status).toBe(200)
  })
  expect(code).toBe(0)
  expect(statSync(join(data, 'sign-in.key')).mode & 0o777).toBe(0o600)
})

test('a forgotten password is replaced from the command line', async () => {
  const reset = (email: string, secret: string) =>
    start(['reset-password', '--data', data, '--email', email, '--password-stdin'], `${secret}\n`).ended
  expect(await reset('nobody@example.com', 'another long one')).toMatchObject({ code: 1 })
  expect(await reset('olga@example.com', 'short')).toMatchObject({ code: 1 })
  expect(await reset('OLGA@example.com', 'another long one')).toMatchObject({ code: 0, err: '' })
  await serveUntil([], async (url) => {
    expect((await signIn(url, password)).status).toBe(401)
    expect((await signIn(url, 'another long one')).status).toBe(200)
    // While the server runs, too, and at once.
    expect(await reset('olga@example.com', 'yet another one')).toMatchObject({ code: 0, err: '' })
    expect((await signIn(url, 'another long one')).status).toBe(401)
    expect(await reset('olga@example.com', 'another long one')).toMatchObject({ code: 0, err: '' })
  })
})

test('with an owner account the server answers under its public name, with cookies for https alone', async () => {
  const name = 'leitstand.example.com'
  await serveUntil(['--public-url', `https://${name}`], async (url) => {
    const ask = async (headers: Record<string, string>, method = 'POST') => {
      const { request } = await import('node:http')
      return new Promise<{ status: number; cookies: string[] }>((resolve, reject) => {
        const asked = request(`${url}/api/v1/session`, { method, headers }, (answer) => {
          answer.resume()
          resolve({ status: answer.statusCode ?? 0, cookies: answer.headers['set-cookie'] ?? [] })
        })
        asked.on('error', reject)
        asked.end(
          method === 'POST'
            ? JSON.stringify({ email: 'olga@example.com', password: 'another long one' })
            : undefined,
        )
      })
    }
    const json = { 'content-type': 'application/json' }
    const own = { ...json, host: name, origin: `https://${name}` }
    const { status, cookies } = await ask(own)
    expect(status).toBe(200)
    expect(cookies[0]).toMatch(/^__Secure-leitstand-.*; Secure/)
    expect((await ask({ ...own, origin: `http://${name}` })).status).toBe(403)
    expect((await ask({ ...own, origin: 'https://evil.example' })).status).toBe(403)
    expect((await ask({ host: 'evil.example' }, 'GET')).status).toBe(403)
    expect((await ask({ host: `${name}.evil.example` }, 'GET')).status).toBe(403)
  })
})

async function serveUntilRefused(args: readonly string[]) {
  return start(['serve', '--port', '0', '--data', data, ...args]).ended
}
