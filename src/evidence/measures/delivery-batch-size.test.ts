import { expect, test } from 'vitest'
import type { ACommit } from '../history/testing/a-history.ts'
import { batchSize } from './delivery-batch-size.ts'
import { afterQuarter, dailyCommits, into, quarter } from './testing/a-quarter.ts'
import { anEvidence, componentScope, repositoryScope, type EvidenceParts } from './testing/an-evidence.ts'

const figureOf = (parts: EvidenceParts, scope = repositoryScope) =>
  batchSize.compute(anEvidence({ asOf: afterQuarter, ...parts }), scope, quarter)
const touching = (count: number) => Array.from({ length: count }, (_, index) => `M src/f${index}.ts`)
const sized = (sizes: readonly number[]) =>
  dailyCommits(sizes.length, (index) => ({ files: touching(sizes[index] ?? 0) }))

test('files per delivered change', () => {
  expect(figureOf({ commits: sized([9, 1, 2, 3, 4]) })).toMatchObject({
    value: 3,
    sample: 5,
    percentiles: { p50: 3, p75: 4, p90: 9 },
  })
})

test('a merge counts once, with every file of its branch once, as its squash would', () => {
  const start: ACommit[] = [...sized([1, 1, 1, 1])]
  const merged: ACommit[] = [
    ...start,
    { id: 'b1', at: into(1), files: ['M src/f0.ts', 'M src/f1.ts'] },
    { id: 'b2', at: into(1, 1), parents: ['b1'], files: ['M src/f1.ts', 'M src/f2.ts'] },
    { id: 'm', at: into(1, 2), parents: ['c3', 'b2'] },
  ]
  const squashed: ACommit[] = [...start, { id: 's', at: into(1, 2), files: touching(3) }]
  const [one, other] = [figureOf({ commits: merged }), figureOf({ commits: squashed })]

  expect(one).toMatchObject({ sample: 5, percentiles: { p90: 3 } })
  expect(one.percentiles).toEqual(other.percentiles)
  expect(one.series).toEqual(other.series)
})

test('the edge of a shallow clone is no change of every file', () => {
  const commits = sized([400, 1, 1, 2, 2, 3])
  expect(figureOf({ commits, boundaryCommits: 1 })).toMatchObject({
    sample: 5,
    dropped: { boundary: 1 },
    percentiles: { p90: 3 },
  })
  expect(figureOf({ commits }).percentiles?.p90).toBe(400)
})

test('lines stand beside files where they were counted, without generated ones', () => {
  const commits = dailyCommits(6, () => ({ files: ['M src/x.ts', 'M package-lock.json'] }))
  // Two changes a commit, in the order of the files: ten lines and a thousand generated ones.
  const added = Int32Array.from({ length: 12 }, (_, change) => (change % 2 === 0 ? change : 1000))
  const deleted = Int32Array.from({ length: 12 }, () => 1)
  const lines = { added, deleted, survival: [] }
  const figure = figureOf({ commits, lines, generated: ['package-lock.json'] })

  expect(figure).toMatchObject({ value: 2, parts: { lines: 5, linesP90: 11 } })
})

test('lines that were not counted yet are unknown, not zero', () => {
  const commits = sized([1, 1, 1, 1, 1])
  const unread = Int32Array.from({ length: 5 }, () => -1)
  const figure = figureOf({ commits, lines: { added: unread, deleted: unread, survival: [] } })
  expect(figure.parts).toBeUndefined()
})

test('a component has the changes that touch it, each with all its files', () => {
  const commits = dailyCommits(10, (index) => ({
    files: index % 2 === 0 ? ['M api/x.ts', 'M web/x.ts'] : ['M web/x.ts'],
  }))
  const components = { api: ['api/'], web: ['web/'] }
  expect(figureOf({ commits, components }, componentScope('api'))).toMatchObject({ value: 2, sample: 5 })
  expect(figureOf({ commits, components }, componentScope('web'))).toMatchObject({ value: 1, sample: 10 })
})

test('bots’ small updates do not hide what people deliver', () => {
  const commits = dailyCommits(15, (index) =>
    index < 10 ? { bot: true, author: 'renovate', files: touching(1) } : { files: touching(7) },
  )
  expect(figureOf({ commits })).toMatchObject({ value: 1, sample: 15, parts: { withoutBots: 7 } })
})

test('nothing delivered in the window is too few, not a batch of zero files', () => {
  expect(figureOf({ commits: [{ id: 'a', at: into(-5), files: ['A x.ts'] }] })).toMatchObject({
    value: null,
    reason: { code: 'too-few', got: 0 },
  })
})
