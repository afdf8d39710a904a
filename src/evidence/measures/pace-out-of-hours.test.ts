import { expect, test } from 'vitest'
import type { ACommit } from '../history/testing/a-history.ts'
import { outOfHours } from './pace-out-of-hours.ts'
import { anEvidence, componentScope, repositoryScope, type EvidenceParts } from './testing/an-evidence.ts'
import { week } from './windows.ts'

// A Sunday: the thirteen full weeks are 2026-08-17 up to 2026-11-16.
const asOf = '2026-11-22T12:00:00Z'
let serial = 0
const written = (author: string, at: string, more: Partial<ACommit> = {}): ACommit => ({
  id: `c${serial++}`,
  at,
  author,
  files: ['M web/x'],
  ...more,
})
/** Five people who each wrote once on a Tuesday at noon. */
const five = (at = '2026-11-03T12:00Z', more: Partial<ACommit> = {}) =>
  ['ann', 'bob', 'carol', 'dan', 'eve'].map((author) => written(author, at, more))
const paceOf = (commits: readonly ACommit[], more: EvidenceParts = {}, scope = repositoryScope) => {
  const evidence = anEvidence({
    commits,
    asOf,
    components: { web: ['web/'], api: ['api/'], ops: ['ops/'] },
    ...more,
  })
  return outOfHours.compute(evidence, scope, outOfHours.window(evidence.asOf, 13))
}
const isOutside = (at: string, offset = 0) =>
  paceOf([...five(), written('ann', at, { offset })]).value === 1 / 6

test('Monday to Friday from seven to twenty is inside, each edge to the second', () => {
  expect(isOutside('2026-11-02T07:00:00Z')).toBe(false)
  expect(isOutside('2026-11-02T06:59:59Z')).toBe(true)
  expect(isOutside('2026-11-06T19:59:59Z')).toBe(false)
  expect(isOutside('2026-11-06T20:00:00Z')).toBe(true)
  expect(isOutside('2026-11-07T12:00:00Z')).toBe(true)
  expect(isOutside('2026-11-08T12:00:00Z')).toBe(true)
  expect(isOutside('2026-11-09T12:00:00Z')).toBe(false)
})

test('the clock is the author’s own, across the day line and half hours', () => {
  // Sunday 22:30 in London is Monday 8:00 in Adelaide (+9:30); Saturday 3:00 UTC is Friday 19:00 in San Francisco (−8).
  expect(isOutside('2026-11-08T22:30:00Z', 570)).toBe(false)
  expect(isOutside('2026-11-07T03:00:00Z', -480)).toBe(false)
  expect(isOutside('2026-11-06T11:00:00Z', 600)).toBe(true)
})

test('daylight saving is in the recorded offset: the same hour on the wall counts the same', () => {
  // Berlin, 19:30 on the wall: +2:00 on Friday 23 October 2026, +1:00 on Monday 26 October.
  expect(isOutside('2026-10-23T17:30:00Z', 120)).toBe(false)
  expect(isOutside('2026-10-26T18:30:00Z', 60)).toBe(false)
  expect(isOutside('2026-10-26T19:30:00Z', 60)).toBe(true)
})

test('the author’s instant counts, not the committer’s', () => {
  const rebased = five('2026-11-03T12:00Z', { committed: '2026-11-07T23:00Z' })
  expect(paceOf(rebased).value).toBe(0)
  // Written in the window, merged after it; and written before it, merged in it.
  expect(paceOf(five('2026-11-15T12:00Z', { committed: '2026-11-17' })).value).toBe(1)
  expect(paceOf(five('2026-08-16T12:00Z', { committed: '2026-11-03' })).value).toBeNull()
})

test('fewer than five different people have no figure, and their number of changes is not told either', () => {
  const four = five().slice(0, 4)
  expect(paceOf([...four, written('ann', '2026-11-04T12:00Z')])).toMatchObject({
    value: null,
    reason: { code: 'group-too-small', needed: 5 },
    sample: 0,
  })
  expect(paceOf([...four, written('robot', '2026-11-04T12:00Z', { bot: true })]).value).toBeNull()
})

test('there is no list of commits', () => {
  expect(paceOf(five())).not.toHaveProperty('facts')
})

test('changes without a usable offset are dropped and counted, merges are not looked at', () => {
  const commits = [...five(), written('ann', '2026-11-07T12:00Z', { offset: null })]
  const merge = written('ann', '2026-11-07T23:00Z', { files: [], parents: [commits[5]!.id, commits[0]!.id] })
  expect(paceOf([...commits, merge])).toMatchObject({ value: 0, sample: 5, dropped: { unknownOffset: 1 } })
})

test('the thirteen weeks before stand beside it, each with its own minimum', () => {
  const before = five('2026-08-16T12:00Z')
  const longAgo = five('2026-04-01T12:00Z').slice(1)
  expect(paceOf([...longAgo, ...before, ...five()]).series).toEqual([
    { from: Date.parse('2025-11-17'), value: null, sample: 0 },
    { from: Date.parse('2026-02-16'), value: null, sample: 0 },
    { from: Date.parse('2026-05-18'), value: 1, sample: 5 },
    { from: Date.parse('2026-08-17'), value: 0, sample: 5 },
  ])
})

test('the window cannot be sliced', () => {
  const evidence = anEvidence({ commits: five(), asOf })
  const window = outOfHours.window(evidence.asOf, 1)
  expect(window).toEqual(outOfHours.window(evidence.asOf, 13))
  const sliced = { from: window!.from + week, to: window!.to }
  expect(() => outOfHours.compute(evidence, repositoryScope, sliced)).toThrow('13 full weeks')
  const shifted = { from: window!.from + 1000, to: window!.to + 1000 }
  expect(() => outOfHours.compute(evidence, repositoryScope, shifted)).toThrow('13 full weeks')
})

test('a component that the repository less the others would give away is not shown, nor is its cover', () => {
  const api = [
    ...five('2026-11-04T12:00Z', { files: ['M api/x'] }),
    written('fay', '2026-11-04T12:00Z', { files: ['M api/x'] }),
  ]
  const ops = [written('ann', '2026-11-07T12:00Z', { files: ['M ops/x'] })]
  const shown = (commits: readonly ACommit[]) =>
    ['web', 'api', 'ops'].filter((name) => paceOf(commits, {}, componentScope(name)).value !== null)
  expect(shown([...five(), ...api])).toEqual(['web', 'api'])
  // ann alone wrote ops. Repository − web − api would be her; so web, with the fewer people, goes as well.
  expect(shown([...five(), ...api, ...ops])).toEqual(['api'])
  expect(paceOf([...five(), ...api, ...ops]).value).toBe(1 / 12)
})

test('one person’s nights cannot be had by subtracting a component that the rest shares with another', () => {
  const shared = ['ann', 'bob', 'carol', 'dan', 'eve'].map((author) =>
    written(author, '2026-11-03T12:00Z', { files: ['M web/x', 'M api/x'] }),
  )
  const nights = [1, 2, 3, 4].map((n) => written('fay', `2026-11-0${n + 3}T23:00Z`, { files: ['M api/x'] }))
  const commits = [...shared, ...nights]
  // The repository minus web would be fay alone.
  expect(paceOf(commits, {}, componentScope('web')).value).toBeNull()
  expect(paceOf(commits, {}, componentScope('api')).value).toBe(4 / 9)
  expect(paceOf(commits).value).toBe(4 / 9)
})
