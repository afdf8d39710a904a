import { expect, test } from 'vitest'
import type { History } from '../history/history.ts'
import { aHistory, fileOf, type ACommit } from '../history/testing/a-history.ts'
import type { FileContent } from './evidence.ts'
import { hotspots } from './hotspots.ts'
import { hotspot } from './structure-hotspot.ts'
import { anEvidence, componentScope, repositoryScope, type EvidenceParts } from './testing/an-evidence.ts'

const asOf = '2026-11-22T12:00:00Z'
const contentOf = (history: History, complexity: Readonly<Record<string, number>>): FileContent => {
  const columns = {
    complexity: new Int32Array(history.files.length),
    lines: new Int32Array(history.files.length),
  }
  for (const [path, value] of Object.entries(complexity)) {
    columns.complexity[fileOf(history, path)] = value
    columns.lines[fileOf(history, path)] = value < 0 ? -1 : value * 2
  }
  return columns
}
const evidenceOf = (
  commits: readonly ACommit[],
  complexity: Readonly<Record<string, number>>,
  more: EvidenceParts = {},
) => {
  const history = aHistory(commits)
  return anEvidence({ history, asOf, content: contentOf(history, complexity), ...more })
}
let serial = 0
const change = (files: readonly string[], more: Partial<ACommit> = {}): ACommit => ({
  id: `c${serial++}`,
  at: '2026-11-01',
  files,
  ...more,
})

test('files rank by changes of a year times complexity, equals by path', () => {
  const evidence = evidenceOf(
    [
      change(['A a', 'A b', 'A c', 'A d'], { at: '2020-01-01' }),
      change(['M a', 'M b', 'M c']),
      change(['M c']),
    ],
    { a: 6, b: 6, c: 3, d: 100 },
  )
  expect(hotspots(evidence, repositoryScope)).toEqual([
    { file: 0, path: 'a', changes: 1, complexity: 6, lines: 12, score: 6, generated: false },
    { file: 1, path: 'b', changes: 1, complexity: 6, lines: 12, score: 6, generated: false },
    { file: 2, path: 'c', changes: 2, complexity: 3, lines: 6, score: 6, generated: false },
  ])
})

test('a year is 365 days up to as-of by the committer’s clock, each edge counted once', () => {
  const changesAt = (at: string, more: Partial<ACommit> = {}) => {
    const evidence = evidenceOf([change(['A x'], { at: '2020-01-01' }), change(['M x'], { at, ...more })], {
      x: 1,
    })
    return hotspots(evidence, repositoryScope)[0]?.changes ?? 0
  }
  expect(changesAt('2025-11-22T12:00:00Z')).toBe(0)
  expect(changesAt('2025-11-22T12:00:01Z')).toBe(1)
  expect(changesAt('2026-11-22T12:00:00Z')).toBe(1)
  expect(changesAt('2026-11-22T12:00:01Z')).toBe(0)
  expect(changesAt('2021-01-01', { committed: '2026-11-01' })).toBe(1)
})

test('neither merges nor bots add to a file, and what a bot squashed for a human does', () => {
  const root = change(['A x'])
  const side = change(['M x'], { parents: [root.id] })
  const merge = change([], { parents: [root.id, side.id] })
  const bots = Array.from({ length: 50 }, () => change(['M x'], { author: 'robot', bot: true }))
  const squash = change(['M x'], { author: 'robot', bot: true, coauthors: ['ann'] })
  const evidence = evidenceOf([root, side, merge, ...bots, squash], { x: 1 })
  expect(hotspots(evidence, repositoryScope)[0]?.changes).toBe(3)
})

test('generated files stand apart, unreadable and gone ones are nowhere, renamed ones keep their changes', () => {
  const evidence = evidenceOf(
    [
      change(['A yarn.lock', 'A logo.png', 'A gone', 'A old']),
      change(['D gone', 'R old -> new', 'M yarn.lock']),
    ],
    { 'yarn.lock': 900, 'logo.png': -1, new: 5 },
    { generated: ['yarn.lock'] },
  )
  expect(hotspots(evidence, repositoryScope).map(({ path, changes }) => [path, changes])).toEqual([
    ['new', 2],
  ])
  expect(hotspots(evidence, repositoryScope, { generated: true })).toMatchObject([
    { path: 'yarn.lock', score: 1800 },
  ])
})

test('where a shallow clone ends, files were not all changed', () => {
  const commits = [change(['A x', 'A y']), change(['M x'])]
  const evidence = evidenceOf(commits, { x: 1, y: 1 }, { boundaryCommits: 1 })
  expect(hotspots(evidence, repositoryScope).map(({ path, changes }) => [path, changes])).toEqual([['x', 1]])
})

const twelve = Array.from({ length: 12 }, (_, n) => `web/f${String(n).padStart(2, '0')}`)

test('the figure is the share of all scores that ten files hold, with the changes behind them', () => {
  const first = change(
    twelve.map((path) => `A ${path}`),
    { at: '2020-01-01' },
  )
  const each = twelve.map((path) => change([`M ${path}`]))
  const evidence = evidenceOf([first, ...each], Object.fromEntries(twelve.map((path, n) => [path, 12 - n])))
  const figure = hotspot.compute(evidence, repositoryScope, hotspot.window(evidence.asOf, 13))
  // Scores 12, 11, … 1: all 78, the ten highest 75, the first 12; behind it the changes of the first ten files.
  expect(figure).toMatchObject({ value: 75 / 78, sample: 12, parts: { topFile: 12 / 78 } })
  expect(figure.facts).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
})

test('ten files or fewer, and files not read yet, have no figure', () => {
  const evidence = evidenceOf(
    [change(['A web/x', 'A api/x'])],
    { 'web/x': 3, 'api/x': 3 },
    { components: { web: ['web/'] } },
  )
  expect(hotspot.compute(evidence, componentScope('web'), null)).toMatchObject({
    value: null,
    reason: { code: 'too-few', what: 'files', needed: 11, got: 1 },
  })
  const unread = { ...evidence, content: null }
  expect(hotspot.compute(unread, repositoryScope, null).reason).toEqual({
    code: 'not-read-yet',
    what: 'files',
  })
})
