import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { aHistory, type ACommit } from '../history/testing/a-history.ts'
import { assistedShare } from './delivery-assisted-share.ts'
import { batchSize } from './delivery-batch-size.ts'
import { changeFailureRate } from './delivery-change-failure-rate.ts'
import { deploymentFrequency } from './delivery-deployment-frequency.ts'
import { investmentMix } from './delivery-investment-mix.ts'
import { leadTime } from './delivery-lead-time.ts'
import { deliveryMeasures } from './delivery-measures.ts'
import { reworkRate } from './delivery-rework-rate.ts'
import { throughput } from './delivery-throughput.ts'
import type { Evidence } from './evidence.ts'
import { arrivedChanges } from './lead-times.ts'
import { afterQuarter, into, quarter } from './testing/a-quarter.ts'
import { anEvidence, componentScope, repositoryScope } from './testing/an-evidence.ts'
import { day, hour, week } from './windows.ts'

const kinds = ['feat', 'fix', 'chore', undefined] as const

/** Branches in the order in which they were delivered, each at least one commit with its files and perhaps a type. */
const branches = fc.array(
  fc.record({
    commits: fc.array(
      fc.record({
        files: fc.uniqueArray(fc.constantFrom('api/a.ts', 'api/b.ts', 'web/c.ts', 'README.md'), {
          minLength: 1,
        }),
        bot: fc.boolean(),
        assisted: fc.boolean(),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    kind: fc.constantFrom(...kinds),
    /** Hours since the delivery before. */
    after: fc.integer({ min: 5, max: 200 }),
    release: fc.boolean(),
  }),
  { minLength: 1, maxLength: 25 },
)
type Branches = typeof branches extends fc.Arbitrary<infer T> ? T : never

const modified = (files: readonly string[]) => files.map((file) => `M ${file}`)
const beginning = into(-1)
const root: ACommit = {
  id: 'root',
  at: beginning,
  parents: [],
  files: ['A api/a.ts', 'A api/b.ts', 'A web/c.ts', 'A README.md'],
}

function merged(delivered: Branches): ACommit[] {
  let at = beginning
  return delivered.flatMap((branch, number) => {
    const main = number === 0 ? 'root' : `d${number - 1}`
    at += branch.after * hour
    const commits = branch.commits.map(({ files, bot, assisted }, index): ACommit => ({
      id: `b${number}.${index}`,
      at: at - (branch.commits.length - index) * hour,
      parents: [index === 0 ? main : `b${number}.${index - 1}`],
      files: modified(files),
      bot,
      assisted,
      author: bot ? 'bot' : 'ann',
      ...(branch.kind === undefined ? {} : { kind: branch.kind }),
    }))
    return [...commits, { id: `d${number}`, at, parents: [main, `b${number}.${commits.length - 1}`] }]
  })
}

function squashed(delivered: Branches): ACommit[] {
  let at = beginning
  return delivered.map((branch, number): ACommit => {
    at += branch.after * hour
    return {
      id: `d${number}`,
      // A squash of one commit keeps the instant of its author.
      at: branch.commits.length === 1 ? at - hour : at,
      committed: at,
      parents: [number === 0 ? 'root' : `d${number - 1}`],
      files: modified([...new Set(branch.commits.flatMap((commit) => commit.files))]),
      bot: branch.commits.every((commit) => commit.bot),
      assisted: branch.commits.some((commit) => commit.assisted),
      ...(branch.kind === undefined ? {} : { kind: branch.kind }),
    }
  })
}

function evidenceOf(commits: readonly ACommit[], delivered: Branches): Evidence {
  return anEvidence({
    history: aHistory([root, ...commits], { head: `d${delivered.length - 1}` }),
    asOf: afterQuarter,
    releases: delivered.flatMap(({ release }, number) =>
      release ? [{ tag: `v1.${Math.floor(number / 2)}.${number % 2}`, commit: `d${number}` }] : [],
    ),
    components: { api: ['api/'], web: ['web/'] },
  })
}

const scopes = [repositoryScope, componentScope('api')]

test('squashing or merging, the same was delivered, in the same sizes and of the same kinds', () => {
  fc.assert(
    fc.property(branches, (delivered) => {
      const merging = evidenceOf(merged(delivered), delivered)
      const squashing = evidenceOf(squashed(delivered), delivered)
      for (const measure of [throughput, batchSize, investmentMix, deploymentFrequency, reworkRate]) {
        for (const scope of scopes) {
          const [one, other] = [merging, squashing].map((evidence) => {
            const { facts: _facts, ...figure } = measure.compute(evidence, scope, quarter)
            return figure
          })
          expect(one).toEqual(other)
        }
      }
    }),
  )
})

test('squashing or merging branches of one commit, the lead times are the same', () => {
  fc.assert(
    fc.property(branches, (delivered) => {
      const single = delivered.map((branch) => ({ ...branch, commits: branch.commits.slice(0, 1) }))
      const [one, other] = [merged(single), squashed(single)].map((commits) => {
        const { facts: _facts, ...figure } = leadTime.compute(
          evidenceOf(commits, single),
          repositoryScope,
          quarter,
        )
        return figure
      })
      expect(one).toEqual(other)
    }),
  )
})

test('two windows side by side count everything exactly once', () => {
  const counting = [
    deploymentFrequency,
    leadTime,
    changeFailureRate,
    reworkRate,
    batchSize,
    investmentMix,
    assistedShare,
  ]
  fc.assert(
    fc.property(branches, fc.integer({ min: 1, max: 12 * 7 * 24 }), (delivered, hours) => {
      const evidence = evidenceOf(merged(delivered), delivered)
      // Edges also at the very instants of deliveries, which lie on full hours.
      const edge = quarter.from + hours * hour
      const left = { from: quarter.from, to: edge }
      const right = { from: edge, to: quarter.to }
      for (const measure of counting) {
        const sampleOf = (window: typeof quarter) => measure.compute(evidence, repositoryScope, window).sample
        expect(sampleOf(left) + sampleOf(right)).toBe(sampleOf(quarter))
      }
      const inBoth = [left, right].flatMap((window) => arrivedChanges(evidence, repositoryScope, window))
      expect(new Set(inBoth.map((change) => change.commit)).size).toBe(inBoth.length)
    }),
  )
})

test('throughput over two windows of full weeks adds up to that of both', () => {
  fc.assert(
    fc.property(branches, fc.integer({ min: 4, max: 9 }), (delivered, weeks) => {
      const evidence = evidenceOf(merged(delivered), delivered)
      const edge = quarter.from + weeks * week
      const rates = [
        { from: quarter.from, to: edge, days: weeks * 5 },
        { from: edge, to: quarter.to, days: (13 - weeks) * 5 },
      ].map((part) => (throughput.compute(evidence, repositoryScope, part).value ?? Number.NaN) * part.days)
      const both = (throughput.compute(evidence, repositoryScope, quarter).value ?? Number.NaN) * 65
      expect((rates[0] ?? 0) + (rates[1] ?? 0)).toBeCloseTo(both)
    }),
  )
})

test('no figure depends on the order in which commits, releases, deployments or incidents arrived', () => {
  const shuffled = <T>(values: readonly T[], seed: number) =>
    values
      .map((value, index) => ({ value, key: Math.imul(index + 1, seed * 2 + 1) % 1009 }))
      .sort((a, b) => a.key - b.key)
      .map(({ value }) => value)
  fc.assert(
    fc.property(branches, fc.integer({ min: 1, max: 500 }), fc.boolean(), (delivered, seed, events) => {
      const evidence = evidenceOf(merged(delivered), delivered)
      const commits = shuffled([root, ...merged(delivered)], seed)
      const tree = Array.from(evidence.history.filesAtHead, (file) => evidence.history.files[file] ?? '')
      const other = evidenceOf(merged(delivered), delivered)
      const history = aHistory(commits, { head: `d${delivered.length - 1}`, tree })
      const told = events ? eventsOf(evidence) : { deployments: null, incidents: null }
      const first: Evidence = { ...evidence, ...told }
      const second: Evidence = {
        ...other,
        history,
        releases: shuffled(evidence.releases, seed),
        deployments: told.deployments && shuffled(told.deployments, seed),
        incidents: told.incidents && shuffled(told.incidents, seed),
      }
      for (const measure of deliveryMeasures) {
        for (const scope of scopes) {
          expect(measure.compute(second, scope, quarter)).toEqual(measure.compute(first, scope, quarter))
        }
      }
    }),
  )
})

function eventsOf(evidence: Evidence): Pick<Evidence, 'deployments' | 'incidents'> {
  const line = [...evidence.history.delivered]
  return {
    deployments: line.map((commit, index) => ({
      id: `deployment ${index}`,
      at: (evidence.history.committedAt[commit] ?? 0) + 3 * hour,
      commit,
      component: [null, 'api', 'web'][index % 3] ?? null,
      rolledBack: index % 7 === 0,
      planned: index % 5 !== 0,
    })),
    incidents: line.map((commit, index) => ({
      id: `incident ${index}`,
      startedAt: (evidence.history.committedAt[commit] ?? 0) + (index % 4) * 3 * day,
      resolvedAt: (evidence.history.committedAt[commit] ?? 0) + 20 * day,
      causedBy: index % 3 === 0 ? `deployment ${index}` : null,
      component: [null, 'api'][index % 2] ?? null,
    })),
  }
}
