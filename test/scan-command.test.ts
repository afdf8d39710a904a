import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { beforeAll, describe, expect, test } from 'vitest'
import { aFolder, aRepository, type TestRepository } from '#evidence/git/testing/a-repository.ts'
import { program } from '../scripts/program-for-tests.js'

const schema: unknown = JSON.parse(
  readFileSync(join(import.meta.dirname, '../docs/scan.schema.json'), 'utf8'),
)
const isReport = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(Object(schema))

let shop: TestRepository

beforeAll(() => {
  shop = aShop()
})

/** Half a year of two people and a bot: branches, renames, releases, paths of every kind. */
function aShop(): TestRepository {
  const people = ['Ada <ada@example.com>', 'Bo <bo@example.com>', 'dependabot[bot] <bot@example.com>']
  const repository = aRepository()
  let at = Date.parse('2026-01-05T10:00:00Z')
  repository.commit({
    files: { 'web/page.tsx': page(0), 'server/api.ts': page(1), 'yarn.lock': '# 1\n' },
    at,
  })
  for (let edit = 1; edit <= 120; edit++) {
    at += 33 * 3_600_000
    const branch = edit % 10 >= 7 && edit % 10 <= 8 ? { branch: `topic-${Math.floor(edit / 10)}` } : {}
    repository.commit({
      ...branch,
      author: people[edit % 7 === 0 ? 2 : edit % 2] ?? '',
      message: `${edit % 3 === 0 ? 'fix' : 'feat'}: change ${edit}\n`,
      files: { 'web/page.tsx': page(edit), ...(edit % 2 === 0 ? { 'server/api.ts': page(edit + 1) } : {}) },
      at,
    })
    if (edit % 10 === 9) repository.merge(`topic-${Math.floor(edit / 10)}`, { at: (at += 3_600_000) })
    if (edit % 20 === 0) repository.tag(`v1.${edit / 20}.0`, { at: (at += 3_600_000) })
  }
  repository.commit({
    files: {
      'evil\u{1b}[2J\nname.ts': page(2),
      'evil\u{9b}2J.ts': page(2),
      'with "quotes".ts': page(3),
      'Straße/日本.ts': page(4),
    },
    at: at + 3_600_000,
  })
  return repository.write()
}

function page(edit: number): string {
  return Array.from(
    { length: 9 },
    (_, line) => `${'  '.repeat((line + edit) % 3)}line ${line} ${edit}\n`,
  ).join('')
}

function run(args: readonly string[], options: { cwd?: string; env?: NodeJS.ProcessEnv } = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    encoding: 'utf8',
    cwd: options.cwd,
    env: { ...process.env, FORCE_COLOR: undefined, NO_COLOR: undefined, LC_ALL: 'C.UTF-8', ...options.env },
    maxBuffer: 1 << 28,
  })
  return { status, stdout, stderr }
}

interface Report {
  readonly repository: Readonly<Record<string, unknown>>
  readonly measures: readonly { id: string; scope: { kind: string }; value: number | null; asOf: string }[]
  readonly hotspots: readonly { path: string }[]
  readonly coupling: readonly unknown[]
  readonly components: readonly { name: string }[]
  readonly releases: readonly { tag: string }[]
}

function report(args: readonly string[]): Report {
  const { status, stdout, stderr } = run(['scan', '--json', ...args])
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  const parsed: unknown = JSON.parse(stdout)
  isReport(parsed)
  expect(isReport.errors ?? []).toEqual([])
  return parsed as Report // held against the schema just now
}

