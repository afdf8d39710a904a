import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { beforeAll, describe, expect, test } from 'vitest'
import { aFolder } from '#evidence/git/testing/a-repository.ts'
import type { ForecastInput } from '../src/engines/forecast/forecast-input.ts'
import type { ForecastReport } from '../src/engines/forecast/forecast-report.ts'
import { forecast } from '../src/engines/forecast/forecast.ts'
import { readForecastFile } from '../src/surfaces/cli/forecast-file.ts'
import { program } from '../scripts/program-for-tests.js'

const schema: object = JSON.parse(
  readFileSync(join(import.meta.dirname, '../docs/forecast.schema.json'), 'utf8'),
)
const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, formats: { date: true } })
const isReport = ajv.compile(schema)
const isInput = ajv.compile({ $ref: 'urn:leitstand:forecast:1#/$defs/input' })

const plan: ForecastInput = {
  start: '2026-11-28',
  trials: 2000,
  seed: 7,
  breaks: ['2026-12-24', '2026-12-25'],
  teams: [
    { name: 'Web', daily: [1, 3, 3, 1, 1, 3, 3, 1], parallel: 2 },
    { name: 'Core', daily: [1, 0, 0, 1, 3, 0, 2, 4], capacity: [{ from: '2026-12-07', factor: 0.8 }] },
    { name: 'evil\u{1b}[2J', daily: [1] },
  ],
  bets: [
    { key: 'BET-1', teams: ['Web'], size: 3, wanted: '2026-12-18' },
    {
      key: 'BET-2',
      teams: ['Web', 'Core'],
      size: { Web: [3, 8], Core: 6 },
      after: ['BET-1'],
      splitRate: [1, 1.5],
      risks: [{ chance: 0.3, size: [2, 6] }],
      earliest: '2026-12-02',
    },
    { key: 'BET-3', teams: ['evil\u{1b}[2J'], size: 3 },
  ],
}

let file: string

beforeAll(() => {
  file = join(aFolder(), 'plan.json')
  writeFileSync(file, JSON.stringify(plan))
})

function run(args: readonly string[], { input, env }: { input?: string; env?: NodeJS.ProcessEnv } = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'forecast', ...args], {
    encoding: 'utf8',
    input,
    env: { ...process.env, FORCE_COLOR: undefined, NO_COLOR: undefined, LC_ALL: 'C.UTF-8', ...env },
  })
  return { status, stdout, stderr }
}

describe('forecast --json', () => {
  test('answers by its schema, with all that can be asked', () => {
    expect(isInput(plan)).toBe(true)
    const asked = [
      '--input',
      file,
      '--json',
      '--chain',
      '--sensitivity',
      '--by',
      '2026-12-04',
      '--by',
      '2027-01-15',
    ]
    const { status, stdout, stderr } = run(asked)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u)
    const report = JSON.parse(stdout) as ForecastReport // held against the schema just here
    isReport(report)
    expect(isReport.errors ?? []).toEqual([])
    expect(report).toMatchObject({ trials: 2000, seed: 7, by: [{ day: 5 }, { date: '2027-01-15' }] })
    const [first, second, third] = report.bets
    expect(first).toMatchObject({
      key: 'BET-1',
      dates: { '95': '2026-12-02' },
      wanted: { chance: 1, over95: true },
    })
    expect(first?.cumulative.map(({ chance }) => chance)).toEqual(
      [0.5, 0.75, 1].map((chance) => expect.closeTo(chance, 1)),
    )
    expect(first?.chain?.steps).toEqual([{ bet: 'BET-1', team: 'Web', because: 'start' }])
    expect(second).toMatchObject({
      marked: true,
      reason: expect.stringContaining('the history of Core differ by'),
    })
    expect(second?.sensitivity?.length).toBeGreaterThan(2)
    expect(third).toEqual({
      key: 'BET-3',
      percentiles: null,
      dates: null,
      reason: expect.stringContaining('one day with a finished change'),
      cumulative: [],
    })
  })

  test('gives the same bytes from a file and from standard input', () => {
    const piped = run(['--input', '-', '--json'], { input: `\u{FEFF}${JSON.stringify(plan)}` })
    expect(piped).toEqual(run(['--json', '--input', file]))
    expect(piped.status).toBe(0)
  })
})

test('the page is plain in a pipe, at most 80 columns wide, and German where the environment is', () => {
  const { status, stdout } = run(['--input', file, '--chain', '--sensitivity', '--by', '2026-12-31'], {
    env: { LC_ALL: 'de_DE.UTF-8' },
  })
  expect(status).toBe(0)
  expect(stdout.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u)
  expect(Math.max(...stdout.split('\n').map((line) => Array.from(line).length))).toBeLessThanOrEqual(80)
  for (const heading of ['Prognose', 'Zu wissen', 'Fertig bis', 'Was sie aufhält', 'Was das Datum bewegt'])
    expect(stdout).toContain(`\n  ${heading} `)
  expect(stdout).toContain('BET-1: bis 2026-12-18 über 95 %.')
  expect(stdout).toContain(String.raw`evil\u{1b}[2J`)
  expect(stdout).toMatch(/BET-2 .* 2026-12-\d\d +█+▓*░*\n/)
})

describe('exit codes', () => {
  test('1 with what is wrong, and with nothing on standard output', () => {
    const cyclic = {
      ...plan,
      bets: ['A', 'B'].map((key) => ({ key, teams: ['Web'], size: 1, after: [key === 'A' ? 'B' : 'A'] })),
    }
    expect(run(['--input', '-', '--json'], { input: JSON.stringify(cyclic) })).toEqual({
      status: 1,
      stdout: '',
      stderr:
        'This cannot be forecast:\nbets wait for each other in a circle: A → B → A.\nPut it right and ask again.\n',
    })
    const nowhere = join(aFolder(), 'nowhere.json')
    expect(run(['--input', nowhere]).stderr).toBe(
      `There is no file ${nowhere}.\nCheck the path for typing errors.\n`,
    )
    expect(run(['--input', '-'], { input: '{' })).toMatchObject({ status: 1, stdout: '' })
  })

  test('2 with the usage where the command line makes no sense', () => {
    const { status, stdout, stderr } = run(['--json'])
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain('--input FILE, or --input - for standard input')
    expect(stderr).toContain('leitstand forecast [options]')
  })
})

test('a file that is no JSON, and a folder, are refused by name', async () => {
  const folder = aFolder()
  writeFileSync(join(folder, 'broken.json'), '{')
  await expect(readForecastFile(join(folder, 'broken.json'))).rejects.toThrow('broken.json holds no JSON: ')
  await expect(readForecastFile(folder)).rejects.toThrow('it is a folder')
})

test('the plan in the documentation is one', () => {
  const page = readFileSync(join(import.meta.dirname, '../docs/forecast.md'), 'utf8')
  const example: unknown = JSON.parse(/```json\n([^`]+)```/.exec(page)?.[1] ?? '')
  expect(isInput(example)).toBe(true)
  expect(forecast(example).bets.map(({ percentiles }) => percentiles === null)).toEqual([false, false])
})
