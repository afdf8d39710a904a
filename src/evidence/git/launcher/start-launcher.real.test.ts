import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { setTimeout as later } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { gitBytes, gitText, runGit } from '../run-git.ts'
import { openRepository } from '../open-repository.ts'
import { aFolder, aRepository } from '../testing/a-repository.ts'
import { readAll } from '../testing/read-all.ts'
import { type GitCall, startDirectly } from './start-directly.ts'
import { useLauncher } from './start-git.ts'
import { type Launcher, startLauncher } from './start-launcher.ts'

let launcher: Launcher
beforeAll(async () => {
  launcher = await startLauncher()
})
afterAll(() => launcher.stop())

test('a git that the launcher starts reads, writes, complains and ends as one started directly', async () => {
  for (const call of [
    aCall(['hash-object', '--stdin'], 'some words'),
    aCall(['--version']),
    aCall(['no-such-command']),
    aCall(['-C', '/no/such/folder', 'status']),
  ]) {
    const direct = await outcome(startDirectly(call.git), call.input)
    expect(await outcome(await launched(call.git), call.input)).toEqual(direct)
  }
})

test('more than sockets hold goes through in both directions, and twenty at once do not mix', async () => {
  const sizes = Array.from({ length: 20 }, (_, n) => 200_000 + n * 50_000)
  const hashes = await Promise.all(
    sizes.map(async (size) => {
      const text = 'x'.repeat(size)
      const { out } = await outcome(await launched(aCall(['hash-object', '--stdin']).git), text)
      return out === `${createHash('sha1').update(`blob ${size}\0${text}`).digest('hex')}\n`
    }),
  )
  expect(hashes).toEqual(sizes.map(() => true))

  const large = aRepository()
    .commit({ files: { large: 'line\n'.repeat(1_000_000) } })
    .write()
  const end = await useLauncher()
  try {
    const opened = await openRepository(large.path)
    expect(await gitBytes(opened, ['cat-file', 'blob', 'HEAD:large'])).toHaveLength(5_000_000)
  } finally {
    await end()
  }
})

test('a history read through the launcher is the one read without it', async () => {
  const repository = aRepository()
    .commit({ files: { a: '1' } })
    .commit({ files: { b: '2' }, message: 'Zwei' })
    .write()
  const without = await readAll(repository.path)
  const end = await useLauncher()
  try {
    expect((await readAll(repository.path)).facts).toEqual(without.facts)
    await expect(gitText(await openRepository(repository.path), ['log', 'nowhere'])).rejects.toThrow(
      /exit code 128.*nowhere/,
    )
  } finally {
    await end()
  }
})

test('what a git that fails leaves unread of its input takes nothing from what it said', async () => {
  const lines = 'no-such-object\n'.repeat(50_000)
  const call = aCall(['rev-list', '--stdin', '--no-such-option']).git
  const direct = await outcome(startDirectly(call), lines)
  expect(direct.errors).not.toBe('')
  for (let times = 0; times < 5; times++) expect(await outcome(await launched(call), lines)).toEqual(direct)
})

test('a program that is missing and a folder that has gone are told with the code of the system', async () => {
  const nowhere = { ...aCall(['--version']).git, folder: '/no/such/folder' }
  await expect((await launched(nowhere)).ended).rejects.toMatchObject({ code: 'ENOENT' })
  const unset = { ...aCall(['--version']).git, environment: { PATH: aFolder() } }
  await expect((await launched(unset)).ended).rejects.toMatchObject({ code: 'ENOENT' })
})

test('a git that waits for more is stopped', async () => {
  const git = await launched(aCall(['cat-file', '--batch']).git)
  git.stop()
  expect(await git.ended).toBeNull()
})

test('gits end with their launcher, and git is started directly from then on', async () => {
  const own = await startLauncher()
  const waiting = await launched(aCall(['hash-object', '--stdin-paths']).git, own)
  const [ended] = await Promise.allSettled([waiting.ended, own.stop()])
  expect(ended).toMatchObject({
    status: 'rejected',
    reason: { message: expect.stringContaining('has ended') },
  })
  expect(own.start(aCall(['--version']).git)).toBeNull()

  const end = await useLauncher()
  await end()
  const run = runGit(null, ['--version'], { input: '' })
  expect((await run.stdout.toArray()).join('')).toContain('git version')
  expect((await run.done).code).toBe(0)
})

test('nothing is left of a launcher whose server was killed', async () => {
  const source = new URL('start-launcher.ts', import.meta.url).href
  const program = `
    const { startLauncher } = await import(${JSON.stringify(source)})
    const launcher = await startLauncher()
    const call = { args: ['cat-file', '--batch'], folder: undefined, environment: process.env, group: false }
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, 20))
      if (launcher.start(call)) break
    }
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), 200)`
  const folder = aFolder()
  const script = ['--input-type=module', '-e', program]
  try {
    execFileSync(process.execPath, script, { env: { ...process.env, TMPDIR: folder }, stdio: 'pipe' })
  } catch (error) {
    expect(error).toMatchObject({ signal: 'SIGKILL' })
  }
  await expect.poll(() => processesIn(folder), { timeout: 5000 }).toEqual([])
})

function processesIn(folder: string): string[] {
  const list = execFileSync('ps', ['axwwo', 'pid,args'], { encoding: 'utf8' })
  return list.split('\n').filter((line) => line.includes(folder))
}

function aCall(args: readonly string[], input = ''): { readonly git: GitCall; readonly input: string } {
  const environment = { ...process.env, LC_ALL: 'C' }
  return { git: { args, folder: undefined, environment, group: false }, input }
}

async function launched(call: GitCall, by: Launcher = launcher) {
  for (;;) {
    const git = by.start(call)
    if (git !== null) return git
    await later(5)
  }
}

async function outcome(git: ReturnType<typeof startDirectly>, input: string) {
  // Git may leave before it has read its input.
  git.stdin.on('error', () => {})
  git.stdin.end(input)
  const errors: Buffer[] = []
  git.stderr.on('data', (chunk: Buffer) => errors.push(chunk))
  const out = (await git.stdout.toArray()).join('')
  const code = await git.ended
  return { out, errors: Buffer.concat(errors).toString(), code }
}
