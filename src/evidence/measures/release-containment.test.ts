import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { History } from '../history/history.ts'
import { aHistory, type ACommit } from '../history/testing/a-history.ts'
import { firstContaining } from './release-containment.ts'

test('a side branch belongs to the release that its merge is in, however early it was written', () => {
  const history = aHistory([
    { id: 'a', at: '2026-01-01T10:00' },
    { id: 'side', at: '2026-01-01T11:00', parents: ['a'] },
    { id: 'b', at: '2026-01-02T10:00', parents: ['a'] },
    { id: 'm', at: '2026-01-03T10:00', parents: ['b', 'side'] },
  ])
  const [a, side, b, m] = ['a', 'side', 'b', 'm'].map((id) => history.hashes.indexOf(id))
  const first = firstContaining(history, [b ?? -1, m ?? -1])
  expect([a, side, b, m].map((commit) => first[commit ?? -1])).toEqual([0, 1, 0, 1])
})

test('an arrival of an unknown commit and one of an older commit contain nothing new', () => {
  const history = aHistory([
    { id: 'a', at: '2026-01-01' },
    { id: 'b', at: '2026-01-02' },
    { id: 'c', at: '2026-01-03' },
  ])
  expect([...firstContaining(history, [-1, 1, 0])]).toEqual([1, 1, -1])
})

test('on any graph the walk agrees with asking for every arrival what it reaches', () => {
  const graphs = fc
    .array(fc.array(fc.nat({ max: 30 }), { maxLength: 3 }), { minLength: 1, maxLength: 30 })
    .chain((links) =>
      fc.tuple(fc.constant(links), fc.array(fc.nat({ max: links.length - 1 }), { maxLength: 8 })),
    )
  fc.assert(
    fc.property(graphs, ([links, arrived]) => {
      const commits = links.map((parents, index): ACommit => ({
        id: `c${index}`,
        at: index * 1000,
        // Every commit follows the one before, so that the head reaches all of them.
        parents:
          index === 0 ? [] : [...new Set([index - 1, ...parents.map((p) => p % index)])].map((p) => `c${p}`),
      }))
      const history = aHistory(commits)
      const first = firstContaining(history, arrived)
      const reached = arrived.map((commit) => reachable(history, commit))
      for (let commit = 0; commit < history.length; commit++) {
        expect(first[commit]).toBe(reached.findIndex((commits) => commits.has(commit)))
      }
    }),
  )
})

function reachable(history: History, head: number): Set<number> {
  const reached = new Set([head])
  for (const commit of reached) {
    for (const parent of history.parents.subarray(
      history.parentStart[commit],
      history.parentStart[commit + 1],
    )) {
      reached.add(parent)
    }
  }
  return reached
}
