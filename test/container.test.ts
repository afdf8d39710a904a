import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { root } from '../scripts/root.js'
import { aFolder } from '../src/evidence/git/testing/a-repository.ts'

const textOf = (name: string) => readFileSync(join(root, name), 'utf8')
const containerfile = textOf('Containerfile')

/** The words of an instruction that is written as JSON. */
function wordsOf(instruction: 'ENTRYPOINT' | 'CMD'): string[] {
  const [, json = ''] = new RegExp(`^${instruction} (.+)$`, 'm').exec(containerfile) ?? []
  return JSON.parse(json)
}

test('what the image holds is enough to make an account and to serve', async () => {
  const image = aFolder()
  for (const [, from = '', to = ''] of containerfile.matchAll(/^COPY --from=build \/app\/(\S+) (\S+)$/gm))
    cpSync(join(root, from), join(image, to === './' ? from : to), { recursive: true })
  const data = join(aFolder(), 'data')
  const run = (words: readonly string[]) => {
    const [, program = '', ...rest] = [...wordsOf('ENTRYPOINT'), ...words]
    return [program.replace('/app', image), ...rest.map((word) => word.replace('/data', data))]
  }
  const init = spawnSync(
    process.execPath,
    run(['init', '--data', '/data', '--email', 'a@example.com', '--password-stdin', '--json']),
    { input: 'correct horse battery\n', encoding: 'utf8' },
  )
  expect(init).toMatchObject({ status: 0, stderr: '' })

  const words = wordsOf('CMD').map((word) => (word === '4400' ? '0' : word))
  const server = spawn(process.execPath, run(words), { cwd: image, stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = (await once(createInterface(server.stdout), 'line')) as [string] // what a line event gives
  const [, port] = /listening on http:\/\/0\.0\.0\.0:(\d+)/.exec(line) ?? []
  expect((await fetch(`http://localhost:${port}/healthz`)).status).toBe(200)
  server.kill('SIGTERM')
  expect(await once(server, 'close')).toEqual([0, null])
})

interface Compose {
  readonly services: Readonly<Record<string, Service>>
  readonly volumes: Readonly<Record<string, null>>
}

interface Service {
  readonly command?: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
  readonly network_mode?: string
  readonly volumes: readonly string[]
}

test('compose starts what the image starts, its address to be chosen', () => {
  const { services }: Compose = parse(textOf('compose.yaml'))
  const defaults = services['app']?.command?.map((word) => word.replace(/^\$\{\w+:-(.+)\}$/, '$1'))
  expect(defaults).toEqual(wordsOf('CMD'))
})

test('with PostgreSQL the two meet at a socket, and nothing else reaches the database', () => {
  const { services, volumes }: Compose = parse(textOf('compose.postgresql.yaml'))
  const socket = new URL(services['app']?.environment?.['DATABASE_URL'] ?? '').searchParams.get('host')
  for (const name of ['app', 'postgresql'])
    expect(services[name]?.volumes, name).toContain(`sockets:${socket}`)
  expect(services['postgresql']?.network_mode).toBe('none')
  expect(Object.keys(volumes)).toContain('sockets')
})
