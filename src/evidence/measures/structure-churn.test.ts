import { expect, test } from 'vitest'
import type { ACommit } from '../history/testing/a-history.ts'
import { aHistory } from '../history/testing/a-history.ts'
import { churn } from './structure-churn.ts'
import { anEvidence, componentScope, repositoryScope, type EvidenceParts } from './testing/an-evidence.ts'

// A Sunday: the last full week began on Monday 2026-11-09.
const asOf = '2026-11-22T12:00:00Z'
const root: ACommit = { id: 'root', at: '2026-10-01', files: ['A web/a', 'A api/b', 'A yarn.lock'] }

/** Each change of a file, in the order of reading, added 10 lines and deleted 1; -1 for one that was not counted. */
function evidenceOf(
  commits: readonly ACommit[],
  more: EvidenceParts = {},
  uncounted: readonly number[] = [],
) {
  const history = aHistory([root, ...commits])
  const added = new Int32Array(history.changeFile.length).fill(10)
  const deleted = new Int32Array(history.changeFile.length).fill(1)
  for (const source of uncounted) added[source] = deleted[source] = -1
  return anEvidence({ history, asOf, lines: { added, deleted, survival: [] }, ...more })
}
const churnOf = (commits: readonly ACommit[], more: EvidenceParts = {}, scope = repositoryScope) => {
  const evidence = evidenceOf(commits, more)
  return churn.compute(evidence, scope, churn.window(evidence.asOf, 5))
}
const change = (id: string, at: string, files: readonly string[], more: Partial<ACommit> = {}): ACommit => ({
  id,
  at,
  files,
  ...more,
})

test('added plus deleted lines per full week, quiet weeks included, the running week not', () => {
  const commits = [
    change('a', '2026-10-20', ['M web/a', 'M api/b']),
    change('b', '2026-11-08T23:59:59Z', ['M web/a']),
    change('c', '2026-11-09T00:00:00Z', ['M web/a']),
    change('d', '2026-11-15T23:59:59Z', ['M web/a']),
    change('e', '2026-11-16T00:00:00Z', ['M web/a']),
  ]
  const figure = churnOf(commits)
  // Weeks from 12 October on: 0, 22, 0, 11, 22. Median 11.
  expect(figure.series?.map((point) => point.value)).toEqual([0, 22, 0, 11, 22])
  expect(figure).toMatchObject({
    value: 11,
    sample: 4,
    parts: { added: 50, deleted: 5 },
    facts: [1, 2, 3, 4],
  })
})

test('generated files, bots, merges and uncounted files have no lines here', () => {
  const commits = [
    change('a', '2026-11-10', ['M web/a', 'M yarn.lock']),
    change('b', '2026-11-10', ['M web/a'], { author: 'robot', bot: true }),
    change('side', '2026-11-10', [], { parents: ['a'] }),
    change('m', '2026-11-10', [], { parents: ['b', 'side'] }),
    change('logo', '2026-11-11', ['A logo.png']),
  ]
  // Sources: root 0–2, a 3–4, b 5, logo 6.
  const evidence = evidenceOf(commits, { generated: ['yarn.lock'] }, [6])
  expect(churn.compute(evidence, repositoryScope, churn.window(evidence.asOf, 5))).toMatchObject({
    sample: 1,
    parts: { added: 10, deleted: 1 },
    dropped: { bots: 1 },
  })
})

test('a component has the lines of its own files', () => {
  const commits = [change('a', '2026-11-10', ['M web/a', 'M api/b'])]
  const figure = churnOf(commits, { components: { web: ['web/'], api: ['api/'] } }, componentScope('api'))
  expect(figure.parts).toEqual({ added: 10, deleted: 1 })
})

test('weeks before the first commit are unknown, and fewer than four known weeks give no figure', () => {
  const evidence = evidenceOf([])
  expect(churn.compute(evidence, repositoryScope, churn.window(evidence.asOf, 13)).series).toHaveLength(6)
  expect(churn.compute(evidence, repositoryScope, churn.window(evidence.asOf, 3))).toMatchObject({
    value: null,
    reason: { code: 'too-few', what: 'weeks', needed: 4, got: 3 },
  })
})

test('lines that nobody has counted yet are no zero', () => {
  const evidence = { ...evidenceOf([]), lines: null }
  expect(churn.compute(evidence, repositoryScope, null).reason).toEqual({
    code: 'not-read-yet',
    what: 'lines',
  })
})
