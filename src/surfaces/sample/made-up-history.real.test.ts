import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { records } from '#areas/records.ts'
import { samples } from '#areas/samples.ts'
import { makeRepository } from '#evidence/git/make-repository.ts'
import { gitText } from '#evidence/git/run-git.ts'
import { aFolder } from '#evidence/git/testing/a-repository.ts'
import { scanRepository } from '#evidence/scan/scan-repository.ts'
import type { ScanReport } from '#evidence/scan/scan-report.ts'
import { planSample } from '#workspace'
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
