import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deliver } from './deliver.ts'
import { broughtInBy } from './history.ts'
import { aHistory, type ACommit } from './testing/a-history.ts'

function deliveries(commits: readonly ACommit[]): Record<string, string[]> {
  const history = aHistory(commits)
  const name = (index: number) => history.hashes[index] ?? ''
  return Object.fromEntries([...broughtInBy(history)].map(([at, brought]) => [name(at), brought.map(name)]))
}

test('direct commits deliver themselves', () => {
  expect(
    deliveries([
      { id: 'a', at: 1 },
      { id: 'b', at: 2 },
    ]),
  ).toEqual({ a: ['a'], b: ['b'] })
})

test('a merge delivers what its second side brings in, also through merges within it', () => {
  expect(
    deliveries([
      { id: 'a', at: 1 },
      { id: 'x', at: 2 },
      { id: 'y', at: 3, parents: ['a'] },
      { id: 'xy', at: 4, parents: ['x', 'y'] },
      { id: 'b', at: 5, parents: ['a'] },
      { id: 'm', at: 6, parents: ['b', 'xy'] },
    ]),
  ).toEqual({ a: ['a'], b: ['b'], m: ['x', 'y', 'xy', 'm'] })
})

test('a branch that is merged twice is delivered piece by piece', () => {
  expect(
    deliveries([
      { id: 'a', at: 1 },
      { id: 'x', at: 2 },
      { id: 'm', at: 3, parents: ['a', 'x'] },
      { id: 'y', at: 4, parents: ['x'] },
      { id: 'n', at: 5, parents: ['m', 'y'] },
    ]),
  ).toEqual({ a: ['a'], m: ['x', 'm'], n: ['y', 'n'] })
})

test('an octopus delivers all of its sides, and one with a root of its own brings that in', () => {
  expect(
    deliveries([
      { id: 'a', at: 1 },
      { id: 'x', at: 2 },
      { id: 'other root', at: 3, parents: [] },
      { id: 'm', at: 4, parents: ['a', 'x', 'other root'] },
    ]),
  ).toEqual({ a: ['a'], m: ['x', 'other root', 'm'] })
})

test('of two branches merged into each other each commit is delivered once', () => {
  expect(
    deliveries([
      { id: 'a', at: 1 },
      { id: 'x', at: 2, parents: ['a'] },
      { id: 'y', at: 3, parents: ['a'] },
      { id: 'xy', at: 4, parents: ['x', 'y'] },
      { id: 'yx', at: 5, parents: ['y', 'x'] },
      { id: 'm', at: 6, parents: ['xy', 'yx'] },
    ]),
  ).toEqual({ a: ['a'], x: ['x'], xy: ['y', 'xy'], m: ['yx', 'm'] })
})

test('every commit is delivered by the oldest commit of the line that reaches it', () => {
  const graphs = fc.array(fc.uniqueArray(fc.nat(), { maxLength: 3 }), { minLength: 1, maxLength: 14 })
  fc.assert(
    fc.property(graphs, (drawn) => {
      const parents = drawn.map((picks, at) => [...new Set(at === 0 ? [] : picks.map((pick) => pick % at))])
      const starts = [0]
      for (const list of parents) starts.push((starts.at(-1) ?? 0) + list.length)
      const { delivered, deliveredBy } = deliver(
        Int32Array.from(starts),
        Int32Array.from(parents.flat()),
        parents.length,
      )

      const line: number[] = []
      for (let at: number | undefined = parents.length - 1; at !== undefined; at = parents[at]?.[0])
        line.unshift(at)
      expect([...delivered]).toEqual(line)
      const reach = (at: number): Set<number> =>
        (parents[at] ?? []).reduce((reached, parent) => reached.union(reach(parent)), new Set([at]))
      for (const [at, by] of deliveredBy.entries()) {
        expect(by).toBe(line.find((candidate) => reach(candidate).has(at)) ?? -1)
      }
    }),
    { numRuns: 300 },
  )
})
