import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { expect, onTestFinished, test, vi } from 'vitest'
import { Client } from 'pg'
import { startPostgresql } from './real-postgresql.ts'

test('the PostgreSQL of the registry package runs where none is installed', async () => {
  vi.stubEnv('LEITSTAND_TEST_POSTGRESQL', 'package')
  onTestFinished(() => void vi.unstubAllEnvs())
  const server = await startPostgresql()
  onTestFinished(server.stop)
  const client = new Client({ connectionString: server.url })
  await client.connect()
  const { rows } = await client.query<{ server_version: string }>('show server_version')
  await client.end()
  expect([server.from, Number(rows[0]?.server_version.split('.')[0])]).toEqual(['package', server.version])
})

test('a killed test run leaves neither a server nor its folder behind', async () => {
  const program = `
    import { startPostgresql } from ${JSON.stringify(new URL('./real-postgresql.ts', import.meta.url).href)}
    console.log((await startPostgresql()).url)`
  const run = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void run.kill('SIGKILL'))
  const [url]: string[] = await once(createInterface(run.stdout), 'line')
  const folder = new URL(url ?? '').searchParams.get('host') ?? ''
  expect(existsSync(folder)).toBe(true)
  run.kill('SIGKILL')
  await expect.poll(() => existsSync(folder), { timeout: 10_000 }).toBe(false)
  await expect(new Client({ connectionString: url }).connect()).rejects.toThrow('ENOENT')
})
