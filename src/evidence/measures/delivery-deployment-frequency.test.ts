import { expect, test } from 'vitest'
import { deploymentFrequency } from './delivery-deployment-frequency.ts'
import { afterQuarter, dailyCommits, into, quarter, sinceLong } from './testing/a-quarter.ts'
import { anEvidence, componentScope, repositoryScope, type EvidenceParts } from './testing/an-evidence.ts'
import { fullWeeks, week } from './windows.ts'

const figureOf = (parts: EvidenceParts, scope = repositoryScope, window = quarter) =>
  deploymentFrequency.compute(anEvidence({ asOf: afterQuarter, ...parts }), scope, window)

const commits = dailyCommits(91)
const longKnown = sinceLong(commits)

test('the median over all weeks, those without a release included, and the count', () => {
  // Two releases in each of the first seven weeks, none in the other six.
  const releases = Array.from({ length: 14 }, (_, index) => ({
    tag: `v1.${index}.0`,
    commit: `c${index * 3}`,
    at: into(Math.floor(index / 2), index % 2, 12),
  }))
  const figure = figureOf({ commits: longKnown, releases })

  expect(figure).toMatchObject({ value: 2, sample: 14, proxy: true, parts: { total: 14, mean: 14 / 13 } })
  expect(figure.series?.map((point) => point.value)).toEqual([2, 2, 2, 2, 2, 2, 2, 0, 0, 0, 0, 0, 0])
})

test('a window without releases is a true zero where there were releases before', () => {
  const figure = figureOf({ commits: longKnown, releases: [{ tag: 'v1.0.0', commit: 'early' }] })
  expect(figure).toMatchObject({ value: 0, sample: 0 })
})

test('no release at all is no data, not zero', () => {
  expect(figureOf({ commits })).toEqual({
    value: null,
    sample: 0,
    reason: { code: 'no-data', source: 'releases' },
  })
})

test('pre-releases alone are no releases', () => {
  const figure = figureOf({ commits, releases: [{ tag: 'v1.0.0-beta.1', commit: 'c5' }] })
  expect(figure.reason).toEqual({ code: 'no-data', source: 'releases' })
})

test('an empty repository says so', () => {
  expect(figureOf({ commits: [] }).reason).toEqual({ code: 'empty-history' })
})

test('weeks before the first commit are unknown, not zero', () => {
  // The first commit lies within the window's third week: ten full weeks follow it.
  const young = dailyCommits(70, (index) => ({ at: into(2, index, 10) }))
  const releases = Array.from({ length: 10 }, (_, index) => ({
    tag: `v1.${index}.0`,
    commit: 'c3',
    at: into(3 + index, 1),
  }))
  const figure = figureOf({ commits: young, releases })

  expect(figure.value).toBe(1)
  expect(figure.series?.slice(0, 4).map((point) => point.value)).toEqual([null, null, null, 1])
})

test('fewer than four full weeks of history give no figure', () => {
  const parts = { commits, releases: [{ tag: 'v1.0.0', commit: 'c8' }] }
  const from = quarter.from
  expect(figureOf(parts, repositoryScope, { from, to: from + 5 * week }).value).toBe(0)
  expect(figureOf(parts, repositoryScope, { from, to: from + 4 * week }).reason).toEqual({
    code: 'too-few',
    what: 'weeks',
    needed: 4,
    got: 3,
  })
})

test('deployments count instead of releases where a source tells of them, from its first word on', () => {
  const figure = figureOf({
    commits: longKnown,
    releases: [{ tag: 'v1.0.0', commit: 'c1' }],
    deployments: Array.from({ length: 15 }, (_, index) => ({ id: `d${index}`, at: into(7, index * 2.8) })),
  })
  expect(figure).toMatchObject({ value: 2, proxy: false, parts: { total: 15 } })
  expect(figure.series?.[6]?.value).toBeNull()
})

test('a source that has told of nothing is no data, even beside releases', () => {
  const figure = figureOf({ commits, releases: [{ tag: 'v1.0.0', commit: 'c1' }], deployments: [] })
  expect(figure.reason).toEqual({ code: 'no-data', source: 'deployments' })
})

test('a component counts the releases that hold a change of its files', () => {
  const mixed = dailyCommits(91, (index) => ({ files: [`M ${index % 14 === 0 ? 'api' : 'web'}/x.ts`] }))
  const releases = Array.from({ length: 13 }, (_, index) => ({
    tag: `v1.${index}.0`,
    commit: `c${index * 7 + 6}`,
    at: into(index, 6, 20),
  }))
  const parts = {
    commits: sinceLong(mixed),
    releases,
    components: { api: ['api/'], web: ['web/'], docs: ['docs/'] },
  }

  expect(figureOf(parts, componentScope('web'))).toMatchObject({ value: 1, sample: 13 })
  expect(figureOf(parts, componentScope('api'))).toMatchObject({ value: 1, sample: 7 })
  expect(figureOf(parts, componentScope('docs')).reason).toEqual({ code: 'no-data', source: 'releases' })
})

test('a component counts the deployments that name it and not those that name another', () => {
  const deployments = Array.from({ length: 26 }, (_, index) => ({
    id: `d${index}`,
    at: into(0, index * 3.5),
    commit: `c${index}`,
    component: index % 2 === 0 ? 'api' : 'web',
  }))
  const parts = { commits: longKnown, deployments, components: { api: ['api/'], web: ['src/'] } }
  expect(figureOf(parts, componentScope('api'))).toMatchObject({ value: 1, sample: 13 })
})

test('a component that there is not is refused by name', () => {
  expect(() => figureOf({ commits }, componentScope('gone'))).toThrow('no component gone')
})

test('a release on the edge belongs to the window that begins there', () => {
  const parts = { commits: longKnown, releases: [{ tag: 'v1.0.0', commit: 'c3', at: quarter.to }] }
  expect(figureOf(parts).sample).toBe(0)
  expect(figureOf({ ...parts, asOf: into(26) }, repositoryScope, fullWeeks(into(26), 13)).sample).toBe(1)
})

test('what arrives after as-of is not known yet', () => {
  const deployments = [
    { id: 'd1', at: into(0, 1) },
    { id: 'd2', at: into(8) },
  ]
  expect(figureOf({ commits: longKnown, deployments, asOf: into(7) }).sample).toBe(1)
})
