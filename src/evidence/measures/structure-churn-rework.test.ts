import { expect, test } from 'vitest'
import { aHistory, commitOf, fileOf, type ACommit } from '../history/testing/a-history.ts'
import { churnRework } from './structure-churn-rework.ts'
import { anEvidence, componentScope, repositoryScope, type EvidenceParts } from './testing/an-evidence.ts'
import { fullWeeks, week } from './windows.ts'

// A Sunday. Three weeks before it is 2026-11-01; the weeks that ended 21 days before end on Monday 2026-10-26.
const asOf = '2026-11-22T12:00:00Z'
const commits: ACommit[] = [
  { id: 'a', at: '2026-09-01', files: ['A web/a', 'A api/b', 'A yarn.lock'] },
  { id: 'b', at: '2026-10-25T23:59:59Z', files: ['M web/a'] },
  { id: 'c', at: '2026-10-26T00:00:00Z', files: ['M web/a'] },
  { id: 'bots', at: '2026-10-01', committed: '2026-10-27', author: 'robot', bot: true, files: ['M web/a'] },
]
type Row = readonly [commit: string, path: string, added: number, deletedSoon: number, skewed?: number]

function reworkOf(rows: readonly Row[], more: EvidenceParts = {}, scope = repositoryScope) {
  const history = aHistory(commits)
  const survival = rows.map(([id, path, added, deletedSoon, skewed]) => ({
    commit: commitOf(history, id),
    file: fileOf(history, path),
    added,
    deletedSoon,
    ...(skewed === undefined ? {} : { skewed }),
  }))
  const none = new Int32Array(history.changeFile.length).fill(-1)
  const lines = { added: none, deleted: none, survival }
  const evidence = anEvidence({ history, asOf, lines, components: { web: ['web/'], api: ['api/'] }, ...more })
  return churnRework.compute(evidence, scope, churnRework.window(evidence.asOf, 13))
}

test('the window ends early enough for every line to have had its 21 days', () => {
  const window = churnRework.window(Date.parse(asOf), 13)
  expect(window?.to).toBe(Date.parse('2026-10-26'))
  // Line survival is followed from 21 days before the usual window on, which is where this one begins.
  expect(window?.from).toBe(fullWeeks(Date.parse(asOf), 13).from - 3 * week)
})

test('deleted soon over added, lines that are too young left out', () => {
  const figure = reworkOf([
    ['a', 'web/a', 300, 60],
    ['b', 'web/a', 100, 40],
    ['c', 'web/a', 500, 500],
  ])
  expect(figure).toMatchObject({ value: 0.25, sample: 400, facts: [0, 1] })
  expect(figure.series?.at(-1)).toEqual({ from: Date.parse('2026-10-19'), value: 0.4, sample: 100 })
  expect(figure.series?.at(-2)?.value).toBeNull()
})

test('generated files and bots stay out, components have their own files', () => {
  const rows: Row[] = [
    ['a', 'web/a', 150, 30],
    ['a', 'api/b', 100, 0],
    ['a', 'yarn.lock', 9000, 9000],
    ['bots', 'web/a', 1000, 1000],
  ]
  const more = { generated: ['yarn.lock'], asOf: '2026-11-29T12:00:00Z' }
  expect(reworkOf(rows, more)).toMatchObject({ value: 30 / 250, sample: 250, dropped: { bots: 1 } })
  expect(reworkOf(rows, more, componentScope('api'))).toMatchObject({ value: 0, sample: 100 })
})

test('lines deleted by a change that claims to be older are neither kept nor reworked: dropped and counted', () => {
  const figure = reworkOf([
    ['a', 'web/a', 300, 60, 50],
    ['b', 'web/a', 150, 20],
    ['c', 'web/a', 500, 0, 500],
    ['bots', 'web/a', 500, 0, 500],
  ])
  expect(figure).toMatchObject({ value: 80 / 400, sample: 400, dropped: { bots: 0, skewed: 50 } })
  expect(figure.series?.map(({ sample }) => sample).filter((sample) => sample > 0)).toEqual([250, 150])
  expect(churnRework.partNames?.['skewed']).toBeDefined()
})

test('fewer than a hundred lines, or lines not counted yet, have no figure', () => {
  expect(reworkOf([['a', 'web/a', 99, 99]])).toMatchObject({
    value: null,
    reason: { code: 'too-few', what: 'lines', needed: 100, got: 99 },
  })
  const uncounted = anEvidence({ commits, asOf })
  expect(churnRework.compute(uncounted, repositoryScope, null).reason).toEqual({
    code: 'not-read-yet',
    what: 'lines',
  })
})
