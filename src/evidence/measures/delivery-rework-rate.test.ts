import { expect, test } from 'vitest'
import { reworkRate } from './delivery-rework-rate.ts'
import { afterQuarter, dailyCommits, into, quarter } from './testing/a-quarter.ts'
import { anEvidence, repositoryScope, type EvidenceParts } from './testing/an-evidence.ts'

const figureOf = (parts: EvidenceParts) =>
  reworkRate.compute(
    anEvidence({ asOf: afterQuarter, commits: dailyCommits(91), ...parts }),
    repositoryScope,
    quarter,
  )

test('the share of releases that repaired an earlier one, by patch or by revert', () => {
  const reverting = dailyCommits(91, (index) => (index === 45 ? { reverts: ['c38'] } : {}))
  const figure = figureOf({
    commits: reverting,
    releases: [
      { tag: 'v1.0.0', commit: 'c0' },
      { tag: 'v1.0.1', commit: 'c1' },
      { tag: 'v1.2.0', commit: 'c40' },
      { tag: 'v1.3.0', commit: 'c50' },
      { tag: 'v1.4.0', commit: 'c60' },
    ],
  })
  expect(figure).toMatchObject({ value: 0.4, sample: 5, proxy: true, facts: [1, 50] })
})

test('a patch long after what it patches is planned work', () => {
  const releases = Array.from({ length: 5 }, (_, index) => ({
    tag: `v1.0.${index}`,
    commit: `c${index * 8}`,
  }))
  expect(figureOf({ releases }).value).toBe(0)
})

test('deployments of which nobody said whether they were planned are left out, not taken for planned', () => {
  const deployments = Array.from({ length: 10 }, (_, index) => ({
    id: `d${index}`,
    at: into(index),
    ...(index < 5 ? { planned: index !== 0 } : {}),
  }))
  expect(figureOf({ deployments })).toMatchObject({ value: 0.2, sample: 5, coverage: 0.5, proxy: false })
  expect(figureOf({ deployments: deployments.slice(5) })).toMatchObject({ value: null, coverage: 0 })
})
