import { expect, test } from 'vitest'
import { truckFactorMeasure } from './knowledge-truck-factor.ts'
import { anEvidence, componentScope, repositoryScope } from './testing/an-evidence.ts'

const commits = [
  { id: 'a', at: '2026-01-05', author: 'ann', files: ['A web/a', 'A web/b', 'A web/lock'] },
  { id: 'b', at: '2026-01-06', author: 'bob', coauthors: ['carol'], files: ['A api/a', 'A api/b'] },
  { id: 'c', at: '2026-01-07', author: 'robot', bot: true, files: ['A api/made-by-bot'] },
]
const shop = anEvidence({ commits, components: { web: ['web/'], api: ['api/'] }, generated: ['web/lock'] })

test('the repository and each component have their own factor', () => {
  // Six files: ann has 3, bob and carol 2 each. Without ann 2 of 6 are left: factor 1.
  expect(truckFactorMeasure.compute(shop, repositoryScope, null)).toEqual({
    value: 1,
    sample: 6,
    // Five files: ann 2, bob 2, carol 2, one by nobody. Without ann (who came first) 2 of 5 are left, under half.
    parts: { withoutGenerated: 1, filesWithoutAuthor: 1 },
  })
  // Three files, two with bob and carol: without bob still 2 of 3, without both none.
  expect(truckFactorMeasure.compute(shop, componentScope('api'), null)).toMatchObject({ value: 2, sample: 3 })
})

test('nothing behind the figure leads to a commit', () => {
  expect(truckFactorMeasure.compute(shop, repositoryScope, null)).not.toHaveProperty('facts')
})

test('what nobody made has no figure instead of a zero', () => {
  const bots = anEvidence({ commits: [{ id: 'c', at: '2026-01-07', bot: true, files: ['A x'] }] })
  expect(truckFactorMeasure.compute(bots, repositoryScope, null)).toMatchObject({
    value: null,
    reason: { code: 'too-few', what: 'files' },
  })
  expect(truckFactorMeasure.compute(anEvidence({}), repositoryScope, null).reason).toEqual({
    code: 'empty-history',
  })
})

test('a shallow clone is not taken for the whole history', () => {
  const shallow = anEvidence({ commits, boundaryCommits: 1 })
  expect(truckFactorMeasure.compute(shallow, repositoryScope, null)).toMatchObject({
    value: null,
    reason: { code: 'no-data', source: 'whole-history' },
  })
})
