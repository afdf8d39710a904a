import { expect, test } from 'vitest'
import { recoveryTime } from './delivery-recovery-time.ts'
import { afterQuarter, dailyCommits, into, quarter } from './testing/a-quarter.ts'
import { anEvidence, repositoryScope, type EvidenceParts } from './testing/an-evidence.ts'

const commits = dailyCommits(91)
const figureOf = (parts: EvidenceParts) =>
  recoveryTime.compute(anEvidence({ asOf: afterQuarter, commits, ...parts }), repositoryScope, quarter)

test('from the failed release to the one that repaired it', () => {
  const reverting = dailyCommits(91, (index) => (index === 45 ? { reverts: ['c38'] } : {}))
  const figure = figureOf({
    commits: reverting,
    releases: [
      { tag: 'v1.0.0', commit: 'c0' },
      { tag: 'v1.0.1', commit: 'c1' },
      { tag: 'v1.1.0', commit: 'c20' },
      { tag: 'v1.1.1', commit: 'c23' },
      // The revert of c38 is in c45, first released with c50.
      { tag: 'v1.2.0', commit: 'c40' },
      { tag: 'v1.3.0', commit: 'c50' },
    ],
  })
  expect(figure).toMatchObject({
    value: 72,
    sample: 3,
    proxy: true,
    percentiles: { p50: 72, p75: 240, p90: 240 },
    facts: [0, 20, 40],
  })
})

test('from the first incident’s start to the last one’s end, one time for each failed deployment', () => {
  const deployments = Array.from({ length: 6 }, (_, index) => ({ id: `d${index}`, at: into(index) }))
  const figure = figureOf({
    deployments,
    incidents: [
      { id: 'a', at: into(0, 0, 2), resolved: into(0, 0, 5) },
      { id: 'b', at: into(0, 0, 4), resolved: into(0, 0, 12) },
      { id: 'c', at: into(1, 0, 1), resolved: into(1, 0, 5) },
      { id: 'd', at: into(2, 0, 1), resolved: into(2, 0, 2) },
    ],
  })
  expect(figure).toMatchObject({ sample: 3, percentiles: { p50: 4, p75: 10, p90: 10 }, value: 4 })
})

test('what was rolled back without an incident lasted until the next deployment that was not', () => {
  const deployments = Array.from({ length: 9 }, (_, index) => ({
    id: `d${index}`,
    at: into(0, index),
    rolledBack: [0, 2, 3, 6].includes(index),
  }))
  const figure = figureOf({ deployments, incidents: [] })
  expect(figure).toMatchObject({ sample: 4, percentiles: { p50: 24, p75: 24, p90: 48 } })
})

test('a failure that lasts is left out and told, and no failure at all is not a recovery of zero hours', () => {
  const deployments = Array.from({ length: 6 }, (_, index) => ({ id: `d${index}`, at: into(index) }))
  const lasting = figureOf({ deployments, incidents: [{ id: 'a', at: into(0, 1) }] })
  expect(lasting).toMatchObject({ value: null, sample: 0, dropped: { notRecoveredYet: 1 } })
  expect(figureOf({ deployments, incidents: [] })).toMatchObject({
    value: null,
    reason: { code: 'too-few', what: 'failed-deployments', needed: 3, got: 0 },
  })
})

test('an incident that ends after as-of lasts, as far as is known then', () => {
  const parts = {
    deployments: [{ id: 'd', at: into(0) }],
    incidents: [{ id: 'a', at: into(0, 1), resolved: into(3) }],
  }
  expect(figureOf({ ...parts, asOf: into(2) }).dropped).toEqual({ notRecoveredYet: 1 })
  expect(figureOf({ ...parts, asOf: into(3) })).toMatchObject({ sample: 1 })
})

test('an end before the start is dropped and counted', () => {
  const figure = figureOf({
    deployments: [{ id: 'd', at: into(0) }],
    incidents: [{ id: 'a', at: into(0, 1), resolved: into(0, 0, 20) }],
  })
  expect(figure).toMatchObject({ value: null, sample: 0, dropped: { negative: 1 } })
})
