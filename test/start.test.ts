import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aFolder, aRepository } from '../src/evidence/git/testing/a-repository.ts'
import { root } from '../scripts/root.js'

test('`npm start` reads the repository one stands in and shows it; Ctrl-C ends it whole', async () => {
  const started = await start()
  await ready(started.url)
  const page = await fetch(started.url)
  expect({ status: page.status, type: page.headers.get('content-type') }).toEqual({
    status: 200,
    type: expect.stringContaining('text/html'),
  })
  started.interrupt()
  expect(await started.ended).not.toContain('    at ')
  await expect(fetch(`${started.url}/healthz`)).rejects.toThrow('fetch failed')
})

test('when npm alone is ended, nothing of it stays behind', async () => {
  const started = await start()
  started.endNpm()
  await started.ended // once nobody holds its output any more
  await expect(fetch(`${started.url}/healthz`)).rejects.toThrow('fetch failed')
})

/** Starts on a free port, from within a repository that is somewhere else. */
async function start() {
  const repository = aRepository()
    .commit({ files: { 'a.ts': 'one\n' } })
    .tag('v1.0.0')
    .write()
  const data = join(aFolder(), 'data')
  const npm = spawn('npm', ['--prefix', root, 'start', '--', '--repo', '.', '--port', '0', '--data', data], {
    cwd: repository.path,
    detached: true, // a group of its own, as a terminal gives it
  })
  let output = ''
  const ended = new Promise<string>((resolve) => npm.on('close', () => resolve(output)))
  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString()
      const [found] = /http:\/\/localhost:\d+/.exec(output) ?? []
      if (found) resolve(found)
    }
    npm.stdout.on('data', read)
    npm.stderr.on('data', read)
    npm.on('close', () => reject(new Error(output)))
  })
  return {
    url,
    ended,
    interrupt: () => process.kill(-(npm.pid ?? Number.NaN), 'SIGINT'),
    endNpm: () => npm.kill('SIGTERM'),
  }
}

/** Resolves once the database is open. */
async function ready(url: string): Promise<void> {
  expect((await fetch(`${url}/healthz`)).status).toBe(200)
  while ((await fetch(`${url}/readyz`)).status !== 200)
    await new Promise((resolve) => setTimeout(resolve, 50))
}
