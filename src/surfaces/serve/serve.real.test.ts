import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { aRepository, type TestRepository } from '#evidence/git/testing/a-repository.ts'
import type { RepositoryShape } from '#evidence/shape.ts'
import { nextRepository } from './testing/next-repository.ts'
import { program } from '../../../scripts/program-for-tests.js'

const folders: string[] = []
const running = new Set<ChildProcess>()

afterAll(async () => {
  for (const child of running) child.kill('SIGKILL')
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

function aDataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'leitstand-serve-'))
  folders.push(folder)
  return join(folder, 'data')
}

function aHistoryOf(commits: number): TestRepository {
  const repository = aRepository()
  for (let commit = 0; commit < commits; commit++) {
    repository.commit({ files: { [`src/f${commit % 50}.ts`]: `${commit}\n` } })
  }
  return repository.write()
}

/** Starts the server as its own process, on any free port. */
async function start(repository: string, data: string) {
  const child = spawn(process.execPath, [
    program,
    'serve',
    '--repo',
    repository,
    '--port',
    '0',
    '--data',
    data,
  ])
  running.add(child)
  let said = ''
  const url = await new Promise<string | null>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const found = /http:\/\/localhost:\d+/.exec(said)?.[0]
      if (found) resolve(found)
    })
    child.once('exit', () => resolve(null))
  })
  let complaint = ''
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
  const ended = once(child, 'exit').then(([code]: unknown[]) => {
    running.delete(child)
    return { code, complaint, said }
  })
  return { child, url: url ?? '', ended }
}

describe('the server as a process', { timeout: 60_000 }, () => {
  test('killed in the midst of a first scan, it goes on after the restart and counts nothing twice', async () => {
    const repository = aHistoryOf(6000)
    const data = aDataFolder()
    const first = await start(repository.path, data)
    await nextRepository(first.url, ({ scan }) => scan.phase === 'history' && scan.done > 0)
    first.child.kill('SIGKILL')
    await first.ended

    const second = await start(repository.path, data)
    const known = await nextRepository(
      second.url,
      ({ scan, generation }) => scan.phase === 'done' && generation > 0,
    )
    expect(known.commits).toBe(6000)
    second.child.kill('SIGTERM')
    expect((await second.ended).code).toBe(0)
  })

  test('a commit in a watched repository is in the figures without anybody asking', async () => {
    const repository = aHistoryOf(20)
    const server = await start(repository.path, aDataFolder())
    const isDone = (commits: number) => (known: RepositoryShape) =>
      known.scan.phase === 'done' && known.commits === commits
    await nextRepository(server.url, isDone(20))
    repository
      .commit({ files: { 'src/new.ts': 'x\n' } })
      .tag('v1.0.0')
      .write()
    const known = await nextRepository(server.url, (now) => isDone(21)(now) && now.releases === 1)
    expect(known.head).toBe(repository.git('rev-parse', 'HEAD'))
    server.child.kill('SIGTERM')
    await server.ended
  })

  test('what is known is shown again at once after a restart, even when the repository has gone', async () => {
    const repository = aHistoryOf(20)
    const data = aDataFolder()
    const first = await start(repository.path, data)
    await nextRepository(first.url, ({ scan, commits }) => scan.phase === 'done' && commits === 20)
    first.child.kill('SIGTERM')
    await first.ended
    repository.remove()
    const second = await start(repository.path, data)
    const known = await nextRepository(second.url, ({ scan }) => scan.phase === 'failed')
    expect(known.commits).toBe(20)
    expect(known.scan.error?.message).toContain(repository.path)
    second.child.kill('SIGTERM')
    await second.ended
  })

  test('a second server on the same folder is refused in words, and the first goes on', async () => {
    const repository = aHistoryOf(3)
    const data = aDataFolder()
    const first = await start(repository.path, data)
    await nextRepository(first.url, ({ scan }) => scan.phase === 'done')
    const second = await start(repository.path, data)
    const { code, complaint } = await second.ended
    expect(code).toBe(1)
    expect(complaint).toContain(String(first.child.pid))
    expect((await fetch(`${first.url}/readyz`)).status).toBe(200)
    first.child.kill('SIGTERM')
    await first.ended
  })

  test('a folder that cannot be written is refused in words', async () => {
    const server = await start(aHistoryOf(1).path, '/dev/null/data')
    const { code, complaint } = await server.ended
    expect(code).toBe(1)
    expect(complaint).toContain('/dev/null/data')
  })
})