describe('scan --json', () => {
  test('answers by its schema, with figures and without', () => {
    const whole = report([shop.path])
    expect(whole.repository).toMatchObject({
      path: shop.path,
      head: shop.hash('main'),
      branch: 'main',
      commits: Number(shop.git('rev-list', '--count', 'HEAD')),
      releases: 6,
      people: 2,
      bots: 1,
    })
    expect(whole.measures.filter(({ value }) => value !== null).length).toBeGreaterThan(10)
    expect(whole.measures.some(({ scope }) => scope.kind === 'component')).toBe(true)
    expect(whole.components.map(({ name }) => name)).toContain('web')
    expect(whole.coupling).toHaveLength(1)
  })

  test('answers by its schema for an empty repository, and knows nothing of it', () => {
    const empty = report([aRepository().path])
    expect(empty.repository).toMatchObject({ head: null, commits: 0, firstCommitAt: null, files: 0 })
    expect(empty.measures.every(({ value }) => value === null)).toBe(true)
  })

  test('holds no character that could steer a terminal', () => {
    const { stdout } = run(['scan', '--json', shop.path])
    expect(stdout.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u)
    const { hotspots } = JSON.parse(stdout) as Report // held against the schema above
    expect(hotspots.map(({ path }) => path)).toContain('evil\u{9b}2J.ts')
  })

  test('gives the same bytes twice', () => {
    expect(run(['scan', '--json', shop.path]).stdout).toBe(run(['scan', shop.path, '--json']).stdout)
  })

  test('counts lines when asked to', () => {
    const churn = (read: Report) => read.measures.find(({ id }) => id === 'structure.churn')?.value ?? null
    expect(churn(report([shop.path]))).toBeNull()
    expect(churn(report([shop.path, '--lines']))).toBeGreaterThan(0)
  })

  test('keeps to the first rows of each list with --top', () => {
    const [whole, first] = [report([shop.path]), report([shop.path, '--top', '2'])]
    expect(first.hotspots).toEqual(whole.hotspots.slice(0, 2))
    expect(first.releases).toEqual(whole.releases.slice(0, 2))
    expect(first.measures).toEqual(whole.measures)
  })

  test('as of an earlier commit answers what it answered then', () => {
    const then = shop.git('rev-list', '--first-parent', '--skip=40', '--max-count=1', 'HEAD')
    const instant = shop.git('log', '-1', '--format=%cI', then)
    const now = report([shop.path, '--as-of', instant])
    const clone = join(aFolder(), 'shop')
    shop.git('clone', '-q', '--no-hardlinks', shop.path, clone)
    shop.git('-C', clone, 'reset', '-q', '--hard', then)
    const past = report([clone])
    const named = (read: Report) => ({
      ...read,
      repository: { ...read.repository, path: '' },
      measures: read.measures.map((figure) => ({ ...figure, scope: { kind: figure.scope.kind } })),
    })
    expect(now.repository['head']).toBe(then)
    expect(named(now)).toEqual(named(past))
  })

  test('of an instant before the first commit is the answer for an empty repository', () => {
    expect(report([shop.path, '--as-of', '2020-01-01']).repository).toMatchObject({ head: null, commits: 0 })
  })

  test('without a path takes the repository one stands in, from any folder of it', () => {
    const folder = join(shop.path, 'some/where')
    mkdirSync(folder, { recursive: true })
    const { status, stdout } = run(['scan', '--json'], { cwd: folder })
    expect(status).toBe(0)
    expect((JSON.parse(stdout) as Report).repository['commits']).toBe(
      report([shop.path]).repository['commits'],
    )
  })

  test('names no person', () => {
    expect(run(['scan', '--json', '--lines', shop.path]).stdout).not.toMatch(
      /\bada\b|\bbo\b|example\.com|dependabot/i,
    )
  })
})

