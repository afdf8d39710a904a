import { expect, test } from 'vitest'
import { commitOf, type ACommit } from '../history/testing/a-history.ts'
import { leadTime } from './delivery-lead-time.ts'
import { leadTimes } from './lead-times.ts'
import { afterQuarter, dailyCommits, into, quarter } from './testing/a-quarter.ts'
import { anEvidence, componentScope, repositoryScope, type EvidenceParts } from './testing/an-evidence.ts'

const evidenceOf = (parts: EvidenceParts) => anEvidence({ asOf: afterQuarter, ...parts })
const figureOf = (parts: EvidenceParts, scope = repositoryScope, window = quarter) =>
  leadTime.compute(evidenceOf(parts), scope, window)
const first = { tag: 'v1.0.0', commit: 'c0' }

test('from the author’s instant to the release, for the changes that it is the first to contain', () => {
  // c1 … c5 are written on days 1 to 5 at 10:00, released on day 6 at 10:00.
  const figure = figureOf({
    commits: dailyCommits(8),
    releases: [first, { tag: 'v1.1.0', commit: 'c5', at: into(0, 6, 10) }],
  })
  expect(figure).toMatchObject({
    value: 72,
    sample: 5,
    proxy: true,
    percentiles: { p50: 72, p75: 96, p90: 120 },
    coverage: 6 / 8,
    facts: [1, 2, 3, 4, 5],
  })
  expect(figure.series?.slice(0, 2)).toEqual([
    { from: into(0), value: 72, sample: 5 },
    { from: into(1), value: null, sample: 0 },
  ])
})

test('the committer’s instant decides nothing here: a rebase does not make a change younger', () => {
  const rebased = dailyCommits(8, (index) => (index === 0 ? {} : { committed: into(0, 6, 9) + index * 1000 }))
  const figure = figureOf({
    commits: rebased,
    releases: [first, { tag: 'v1.1.0', commit: 'c5', at: into(0, 6, 10) }],
  })
  expect(figure.value).toBe(72)
})

test('what the first release contains is left out', () => {
  const figure = figureOf({ commits: dailyCommits(8), releases: [{ tag: 'v1.0.0', commit: 'c7' }] })
  expect(figure.reason).toEqual({ code: 'too-few', what: 'changes', needed: 5, got: 0 })
})

test('a merge commit is no change of its own, and a branch is timed by its own commits', () => {
  const branch: ACommit[] = [
    { id: 'c0', at: into(0) },
    { id: 'b1', at: into(0, 1) },
    { id: 'b2', at: into(0, 2), parents: ['b1'] },
    { id: 'b3', at: into(0, 3), parents: ['b2'] },
    { id: 'main', at: into(0, 4), parents: ['c0'] },
    { id: 'b4', at: into(0, 5), parents: ['b3'] },
    { id: 'm', at: into(0, 6), parents: ['main', 'b4'] },
  ]
  const figure = figureOf({
    commits: branch,
    releases: [first, { tag: 'v1.1.0', commit: 'm', at: into(0, 7) }],
  })
  expect(figure.sample).toBe(5)
  expect(figure.percentiles).toEqual({ p50: 96, p75: 120, p90: 144 })
})

test('clock skew is dropped and counted, never clamped', () => {
  const skewed = dailyCommits(8, (index) =>
    index === 3 ? { at: into(0, 8), committed: into(0, 3, 10) } : {},
  )
  const figure = figureOf({
    commits: skewed,
    releases: [first, { tag: 'v1.1.0', commit: 'c6', at: into(0, 7, 10) }],
  })
  expect(figure).toMatchObject({ sample: 5, dropped: { negative: 1 }, value: 72 })
  expect(figure.facts).not.toContain(3)
})

test('too few changes give the reason and no value, and what is known all the same', () => {
  const figure = figureOf({
    commits: dailyCommits(8),
    releases: [first, { tag: 'v1.1.0', commit: 'c4', at: into(0, 5) }],
  })
  expect(figure).toMatchObject({ value: null, reason: { code: 'too-few', needed: 5, got: 4 }, sample: 4 })
  expect(figure.percentiles).toBeUndefined()
})

test('a change counts to the release that first contained it, and to no later one', () => {
  const evidence = evidenceOf({
    commits: dailyCommits(12),
    releases: [
      first,
      { tag: 'v1.1.0', commit: 'c5', at: into(0, 6) },
      { tag: 'v1.2.0', commit: 'c11', at: into(1, 6) },
    ],
  })
  const times = leadTimes(evidence, repositoryScope, quarter)
  expect(times.filter(({ release }) => release === 'v1.1.0').map(({ commit }) => commit)).toEqual([
    1, 2, 3, 4, 5,
  ])
  expect(times.length).toBe(11)
})

test('two releases of one instant: the one that lies further back in the graph is the earlier, whatever its name', () => {
  const evidence = evidenceOf({
    commits: dailyCommits(8),
    releases: [
      first,
      { tag: 'api-v1.0.0', commit: 'c6', at: into(1) },
      { tag: 'web-v1.0.0', commit: 'c3', at: into(1) },
    ],
  })
  const times = leadTimes(evidence, repositoryScope, quarter)
  const [web, api] = ['web-v1.0.0', 'api-v1.0.0'].map((tag) =>
    times.filter(({ release }) => release === tag).map(({ commit }) => commit),
  )
  expect([web, api]).toEqual([
    [1, 2, 3],
    [4, 5, 6],
  ])
})

