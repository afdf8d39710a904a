import { expect, test } from 'vitest'
import type { ACommit } from '../history/testing/a-history.ts'
import { onboarding } from './knowledge-onboarding.ts'
import { anEvidence, repositoryScope, type EvidenceParts } from './testing/an-evidence.ts'
import { day } from './windows.ts'

const asOf = '2026-11-22T12:00Z'
const start = Date.UTC(2026, 2, 2)
const figure = (commits: readonly ACommit[], more: EvidenceParts = {}) => {
  // The main line in the order of its instants, as a real one mostly is.
  const ordered = [...commits].sort((a, b) => Number(a.at) - Number(b.at))
  const chained = ordered.map((commit, n) =>
    n === 0 ? commit : but(commit, { parents: [ordered[n - 1]!.id] }),
  )
  const evidence = anEvidence({ commits: chained, asOf, ...more })
  return onboarding.compute(evidence, repositoryScope, onboarding.window(evidence.asOf, 13))
}
const but = (commit: ACommit, more: Partial<ACommit>): ACommit => ({ ...commit, ...more })
/** Changes one every `step` days, the first at `start`. */
const worker = (author: string, count: number, step: number, from = start): ACommit[] =>
  Array.from({ length: count }, (_, n) => ({
    id: `${author}${n}`,
    at: from + n * step * day,
    author,
    files: [`M ${author}.ts`],
  }))

test('the weeks, as days, until half of the newcomers have had their tenth delivered change', () => {
  const commits = [
    ...worker('ann', 12, 1),
    ...worker('bob', 10, 2),
    ...worker('carol', 10, 3),
    ...worker('dan', 9, 1),
    ...worker('eve', 1, 1),
  ]
  // Tenth after 9, 18 and 27 days, two have had none: of five, half is three, in its fourth week.
  expect(figure(commits)).toEqual({ value: 28, sample: 5, dropped: { negative: 0 } })
})

test('nobody’s exact span is told: only weeks that were begun, as days', () => {
  const names = ['ann', 'bob', 'carol', 'dan', 'eve']
  const after = (step: number) => figure(names.flatMap((name) => worker(name, 10, step))).value
  expect([0, 0.01, 7 / 9, 7.001 / 9, 14 / 9].map(after)).toEqual([7, 7, 7, 14, 14])
})

test('people who were there before are no newcomers, and the weeks asked for change nothing', () => {
  const people = ['ann', 'bob', 'carol', 'dan'].flatMap((name) => worker(name, 10, 1))
  const old = worker('eve', 10, 1, Date.UTC(2025, 0, 6))
  expect(figure([...people, ...old])).toMatchObject({
    value: null,
    reason: { code: 'too-few', what: 'newcomers', needed: 5, got: 4 },
  })
  const instant = Date.parse(asOf)
  expect(onboarding.window(instant, 4)).toEqual(onboarding.window(instant, 13))
})

test('while fewer than half have had their tenth there is no figure, nor is it told how many have', () => {
  const names = ['ann', 'bob', 'carol', 'dan', 'eve']
  const settled = (count: number) => figure(names.flatMap((name, n) => worker(name, n < count ? 10 : 9, 1)))
  expect(settled(2)).toEqual({
    value: null,
    sample: 5,
    reason: { code: 'not-half-yet' },
    dropped: { negative: 0 },
  })
  // Week by week the numbers would tell when the first of them had had it.
  expect(settled(1)).toEqual(settled(2))
  expect(settled(0)).toEqual(settled(2))
})

test('a squash counts once, for everybody who wrote it, and a bot is nobody', () => {
  const squashes = worker('ann', 10, 1).map((commit) =>
    but(commit, { coauthors: ['bob', 'carol', 'dan', 'eve'] }),
  )
  const bots = worker('robot', 10, 4).map((commit) => but(commit, { bot: true }))
  expect(figure([...squashes, ...bots])).toMatchObject({ value: 14, sample: 5 })
})

test('the commits that one merge brings in are one delivered change', () => {
  const branch = Array.from({ length: 10 }, (_, n) => ({
    id: `b${n}`,
    at: start + n,
    author: 'ann',
    parents: [n === 0 ? 'root' : `b${n - 1}`],
    coauthors: ['bob', 'carol', 'dan', 'eve'],
  }))
  const commits = [
    { id: 'root', at: Date.UTC(2024, 0, 1), author: 'zoe', files: ['A x'] },
    ...branch,
    { id: 'm', at: start + day, author: 'zoe', parents: ['root', 'b9'] },
  ]
  const evidence = anEvidence({ commits, asOf })
  expect(onboarding.compute(evidence, repositoryScope, null)).toMatchObject({
    value: null,
    sample: 5,
    reason: { code: 'not-half-yet' },
  })
})

test('whoever only merges what others wrote is no newcomer', () => {
  const written = ['ann', 'bob', 'carol', 'dan', 'eve'].flatMap((name) => worker(name, 10, 1))
  const commits = written.flatMap((commit, n) => {
    const base = n === 0 ? 'root' : `merge${n - 1}`
    return [
      but(commit, { parents: [base] }),
      { id: `merge${n}`, at: commit.at, author: 'max', parents: [base, commit.id] },
    ]
  })
  const root: ACommit = { id: 'root', at: Date.UTC(2024, 0, 1), author: 'zoe' }
  const evidence = anEvidence({ commits: [root, ...commits], asOf })
  expect(onboarding.compute(evidence, repositoryScope, null)).toMatchObject({ value: 14, sample: 5 })
})

test('clocks that put the tenth change before the first are dropped and counted', () => {
  const commits = ['ann', 'bob', 'carol', 'dan', 'eve', 'fay'].flatMap((name) => worker(name, 10, 1))
  const chain = commits.map((commit, n) => but(commit, { parents: n === 0 ? [] : [commits[n - 1]!.id] }))
  const skewed = chain.map((commit) =>
    commit.id === 'fay9' ? but(commit, { at: start - 60 * day }) : commit,
  )
  const evidence = anEvidence({ commits: skewed, asOf })
  expect(onboarding.compute(evidence, repositoryScope, null)).toEqual({
    value: 14,
    sample: 5,
    dropped: { negative: 1 },
  })
})

test('in a shallow clone nobody is taken for new', () => {
  const commits = ['ann', 'bob', 'carol', 'dan', 'eve'].flatMap((name) => worker(name, 10, 1))
  expect(figure(commits, { boundaryCommits: 2 }).reason).toEqual({ code: 'no-data', source: 'whole-history' })
})
