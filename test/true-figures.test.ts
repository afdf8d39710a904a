import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { independentFigures, isGenerated, nearestRank } from './support/independent-figures.ts'
import { git } from './support/independent-history.ts'
import { anyHistory, buildRandomHistory } from './support/random-history.ts'
import { program } from '../scripts/program-for-tests.js'

const project = join(import.meta.dirname, '..')

/** Only what is compared; the schema test looks at the rest. */
interface Report {
  readonly repository: Readonly<Record<string, unknown>> & { readonly commits: number }
  readonly measures: readonly {
    readonly id: string
    readonly scope: { readonly kind: string }
    readonly value: number | null
    readonly sample: number
    readonly percentiles?: Readonly<Record<string, number>>
    readonly dropped?: Readonly<Record<string, number>>
  }[]
  readonly hotspots: readonly { path: string; changes: number; complexity: number; score: number }[]
  readonly coupling: readonly {
    a: string
    b: string
    degree: number
    shared: number
    averageChanges: number
  }[]
  readonly releases: readonly { tag: string }[]
}

async function scan(path: string): Promise<Report> {
  const { stdout } = await promisify(execFile)(process.execPath, [program, 'scan', '--json', path], {
    maxBuffer: 1 << 30,
  })
  return JSON.parse(stdout) as Report // the command's own output, whose schema another test holds
}

/** Holds a scan against the second calculation. */
async function compare(path: string) {
  const report = await scan(path)
  const own = independentFigures(path)
  const measure = (id: string) => {
    const found = report.measures.find((figure) => figure.id === id && figure.scope.kind === 'repository')
    if (found === undefined) throw new Error(`The scan has no ${id}.`)
    return found
  }

  expect(report.repository).toMatchObject({
    commits: own.commits,
    merges: own.merges,
    people: own.people,
    bots: own.bots,
    files: own.files,
    releases: own.releases.length,
  })
  expect(report.releases.map(({ tag }) => tag).sort()).toEqual([...own.releases].sort())

  const frequency = measure('delivery.deployment-frequency')
  expect(frequency.sample).toBe(own.deploymentFrequency.count)
  if (frequency.value !== null) expect(frequency.value).toBe(own.deploymentFrequency.median)

  const leadTime = measure('delivery.lead-time')
  const hours = own.leadTimeHours.filter((value) => value >= 0)
  expect(leadTime.sample).toBe(hours.length)
  if (leadTime.value !== null) {
    expect(leadTime.value).toBeCloseTo(nearestRank(hours, 0.5) ?? Number.NaN, 6)
    for (const part of [50, 75, 90]) {
      expect(leadTime.percentiles?.[part]).toBeCloseTo(nearestRank(hours, part / 100) ?? Number.NaN, 6)
    }
  }

  for (const [rank, { path: file, changes, complexity, score }] of report.hotspots.entries()) {
    expect([file, changes]).toEqual([file, own.changesAtHead.get(file)])
    expect(score).toBe(changes * complexity)
    // Each asks git for a file.
    if (rank < 5) expect([file, complexity]).toEqual([file, own.complexity(file)])
  }
  const ranked = new Set(report.hotspots.map(({ path: file }) => file))
  for (const [file, changes] of own.changesAtHead) {
    const isCode = !isGenerated(file) && !own.binary.has(file)
    expect([file, ranked.has(file)]).toEqual([file, changes > 0 && isCode])
  }

  const coupling = own.coupling.filter(({ pair }) => !pair.split('\t').some(isGenerated))
  expect(report.coupling.map(({ a, b }) => `${a}\t${b}`).sort()).toEqual(
    coupling.map(({ pair }) => pair).sort(),
  )
  for (const { a, b, shared, averageChanges, degree } of report.coupling) {
    const pair = coupling.find((other) => other.pair === `${a}\t${b}`)
    expect({ shared, averageChanges }).toEqual({ shared: pair?.shared, averageChanges: pair?.averageChanges })
    // Told to one decimal.
    expect(Math.abs(degree - (pair?.degree ?? Number.NaN))).toBeLessThan(0.050_001)
  }

  expect(measure('knowledge.truck-factor').value).toBe(own.truckFactor)

  const throughput = measure('delivery.throughput')
  if (throughput.value !== null) expect(throughput.value).toBeCloseTo(own.throughput, 9)

  const batchSize = measure('delivery.batch-size')
  expect(batchSize.sample).toBe(own.batchSizes.length)
  if (batchSize.value !== null) {
    expect(batchSize.value).toBe(nearestRank(own.batchSizes, 0.5))
    expect(batchSize.percentiles?.['90']).toBe(nearestRank(own.batchSizes, 0.9))
  }

  const age = measure('structure.age')
  if (age.value !== null) {
    expect(Math.abs(age.value - (nearestRank(own.ageInDays, 0.5) ?? Number.NaN))).toBeLessThan(1)
  }
  return { report, own }
}

describe('a scan and a second calculation from plain git agree', () => {
  test('on made-up histories with merges, renames, tags, bots, co-authors and a mailmap', async () => {
    const seen = { leadTimes: 0, couplings: 0, hotspots: 0 }
    await fc.assert(
      fc.asyncProperty(anyHistory, async (events) => {
        const repository = buildRandomHistory(events)
        try {
          const { report } = await compare(repository.path)
          seen.leadTimes += report.measures.find(({ id }) => id === 'delivery.lead-time')?.sample ?? 0
          seen.couplings += report.coupling.length
          seen.hotspots += report.hotspots.length
        } finally {
          repository.remove()
        }
      }),
      { numRuns: 15, endOnFailure: true },
    )
    // The comparison would say nothing about histories that are too small for figures.
    expect(Math.min(seen.leadTimes, seen.couplings, seen.hotspots)).toBeGreaterThan(3)
  })

  test.skipIf(git(project, 'rev-parse', '--is-shallow-repository').trim() === 'true')(
    'on this repository itself',
    async () => {
      const { report } = await compare(project)
      expect(report.repository.commits).toBeGreaterThan(0)
    },
  )
})
