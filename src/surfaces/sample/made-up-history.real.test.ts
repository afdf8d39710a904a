import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { records } from '#areas/records.ts'
import { samples } from '#areas/samples.ts'
import { makeRepository } from '#evidence/git/make-repository.ts'
import { gitText } from '#evidence/git/run-git.ts'
import { aFolder } from '#evidence/git/testing/a-repository.ts'
import { scanRepository } from '#evidence/scan/scan-repository.ts'
import type { ScanReport } from '#evidence/scan/scan-report.ts'
import { planSample, type SamplePlan } from '#workspace'
import { madeUpHistory } from './made-up-history.ts'
import { sampleSource } from './sample-source.ts'

const day = 86_400_000
const begun = new Date('2026-06-10T14:20:00Z')

async function told(instant: Date): Promise<Buffer> {
  const tell = madeUpHistory(sampleSource(instant))
  if (!tell) throw new Error('The source of the sample company was not known.')
  return tell()
}

describe('the repository of the sample company', () => {
  let path = ''
  let report: ScanReport
  let history: Buffer
  const git = async (...args: string[]) =>
    (await gitText({ path, gitDir: path }, args)).split('\n').filter(Boolean)

  beforeAll(async () => {
    const signal = new AbortController().signal
    history = await told(begun)
    path = (await makeRepository(join(aFolder(), 'larkenfeld.git'), history, signal)).path
    report = await scanRepository(path, { asOf: null, weeks: 52, top: null, lines: false })
  })

  test('is sound, ends before the company is begun, and lasts eighteen months of working days', async () => {
    await gitText({ path, gitDir: path }, ['fsck', '--strict'])
    const dates = (await git('log', '--all', '--format=%at')).map((seconds) => Number(seconds) * 1000)
    expect(Math.max(...dates)).toBeLessThan(begun.getTime())
    expect(begun.getTime() - Math.max(...dates)).toBeLessThan(4 * day)
    expect((begun.getTime() - Math.min(...dates)) / day).toBeGreaterThan(540)
    const weekend = dates.filter((at) => new Date(at).getUTCDay() % 6 === 0)
    expect(weekend.length).toBeGreaterThan(0)
    expect(weekend.length / dates.length).toBeLessThan(0.03)
  })

  test('names only goals that the company has, and takes back only commits that it has', async () => {
    const plan = planSample(samples, { definitions: records, language: 'en', begun })
    const keys = new Set(plan.keys.values())
    const subjects = await git('log', '--all', '--format=%s %b')
    const named = subjects.flatMap((line) => line.match(/GOAL-\d+/g) ?? [])
    expect(new Set(named).size).toBeGreaterThan(5)
    expect(named.filter((key) => !keys.has(key))).toEqual([])
    const reverted = subjects.flatMap((line) => /This reverts commit ([0-9a-f]{40})/.exec(line)?.[1] ?? [])
    expect(reverted.length).toBeGreaterThan(5)
    expect(await git('cat-file', '-t', ...reverted.slice(0, 1))).toEqual(['commit'])
    const all = new Set(await git('log', '--all', '--format=%H'))
    expect(reverted.filter((hash) => !all.has(hash))).toEqual([])
  })

  test('works on the bets that its teams were at, most of it so that one can tell', async () => {
    const plan = planSample(samples, { definitions: records, language: 'en', begun })
    const bets = betsOf(plan.steps)
    const log = await gitText({ path, gitDir: path }, [
      'log',
      '--first-parent',
      '--diff-merges=first-parent',
      '--name-only',
      '--format=%x00%as %s%n%b%x01',
      'main',
    ])
    const ways = { branch: 0, trailer: 0, path: 0, none: 0 }
    let late = 0
    for (const told of log.split('\0').slice(1)) {
      const [message = '', names = ''] = told.split('\u0001')
      const key = message.match(/\bbet-\d+/i)?.[0].toUpperCase()
      const date = message.slice(0, 10)
      const isAtWork = ({ started, ended }: TimeOfBet) => started <= date && (ended === null || date <= ended)
      if (key !== undefined) {
        ways[message.includes('Bet: ') ? 'trailer' : 'branch'] += 1
        const bet = bets.get(key)
        if (!bet || !isAtWork(bet)) late += 1
        continue
      }
      const files = names.split('\n').filter(Boolean)
      const ruled = [...bets.values()].some(
        (bet) => isAtWork(bet) && files.some((file) => bet.paths.some((start) => file.startsWith(start))),
      )
      ways[ruled ? 'path' : 'none'] += 1
    }
    const all = ways.branch + ways.trailer + ways.path + ways.none
    expect(ways.branch / all).toBeGreaterThan(0.25)
    expect(ways.trailer / all).toBeGreaterThan(0.1)
    expect(ways.path).toBeGreaterThan(20)
    expect(1 - ways.none / all).toBeGreaterThan(0.55)
    expect(1 - ways.none / all).toBeLessThan(0.75)
    // A branch may outlive its bet by some days; nothing names a bet that there is not.
    expect(late / all).toBeLessThan(0.03)
  })

  test('rests when the company does', async () => {
    const people = await git('log', '--all', '--author=larkenfeld', '--format=%as %an')
    const unity = people.filter((line) => line.slice(5, 10) === '10-03' && !line.includes('[bot]'))
    expect(unity).toEqual([])
  })

  test('shows every figure that git can feed, and those over time move', () => {
    const figures = report.measures.filter(({ scope }) => scope.kind === 'repository')
    // A forge and line counts are not part of this reading.
    const elsewhere = ['delivery.review-time', 'structure.churn', 'structure.churn-rework']
    const missing = figures.filter(({ id, value }) => value === null && !elsewhere.includes(id))
    expect(missing.map(({ id, reason }) => `${id}: ${reason}`)).toEqual([])
    const still = figures.filter(
      ({ series }) => series && new Set(series.flatMap(({ value }) => value ?? [])).size < 2,
    )
    expect(still.map(({ id }) => id)).toEqual([])
    expect(report.repository.people).toBeGreaterThan(15)
    expect(report.repository.bots).toBe(1)
    expect(report.components.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['apps/resident', 'apps/landlord', 'services/billing', 'platform/deploy']),
    )
  })

  test('is the same for the same instant, and there for any other', async () => {
    expect(history.equals(await told(begun))).toBe(true)
    // A night at the turn of a year, on a weekend.
    expect((await told(new Date('2027-01-02T00:10:00Z'))).length).toBeGreaterThan(1_000_000)
  })

  test('belongs to the teams by components that it has', () => {
    const names = new Set(report.components.map(({ name }) => name))
    const owned = [...JSON.stringify(samples).matchAll(/"component":"([^"]+)"/g)].map(([, name = '']) => name)
    expect(owned.filter((name) => !names.has(name))).toEqual([])
  })
})

test('no other source is made up', () => {
  for (const source of ['https://example.com/x.git', 'sample-company://', 'sample-company://soon', '/home/x'])
    expect(madeUpHistory(source)).toBeNull()
})

interface TimeOfBet {
  readonly started: string
  readonly ended: string | null
  readonly paths: readonly string[]
}

/** Days of the bets that were begun, by key, as the records say it. */
function betsOf(steps: SamplePlan['steps']): ReadonlyMap<string, TimeOfBet> {
  const bets = new Map<string, TimeOfBet>()
  for (const step of steps) {
    if (step.what === 'link' || step.record.definition.type !== 'bet') continue
    const { started, ended, paths } = step.fields
    const { key } = step.record
    const known = bets.get(key) ?? { started: '9999', ended: null, paths: [] }
    bets.set(key, {
      started: typeof started === 'string' ? started : known.started,
      ended: typeof ended === 'string' ? ended : known.ended,
      paths: Array.isArray(paths)
        ? paths.map((row: { pattern: string }) => row.pattern.replace('*', ''))
        : known.paths,
    })
  }
  return bets
}
