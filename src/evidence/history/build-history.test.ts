import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildHistory, historyInSteps } from './build-history.ts'
import { commitColumns } from './commit-columns.ts'
import type { CommitFact } from './commit-fact.ts'
import type { History } from './history.ts'
import { aHistory } from './testing/a-history.ts'

test('parents come before children, then the earlier committed, then the smaller hash', () => {
  const history = aHistory([
    { id: 'root', at: 50 },
    // Committed before its parent, as a wrong clock has it.
    { id: 'skewed', at: 10, parents: ['root'] },
    { id: 'b', at: 60, parents: ['skewed'] },
    { id: 'a', at: 60, parents: ['skewed'] },
    { id: 'early', at: 20, parents: ['skewed'] },
    { id: 'merge', at: 61, parents: ['b', 'a', 'early'] },
  ])
  expect(history.hashes).toEqual(['root', 'skewed', 'early', 'a', 'b', 'merge'])
})

test('only what the head reaches counts, and only its people', () => {
  const history = aHistory(
    [
      { id: 'root', at: 1, author: 'ann' },
      { id: 'gone', at: 2, author: 'bob', coauthors: ['cid'] },
      { id: 'head', at: 3, author: 'dan', parents: ['root'] },
    ],
    { head: 'head' },
  )
  expect(history.hashes).toEqual(['root', 'head'])
  expect(history.people).toBe(2)
})

test('a parent that was never read is none', () => {
  const history = aHistory([
    { id: 'boundary', at: 1, parents: ['beyond'] },
    { id: 'head', at: 2 },
  ])
  expect([...history.parentStart]).toEqual([0, 0, 1])
})

test('a head that was not read is a bug and not an empty history', () => {
  expect(() => buildHistory(commitColumns(), 'nowhere', [])).toThrow('nowhere')
  expect(buildHistory(commitColumns(), null, []).length).toBe(0)
})

test('commits that arrive between two steps are no part of it, not even as parents', () => {
  const line = Array.from({ length: 1500 }, (_none, at) =>
    aFact({
      hash: `c${at}`,
      parents: [at === 0 ? 'beyond' : `c${at - 1}`],
      changes: [{ status: 'A', path: `f${at}` }],
    }),
  )
  const [quiet, growing] = [commitColumns(), commitColumns()]
  for (const fact of line) {
    quiet.add(fact)
    growing.add(fact)
  }
  const steps = historyInSteps(growing, 'c1499', [])
  let arrived = 0
  let step = steps.next()
  for (; !step.done; step = steps.next()) {
    growing.add(aFact({ hash: arrived === 0 ? 'beyond' : `later${arrived}` }))
    arrived++
  }
  expect(arrived).toBeGreaterThan(5)
  expect(step.value).toEqual(buildHistory(quiet, 'c1499', []))
})

test('a commit that is told twice counts once', () => {
  const store = commitColumns()
  const fact = aFact({ hash: 'a' })
  expect([store.add(fact), store.add(fact)]).toEqual([true, false])
  expect(buildHistory(store, 'a', []).length).toBe(1)
})

test('a revert names the commits of this history only, whenever they arrived', () => {
  const store = commitColumns()
  store.add(aFact({ hash: 'undo', parents: ['bad'], reverts: ['bad', 'elsewhere'] }))
  store.add(aFact({ hash: 'bad' }))
  const history = buildHistory(store, 'undo', [])
  expect([...history.reverts]).toEqual([[1, [0]]])
})

test('a bot is a bot in this history, and people keep together what they wrote', () => {
  const store = commitColumns()
  store.add(aFact({ hash: 'a', author: 'ann', coauthors: ['bob'] }))
  store.add(aFact({ hash: 'b', parents: ['a'], author: 'robot', bot: true }))
  store.add(aFact({ hash: 'c', parents: ['b'], author: 'bob' }))
  const history = buildHistory(store, 'c', [])
  expect([...history.author]).toEqual([0, 2, 1])
  expect([...history.coauthors]).toEqual([1])
  expect([...history.botPerson]).toEqual([0, 0, 1])
})

test('the order in which commits arrive makes no difference to a history', () => {
  const shuffled = commits().chain((facts) =>
    fc.tuple(fc.constant(facts), fc.shuffledSubarray(facts, { minLength: facts.length })),
  )
  fc.assert(
    fc.property(shuffled, ([facts, arrived]) => {
      expect(comparable(historyOf(arrived))).toEqual(comparable(historyOf(facts)))
    }),
    { numRuns: 300 },
  )
})

function historyOf(facts: readonly CommitFact[]): History {
  const store = commitColumns()
  for (const fact of facts) store.add(fact)
  return buildHistory(store, 'h0', [
    { path: 'a', blob: '1' },
    { path: 'b', blob: '2' },
    { path: 'never', blob: '3' },
  ])
}

/** Everything but the numbers of changes in the order of arrival. */
function comparable({ changeSource, ...history }: History) {
  return { ...history, changes: changeSource.length, reverts: [...history.reverts] }
}

/** Up to twelve commits with parents of higher numbers; `h0` is the head. */
function commits(): fc.Arbitrary<CommitFact[]> {
  const person = fc.constantFrom('ann', 'bob', 'cid')
  const path = fc.constantFrom('a', 'b', 'c')
  const change = fc.oneof(
    fc.record({ status: fc.constantFrom('A' as const, 'M' as const, 'D' as const), path }),
    fc.record({ status: fc.constant('R' as const), path, from: path }),
  )
  return fc.integer({ min: 1, max: 12 }).chain((count) =>
    fc.tuple(
      ...Array.from({ length: count }, (_, at) =>
        fc
          .record({
            parents: fc.subarray(
              Array.from({ length: count - at - 1 }, (_none, more) => `h${at + more + 1}`),
            ),
            author: person,
            coauthors: fc.uniqueArray(person, { maxLength: 2 }),
            committedAt: fc.integer({ min: 0, max: 3 }),
            changes: fc.uniqueArray(change, { maxLength: 3, selector: (one) => one.path }),
            reverts: fc.subarray(['h1', 'h2'], { maxLength: 1 }),
            bot: fc.boolean(),
          })
          .map((fact) => aFact({ ...fact, hash: `h${at}` })),
      ),
    ),
  )
}

function aFact(fact: Partial<CommitFact> & { hash: string }): CommitFact {
  return {
    parents: [],
    author: 'ann',
    coauthors: [],
    bot: false,
    assisted: false,
    authoredAt: 0,
    authorOffset: 0,
    committedAt: 0,
    subject: '',
    kind: null,
    reverts: [],
    changes: [],
    ...fact,
  }
}
