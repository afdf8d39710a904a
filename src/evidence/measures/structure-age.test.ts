import { expect, test } from 'vitest'
import type { ACommit } from '../history/testing/a-history.ts'
import { age } from './structure-age.ts'
import { anEvidence, componentScope, repositoryScope, type EvidenceParts } from './testing/an-evidence.ts'

const asOf = '2026-11-22T12:00:00Z'
const ageOf = (commits: readonly ACommit[], more: EvidenceParts = {}, scope = repositoryScope) =>
  age.compute(anEvidence({ commits, asOf, ...more }), scope, null)

const commits: ACommit[] = [
  { id: 'a', at: '2024-11-22T12:00:00Z', files: ['A web/two-years', 'A web/x', 'A api/y'] },
  { id: 'b', at: '2024-11-21T12:00:00Z', committed: '2026-11-12T12:00:00Z', files: ['M web/x'] },
  { id: 'c', at: '2026-11-20T12:00:00Z', bot: true, files: ['M api/y', 'A yarn.lock'] },
]

test('the median file by nearest rank, days since its last change by the committer’s clock', () => {
  // Days: two-years 730, x 10, y 2 (a bot's change is a change of the file). 730 is not more than 730.
  expect(ageOf(commits, { generated: ['yarn.lock'] })).toEqual({
    value: 10,
    percentiles: { p50: 10, p75: 730, p90: 730 },
    sample: 3,
    parts: { overTwoYears: 0 },
    dropped: { generated: 1, negative: 0, unexplained: 0 },
    facts: [0, 1, 2],
  })
})

test('over two years is more than 730 days', () => {
  const figure = ageOf(
    commits,
    { asOf: '2026-11-22T12:00:01Z', components: { web: ['web/'] } },
    componentScope('web'),
  )
  expect(figure.parts).toEqual({ overTwoYears: 0.5 })
})

test('a last change after as-of is dropped and counted, a file that no change explains too', () => {
  const future: ACommit = { id: 'd', at: '2038-01-01', files: ['M web/x'] }
  expect(ageOf([...commits, future])).toMatchObject({ sample: 3, dropped: { negative: 1 } })
  const only: ACommit[] = [{ id: 'a', at: '2038-01-01', files: ['A x'] }]
  expect(ageOf(only)).toMatchObject({ value: null, reason: { code: 'too-few', what: 'files' } })
})

test('a shallow clone does not know the age of its files', () => {
  expect(ageOf(commits, { boundaryCommits: 1 }).reason).toEqual({ code: 'no-data', source: 'whole-history' })
})