describe('the page', () => {
  test('is plain in a pipe, never wider than 80 columns, and lets no path steer the terminal', () => {
    const { status, stdout } = run(['scan', shop.path])
    expect(status).toBe(0)
    expect(stdout.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u)
    expect(stdout).toContain(String.raw`evil\u{1b}[2J\u{a}name.ts`)
    expect(Math.max(...stdout.split('\n').map((line) => Array.from(line).length))).toBeLessThanOrEqual(80)
    for (const heading of [
      'Delivery',
      'Knowledge',
      'Structure',
      'Pace',
      'Components',
      'Hotspots',
      'Releases',
    ]) {
      expect(stdout).toContain(`\n  ${heading} `)
    }
  })

  test('is German where the environment is, with German numbers and reasons; the JSON is what it always is', () => {
    const env = { LC_ALL: 'de_DE.UTF-8' }
    const { stdout } = run(['scan', shop.path], { env })
    expect(Math.max(...stdout.split('\n').map((line) => Array.from(line).length))).toBeLessThanOrEqual(80)
    for (const heading of ['Auslieferung', 'Wissen', 'Struktur', 'Tempo', 'Komponenten', 'Hotspots'])
      expect(stdout).toContain(`\n  ${heading} `)
    expect(stdout).toContain('Noch keine Daten: ')
    expect(stdout).toMatch(/\d,\d/)
    expect(stdout).not.toMatch(/\b(changes|files|lines|coverage|left out|as of|No data|per week)\b/)
    expect(run(['scan', '--json', shop.path], { env }).stdout).toContain('"No data yet: ')
  })

  test('has colour when it is forced and ASCII alone where the locale knows no more', () => {
    expect(run(['scan', shop.path], { env: { FORCE_COLOR: '1' } }).stdout).toContain('\u{1b}[')
    const ascii = aRepository()
      .commit({ files: { 'a.ts': page(1) } })
      .write()
    expect(run(['scan', ascii.path], { env: { LC_ALL: 'C' } }).stdout).toMatch(/^[\n\u{20}-\u{7e}]+$/u)
  })
})

describe('exit codes', () => {
  test('1 with a message and a hint where there is no repository', () => {
    const folder = aFolder()
    const { status, stdout, stderr } = run(['scan', folder])
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toContain(`There is no git repository at ${folder}.\n`)
    expect(stderr.trim().split('\n')).toHaveLength(2)
  })

  test.runIf(existsSync('/dev/full'))('1 with a message where the disk is full', () => {
    for (const format of [[], ['--json']]) {
      const { status, stderr } = spawnSync(process.execPath, [program, 'scan', shop.path, ...format], {
        encoding: 'utf8',
        stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'],
      })
      expect(status).toBe(1)
      expect(stderr.trim().split('\n')).toEqual([expect.stringContaining('no room left'), expect.any(String)])
    }
  })

  test('1 where the path is a file, or nothing at all', () => {
    const file = join(aFolder(), 'file')
    writeFileSync(file, '')
    expect(run(['scan', file]).status).toBe(1)
    expect(run(['scan', `${file}-that-is-not-there`]).status).toBe(1)
  })

  test('2 with the usage where the command line makes no sense', () => {
    const { status, stdout, stderr } = run(['scan', '--windw', '13w'])
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain("Unknown option '--windw'")
    expect(stderr).toContain('leitstand scan [PATH]')
  })

  test('in German where the environment is German', () => {
    const env = { LC_ALL: 'de_DE.UTF-8' }
    const nowhere = join(aFolder(), 'nowhere')
    expect(run(['scan', nowhere], { env }).stderr).toBe(
      `Es gibt keinen Ordner ${nowhere}.\nPrüfe den Pfad auf Tippfehler.\n`,
    )
    const { stderr } = run(['scan', '--windw', '13w'], { env })
    expect(stderr).toContain('Die Option --windw gibt es nicht.')
    expect(stderr).toContain('leitstand scan [PATH] [options]   Kennzahlen')
  })

  test('0 for help and version', () => {
    expect(run(['--help'])).toMatchObject({ status: 0, stderr: '' })
    expect(run(['--version']).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})

test('a reader that leaves early ends the scan in peace', async () => {
  const child = spawn('sh', [
    '-c',
    '"$@" | head -c 10',
    'sh',
    process.execPath,
    program,
    'scan',
    '--json',
    shop.path,
  ])
  let words = ''
  child.stderr.on('data', (chunk: Buffer) => (words += chunk.toString()))
  const [code] = await once(child, 'close')
  expect({ code, words }).toEqual({ code: 0, words: '' })
})

test('a slow reader gets all of it', async () => {
  const child = spawn('sh', [
    '-c',
    '"$@" | { sleep 0.3; cat; }',
    'sh',
    process.execPath,
    program,
    'scan',
    '--json',
    shop.path,
  ])
  let size = 0
  child.stdout.on('data', (chunk: Buffer) => (size += chunk.length))
  await once(child, 'close')
  expect(size).toBe(Buffer.byteLength(run(['scan', '--json', shop.path]).stdout))
})