test('in a monorepo any earlier release is earlier, whatever its prefix', () => {
  const evidence = evidenceOf({
    commits: dailyCommits(8),
    releases: [
      { tag: 'api-v1.0.0', commit: 'c0' },
      { tag: 'web-v1.0.0', commit: 'c3', at: into(0, 4) },
      { tag: 'api-v1.0.1', commit: 'c5', at: into(0, 6) },
    ],
  })
  const releases = leadTimes(evidence, repositoryScope, quarter).map(({ release }) => release)
  expect(releases).toEqual(['web-v1.0.0', 'web-v1.0.0', 'web-v1.0.0', 'api-v1.0.1', 'api-v1.0.1'])
})

test('pre-releases deliver nothing', () => {
  const evidence = evidenceOf({
    commits: dailyCommits(8),
    releases: [first, { tag: 'v1.1.0-rc.1', commit: 'c5' }, { tag: 'v1.1.0', commit: 'c6', at: into(0, 7) }],
  })
  expect(new Set(leadTimes(evidence, repositoryScope, quarter).map(({ release }) => release))).toEqual(
    new Set(['v1.1.0']),
  )
})

test('changes by bots count, and the median without them stands beside it', () => {
  const commits = dailyCommits(20, (index) => ({
    bot: index % 2 === 1,
    author: index % 2 === 1 ? 'bot' : 'ann',
  }))
  const figure = figureOf({
    commits,
    releases: [first, { tag: 'v1.1.0', commit: 'c10', at: into(0, 11, 10) }],
  })
  // Days 1 to 10 are 240 … 24 hours old; those of people 216, 168, 120, 72, 24.
  expect(figure).toMatchObject({ sample: 10, value: 120, parts: { withoutBots: 120 } })
  expect(
    figureOf({ commits: dailyCommits(20), releases: [first, { tag: 'v1.1.0', commit: 'c10' }] }).parts,
  ).toBeUndefined()
})

test('a component has the changes that touch its files', () => {
  const commits = dailyCommits(14, (index) => ({ files: [`M ${index % 2 === 0 ? 'api' : 'web'}/x.ts`] }))
  const parts = {
    commits,
    releases: [first, { tag: 'v1.1.0', commit: 'c12', at: into(1, 6, 10) }],
    components: { api: ['api/'], web: ['web/'] },
  }
  expect(figureOf(parts, componentScope('api')).facts).toEqual([2, 4, 6, 8, 10, 12])
  expect(figureOf(parts, componentScope('web')).facts).toEqual([1, 3, 5, 7, 9, 11])
})

test('a deployment of another component delivers nothing to this one', () => {
  const parts = {
    commits: dailyCommits(14, () => ({ files: ['M api/x.ts'] })),
    deployments: [
      { id: 'd0', at: into(0, 0, 12), commit: 'c0', component: 'api' },
      { id: 'web', at: into(0, 8), commit: 'c7', component: 'web' },
      { id: 'api', at: into(0, 10, 10), commit: 'c7', component: 'api' },
    ],
    components: { api: ['api/'], web: ['web/'] },
  }
  const evidence = evidenceOf(parts)
  expect(leadTimes(evidence, componentScope('api'), quarter).map(({ release }) => release)).toEqual(
    Array.from({ length: 7 }, () => 'api'),
  )
  expect(leadTimes(evidence, repositoryScope, quarter)[0]?.release).toBe('web')
})

test('a deployment of a commit that is not in the history is told, and delivers nothing', () => {
  const figure = figureOf({
    commits: dailyCommits(8),
    deployments: [
      { id: 'd0', at: into(0, 0, 12), commit: 'c0' },
      { id: 'd1', at: into(0, 5) },
      { id: 'd2', at: into(0, 8), commit: 'c7' },
    ],
  })
  expect(figure).toMatchObject({ sample: 7, proxy: false, dropped: { unknownCommit: 1 } })
})

test('commits that a force-push left behind count nowhere, not even twice', () => {
  const [root, ...rebased] = dailyCommits(8, (index) => (index === 1 ? { parents: ['c0'] } : {}))
  const old = dailyCommits(8, (index) => ({
    id: `old${index}`,
    parents: [index === 0 ? 'c0' : `old${index - 1}`],
  }))
  const releases = [first, { tag: 'v1.1.0', commit: 'c6', at: into(0, 7, 10) }]

  const figure = figureOf({ commits: [...(root ? [root] : []), ...old, ...rebased], releases })
  expect(figure).toEqual(figureOf({ commits: dailyCommits(8), releases }))
})

test('facts are indexes of the commits behind the figure', () => {
  const evidence = evidenceOf({
    commits: dailyCommits(8),
    releases: [first, { tag: 'v1.1.0', commit: 'c5', at: into(0, 6) }],
  })
  const { facts } = leadTime.compute(evidence, repositoryScope, quarter)
  expect(facts?.[0]).toBe(commitOf(evidence.history, 'c1'))
})
