import { expect, test } from 'vitest'
import { changeFailureRate } from './delivery-change-failure-rate.ts'
import { afterQuarter, dailyCommits, into, quarter } from './testing/a-quarter.ts'
import { anEvidence, componentScope, repositoryScope, type EvidenceParts } from './testing/an-evidence.ts'

const commits = dailyCommits(91)
const figureOf = (parts: EvidenceParts, scope = repositoryScope, window = quarter) =>
  changeFailureRate.compute(anEvidence({ asOf: afterQuarter, commits, ...parts }), scope, window)
const weekly = (count: number, rolledBack = -1) =>
  Array.from({ length: count }, (_, index) => ({
    id: `d${index}`,
    at: into(index),
    commit: `c${index * 7}`,
    rolledBack: index === rolledBack,
  }))

test('the share of releases that a patch release or a revert shows to have failed, each counted once', () => {
  const reverting = dailyCommits(91, (index) => (index === 22 ? { reverts: ['c12', 'c20'] } : {}))
  const figure = figureOf({
    commits: reverting,
    releases: [
      { tag: 'v1.0.0', commit: 'c0' },
      // Failed twice over: patched and two changes reverted.
      { tag: 'v1.1.0', commit: 'c20' },
      { tag: 'v1.1.1', commit: 'c23' },
      { tag: 'v1.2.0', commit: 'c40' },
      { tag: 'v1.3.0', commit: 'c50' },
    ],
  })
  expect(figure).toMatchObject({
    value: 0.2,
    sample: 5,
    proxy: true,
    facts: [20],
    parts: { mayStillFail: 0 },
  })
})

test('deployments that failed are counted, not their incidents', () => {
  const figure = figureOf({
    deployments: weekly(10),
    incidents: Array.from({ length: 8 }, (_, index) => ({ id: `i${index}`, at: into(3, 0, index + 1) })),
  })
  expect(figure).toMatchObject({ value: 0.1, sample: 10, coverage: 1, proxy: false })
})

test('an incident long after the last deployment is charged to none and lowers the coverage', () => {
  const figure = figureOf({
    deployments: weekly(5),
    incidents: [
      { id: 'near', at: into(4, 1) },
      { id: 'far', at: into(9) },
    ],
  })
  expect(figure).toMatchObject({ value: 0.2, coverage: 0.5 })
})

test('what was rolled back failed without any incident', () => {
  expect(figureOf({ deployments: weekly(10, 2), incidents: [] })).toMatchObject({ value: 0.1, facts: [14] })
})

test('without a source of incidents there is no rate, not the best one', () => {
  expect(figureOf({ deployments: weekly(10) })).toEqual({
    value: null,
    sample: 0,
    reason: { code: 'no-data', source: 'incidents' },
  })
})

test('with incidents and without deployments the incidents decide over releases', () => {
  const releases = Array.from({ length: 5 }, (_, index) => ({
    tag: `v1.0.${index}`,
    commit: `c${index * 2}`,
  }))
  const figure = figureOf({ releases, incidents: [{ id: 'i', at: into(9), causedBy: 'v1.0.2' }] })
  expect(figure).toMatchObject({ value: 0.2, proxy: true, coverage: 1 })
})

test('the figure of a window does not depend on which other windows are asked for', () => {
  const parts = {
    deployments: weekly(13),
    // Begins in the window's first week, caused by the last deployment before it.
    incidents: [{ id: 'i', at: into(6, 0, 12), causedBy: 'd5' }],
  }
  const before = { from: into(0), to: into(6) }
  const after = { from: into(6), to: into(13) }
  expect(figureOf(parts, repositoryScope, before).value).toBe(1 / 6)
  expect(figureOf(parts, repositoryScope, after).value).toBe(0)
})

test('the latest releases count, and the share that may still fail is told', () => {
  const releases = Array.from({ length: 13 }, (_, index) => ({
    tag: `v1.${index}.0`,
    commit: `c${index * 7 + 6}`,
  }))
  // The last two are nine and a half days and two and a half days old at as-of.
  expect(figureOf({ releases })).toMatchObject({ value: 0, sample: 13, parts: { mayStillFail: 2 / 13 } })
})

test('four deployments are too few', () => {
  expect(figureOf({ deployments: weekly(4), incidents: [] })).toMatchObject({
    value: null,
    reason: { code: 'too-few', what: 'deployments', needed: 5, got: 4 },
  })
})

test('a failed deployment of one component does not count against another', () => {
  const deployments = Array.from({ length: 12 }, (_, index) => ({
    id: `d${index}`,
    at: into(index),
    component: index % 2 === 0 ? 'api' : 'web',
  }))
  const parts = {
    deployments,
    // The incident shows in web, and somebody found that the deployment of api caused it.
    incidents: [{ id: 'i', at: into(3, 1), component: 'web', causedBy: 'd2' }],
    components: { api: ['api/'], web: ['web/'] },
  }
  expect(figureOf(parts, componentScope('api'))).toMatchObject({ value: 1 / 6 })
  expect(figureOf(parts, componentScope('web'))).toMatchObject({ value: 0, coverage: 1 })
})
