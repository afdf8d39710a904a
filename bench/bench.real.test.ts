import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { reportText } from './bench-report.ts'
import { compare, medianRun } from './compare.ts'
import { generatedRepository } from './generated-repository.ts'
import { median } from './median.ts'
import { readBenchArguments } from './read-bench-arguments.ts'
import { fromGnuTime, fromShellTimes, timeCommand } from './time-command.ts'
import { bytesPerCommit, verdict } from './verdict.ts'

describe('the arithmetic', () => {
  test('the median is the middle, or the mean of the two middles', () => {
    expect(median([5, 1, 9])).toBe(5)
    expect(median([4, 1, 10, 2])).toBe(3)
    expect(() => median([])).toThrow('no median of nothing')
  })

  test('each figure of a run has a median of its own, and unknown memory stays unknown', () => {
    const runs = [
      { wall: 1, processor: 9, memory: 300 },
      { wall: 3, processor: 7, memory: 100 },
      { wall: 2, processor: 8, memory: 200 },
    ]
    expect(medianRun(runs)).toEqual({ wall: 2, processor: 8, memory: 200 })
    expect(medianRun(runs.map((run) => ({ ...run, memory: null })))).toMatchObject({ memory: null })
  })

  test('memory a commit is the slope between two histories', () => {
    expect(bytesPerCommit({ commits: 100, peak: 1_000_000 }, { commits: 1100, peak: 1_200_000 })).toBe(200)
  })

  test('a promise is kept up to its limit and not beyond, and never by what was not measured', () => {
    expect(verdict('p', 2, { atMost: 2, unit: 's' }).kept).toBe(true)
    expect(verdict('p', 2.001, { atMost: 2, unit: 's' }).kept).toBe(false)
    expect(verdict('p', Number.NaN, { atMost: 2, unit: 's' }).kept).toBe(false)
  })

  test('GNU time and the shell are read alike', () => {
    expect(fromGnuTime('Command exited with non-zero status 1\n1.20 0.30 2048\n')).toEqual({
      processor: 1.5,
      memory: 2_097_152,
    })
    expect(fromShellTimes('0m0.00s 0m0.00s\n1m1.25s 0m0.50s\n').processor).toBeCloseTo(61.75)
  })
})

test('commands are warmed up once and then run in turn', async () => {
  const order: string[] = []
  const command = (name: string) => ({ name, args: ['true'] as const, folder: '.' })
  const contestants = await compare([command('a'), command('b')], 3, ({ name }) => {
    order.push(name)
    return Promise.resolve({ wall: order.length, processor: 0, memory: null })
  })
  expect(order.join('')).toBe('abababab')
  expect(contestants[0]?.runs.map(({ wall }) => wall)).toEqual([3, 5, 7])
})

test('a command is measured with what it started, and a failing one is not measured at all', async () => {
  const work = 'while (process.cpuUsage().user < 200_000);'
  const run = await timeCommand({
    name: 'work',
    args: ['sh', '-c', `"${process.execPath}" -e "${work}"`],
    folder: '.',
  })
  expect(run.wall).toBeGreaterThan(0.2)
  expect(run.processor).toBeGreaterThan(0.15)
  await expect(
    timeCommand({ name: 'broken', args: ['sh', '-c', 'echo no such thing >&2; exit 3'], folder: '.' }),
  ).rejects.toThrow('broken ended with 3: no such thing')
})

test('a table names the repository and says of each promise whether it was kept', () => {
  const run = (wall: number) => ({ wall, processor: wall, memory: 5_000_000 })
  const text = reportText({
    bench: 'scan',
    subject: 'shop, 12 commits',
    contestants: [
      { name: 'git log', runs: [run(1)], median: run(1) },
      { name: 'ours', runs: [run(1.5)], median: run(1.5) },
    ],
    verdicts: [
      verdict('quick', 1.5, { atMost: 2, unit: 's' }),
      verdict('small', 400, { atMost: 300, unit: 'MB' }),
    ],
  })
  expect(text.split('\n')).toEqual([
    'scan: shop, 12 commits',
    '              wall  user+sys  peak  of the first',
    '  git log  1.000 s   1.000 s  5 MB        1.00 ×',
    '  ours     1.500 s   1.500 s  5 MB        1.50 ×',
    '  kept    quick: 1.50 s (at most 2.00 s)',
    '  MISSED  small: 400 MB (at most 300 MB)',
  ])
})

describe('the command line', () => {
  const read = (...args: string[]) => readBenchArguments(args, ['scan', 'lines'], '/')

  test('takes benches, peers and a repository', () => {
    expect(read('scan', '--peer', 'x=echo a=b', '--repository', 'tmp', '--runs', '3')).toEqual({
      benches: ['scan'],
      repository: '/tmp',
      peers: [{ name: 'x', command: 'echo a=b' }],
      runs: 3,
      json: false,
    })
    expect(read('all').benches).toEqual(['scan', 'lines'])
  })

  test.each([
    [['nothing'], 'no bench "nothing"'],
    [[], 'Say which bench'],
    [['scan', '--peer', 'x'], '--peer takes NAME=COMMAND'],
    [['scan', '--repository', 'no/such/folder'], 'no folder /no/such/folder'],
    [['scan', '--runs', '0'], '--runs takes'],
  ])('%j is refused', (args, message) => {
    expect(() => read(...args)).toThrow(message)
  })
})

test('a generated repository has as many commits as told, merges among them, and is always the same', async () => {
  const recipe = { commits: 500, files: 30, people: 5, lines: 10, filesPerCommit: 2 }
  const path = await generatedRepository(recipe)
  const git = (...args: string[]) =>
    spawnSync('git', ['-C', path, ...args], { encoding: 'utf8' }).stdout.trim()
  expect(git('rev-list', '--count', 'HEAD')).toBe('500')
  expect(Number(git('rev-list', '--count', '--merges', 'HEAD'))).toBeGreaterThan(5)
  expect(git('ls-tree', '-r', '--name-only', 'HEAD').split('\n')).toHaveLength(30)
  expect(git('tag').split('\n')).toHaveLength(5)
  expect(git('rev-parse', 'HEAD')).toBe('3fb99c3ee8cf0059c41e470d6eb8dc1ebcea23b2')
})
