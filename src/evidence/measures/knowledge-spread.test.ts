import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ACommit } from '../history/testing/a-history.ts'
import { gini, spread } from './knowledge-spread.ts'
import { anEvidence, componentScope, repositoryScope } from './testing/an-evidence.ts'

const asOf = '2026-11-22T12:00Z'
let serial = 0
const change = (author: string, more: Partial<ACommit> = {}): ACommit => ({
  id: `c${serial++}`,
  at: '2026-11-01',
  author,
  files: ['M web/x'],
  ...more,
})
const spreadOf = (commits: readonly ACommit[], scope = repositoryScope) => {
  const evidence = anEvidence({ commits, asOf, components: { web: ['web/'], api: ['api/'] } })
  return spread.compute(evidence, scope, spread.window(evidence.asOf, 13))
}

test('the coefficient of Gini, worked by hand', () => {
  expect(gini([3, 3, 3])).toBe(0)
  // Sorted 1 1 1 1 6: (−4 −2 + 0 + 2 + 24) ÷ (5 × 10) = 20 ÷ 50.
  expect(gini([6, 1, 1, 1, 1])).toBeCloseTo(0.4, 12)
})

test('it equals half the mean difference of all pairs over the mean', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 30 }), (values) => {
      const total = values.reduce((a, b) => a + b, 0)
      const differences = values.flatMap((a) => values.map((b) => Math.abs(a - b))).reduce((a, b) => a + b, 0)
      expect(gini(values)).toBeCloseTo(differences / (2 * values.length * total), 10)
    }),
  )
})

test('five people have a concentration, and their number is told as a band', () => {
  const commits = [
    ...Array.from({ length: 6 }, () => change('ann')),
    ...['bob', 'carol', 'dan', 'eve'].map((who) => change(who)),
  ]
  expect(spreadOf(commits)).toMatchObject({ value: 0.4, sample: 10, parts: { peopleAtLeast: 5 } })
  expect(spreadOf([...commits, change('fay')]).parts).toEqual({ peopleAtLeast: 5 })
})

test('fewer than five people have none, because it would tell how much each of them did', () => {
  expect(spreadOf([change('ann'), change('bob'), change('carol')])).toMatchObject({
    value: null,
    sample: 0,
    reason: { code: 'group-too-small', needed: 5 },
    parts: { peopleAtLeast: 2 },
  })
  expect(spreadOf([change('ann')]).parts).toEqual({ peopleAtLeast: 1 })
})

test('co-authors of a squash have made it; merges, bots and other components do not count', () => {
  const squash = change('ann', { coauthors: ['bob', 'carol', 'dan', 'eve'] })
  const robot = change('robot', { bot: true })
  const elsewhere = change('fay', { files: ['M api/x'] })
  const merge = change('merger', { files: [], parents: [elsewhere.id, squash.id] })
  const rest = [robot, elsewhere, merge]
  expect(spreadOf([squash, ...rest], componentScope('web'))).toMatchObject({
    value: 0,
    sample: 1,
    dropped: { bots: 1 },
  })
})

test('no change in the window is no equality', () => {
  expect(spreadOf([change('ann', { at: '2020-01-01' })])).toMatchObject({
    value: null,
    reason: { code: 'too-few' },
  })
})
