import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ACommit } from '../history/testing/a-history.ts'
import { componentCouplings, couplings } from './coupling.ts'
import { changeCoupling } from './structure-change-coupling.ts'
import { anEvidence, componentScope, repositoryScope, type EvidenceParts } from './testing/an-evidence.ts'

const asOf = '2026-11-22T12:00:00Z'
let serial = 0
const change = (paths: string, more: Partial<ACommit> = {}): ACommit => ({
  id: `c${serial++}`,
  at: '2026-11-01',
  files: paths.split(' ').map((path) => `M ${path}`),
  ...more,
})
const times = (count: number, paths: string, more: Partial<ACommit> = {}) =>
  Array.from({ length: count }, () => change(paths, more))
const evidenceOf = (commits: readonly ACommit[], more: EvidenceParts = {}) =>
  anEvidence({ commits, asOf, ...more })
const pairsOf = (commits: readonly ACommit[], more: EvidenceParts = {}) =>
  couplings(evidenceOf(commits, more), repositoryScope).map(({ a, b, degree }) => `${a} ${b} ${degree}`)

test('worked by hand: shared changes over the mean of both', () => {
  // a changes 10 times, b 7 times, 6 of them together: 6 ÷ ((10 + 7) ÷ 2) = 6 ÷ 8.5 = 70.588 % → 70.6.
  const commits = [...times(6, 'web/a api/b'), ...times(4, 'web/a'), change('api/b')]
  expect(
    couplings(evidenceOf(commits, { components: { web: ['web/'], api: ['api/'] } }), repositoryScope),
  ).toEqual([
    {
      a: 'api/b',
      b: 'web/a',
      degree: 70.6,
      shared: 6,
      averageChanges: 8.5,
      crossesComponents: true,
      fileA: 1,
      fileB: 0,
    },
  ])
})

test('worked by hand: five shared changes and thirty per cent are enough, less is not', () => {
  expect(pairsOf(times(5, 'a b'))).toEqual(['a b 100'])
  expect(pairsOf(times(4, 'a b'))).toEqual([])
  // a 28, b 12, 6 shared: 6 ÷ 20 = exactly 30 %. With one more change of a: 6 ÷ 20.5 = 29.27 %.
  const border = [...times(6, 'a b'), ...times(22, 'a'), ...times(6, 'b')]
  expect(pairsOf(border)).toEqual(['a b 30'])
  expect(pairsOf([...border, change('a')])).toEqual([])
})

test('worked by hand: a change of more than thirty files counts for nothing, not even for the mean', () => {
  const files = (count: number) =>
    ['a', 'b', ...Array.from({ length: count - 2 }, (_, n) => `x${n}`)].join(' ')
  expect(pairsOf([...times(5, 'a b'), ...times(3, files(31)), ...times(5, 'a')])).toEqual(['a b 66.7'])
  expect(pairsOf([...times(4, 'a b'), change(files(30))])).toEqual(['a b 100'])
})

test('pairs come by degree before rounding, then by shared changes, then by path', () => {
  const commits = [
    ...times(7, 'i j'),
    ...times(7, 'i'),
    ...times(6, 'e f'),
    ...times(5, 'c d'),
    ...times(5, 'a b'),
    ...times(5, 'g h'),
    change('g'),
  ]
  expect(pairsOf(commits)).toEqual(['e f 100', 'a b 100', 'c d 100', 'g h 90.9', 'i j 66.7'])
})

test('merges, bots, generated and vanished files and what is older than a year couple nothing', () => {
  const root = change('r')
  const sides = times(6, 'a b', { parents: [root.id] })
  const octopus = change('a b', { parents: [root.id, ...sides.slice(0, 4).map(({ id }) => id)], files: [] })
  expect(pairsOf([root, ...sides, octopus])).toEqual([])
  expect(pairsOf(times(9, 'a b', { author: 'robot', bot: true }))).toEqual([])
  expect(pairsOf(times(9, 'package.json yarn.lock'), { generated: ['yarn.lock'] })).toEqual([])
  expect(pairsOf([...times(9, 'a b'), change('', { files: ['D b'] })])).toEqual([])
  expect(pairsOf(times(9, 'a b', { at: '2025-11-22T12:00:00Z' }))).toEqual([])
  expect(pairsOf(times(9, 'a b', { at: '2025-11-22T12:00:01Z' }))).toEqual(['a b 100'])
})

test('a rename keeps what a file was coupled with', () => {
  const commits = [...times(3, 'a b'), change('', { files: ['R b -> c', 'M a'] }), ...times(1, 'a c')]
  expect(pairsOf(commits)).toEqual(['a c 100'])
})

test('components couple by the same rule, each change counted once', () => {
  // web 8, api 6, 5 together: 5 ÷ 7 = 71.4 %. Two files of one component in a change are one change of it.
  const commits = [
    ...times(5, 'web/a web/b api/a'),
    ...times(3, 'web/b'),
    change('api/b'),
    change('nowhere web/a api/a', { bot: true }),
  ]
  const evidence = evidenceOf(commits, { components: { web: ['web/'], api: ['api/'] } })
  expect(componentCouplings(evidence)).toEqual([
    { a: 'api', b: 'web', degree: 71.4, shared: 5, averageChanges: 7, crossesComponents: true },
  ])
})

test('the figure counts the pairs and shows the changes that touched both files of one', () => {
  const commits = [...times(5, 'web/a web/b'), ...times(5, 'web/a api/c'), change('web/a'), change('api/c')]
  const evidence = evidenceOf(commits, { components: { web: ['web/'], api: ['api/'] } })
  const compute = (scope = repositoryScope) =>
    changeCoupling.compute(evidence, scope, changeCoupling.window(evidence.asOf, 13))
  expect(compute()).toEqual({
    value: 2,
    sample: 12,
    parts: { crossingComponents: 1 },
    dropped: { bots: 0, large: 0 },
    facts: commits.slice(0, 10).map((_, n) => n),
  })
  expect(compute(componentScope('api'))).toMatchObject({ value: 1, facts: [5, 6, 7, 8, 9] })
})

test('too few changes for any pair are not the same as no pair', () => {
  const compute = (commits: readonly ACommit[]) =>
    changeCoupling.compute(evidenceOf(commits), repositoryScope, null)
  expect(compute(times(4, 'a b'))).toMatchObject({
    value: null,
    reason: { code: 'too-few', needed: 5, got: 4 },
  })
  expect(compute(['a', 'b', 'c', 'd', 'e'].map((path) => change(path)))).toMatchObject({ value: 0 })
})

test('counting pair by pair gives the same for any history', () => {
  const aChange: fc.Arbitrary<string[]> = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), {
    minLength: 1,
    maxLength: 4,
  })
  fc.assert(
    fc.property(fc.array(aChange, { maxLength: 60 }), (changes) => {
      const count = (...paths: string[]) =>
        changes.filter((each) => paths.every((path) => each.includes(path))).length
      const all = ['a', 'b', 'c', 'd', 'e', 'f']
      const expected = all
        .flatMap((a) =>
          all
            .filter((b) => a < b)
            .map((b) => ({ a, b, degree: (200 * count(a, b)) / (count(a) + count(b)) })),
        )
        .filter(({ a, b, degree }) => count(a) >= 5 && count(b) >= 5 && count(a, b) >= 5 && degree >= 30)
        .map(({ a, b, degree }) => `${a} ${b} ${Math.round(degree * 10) / 10}`)
      expect(pairsOf(changes.map((paths) => change(paths.join(' ')))).sort()).toEqual(expected.sort())
    }),
  )
})
