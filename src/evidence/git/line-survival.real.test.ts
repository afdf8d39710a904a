import { rmSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildHistory } from '../history/build-history.ts'
import { commitColumns } from '../history/commit-columns.ts'
import { day } from '../measures/windows.ts'
import { lineSurvival, type LineSurvivalOptions } from './line-survival.ts'
import { openRepository } from './open-repository.ts'
import { readCommits } from './read-commits.ts'
import { readTree } from './read-tree.ts'
import { aRepository, type TestRepository } from './testing/a-repository.ts'
import { anEdit, playEdits, type Survival, survivalByText } from './testing/play-edits.ts'

const start = Date.parse('2026-03-02T00:00:00Z')
const lines = (...names: (string | number)[]) => names.map((name) => `${name}\n`).join('')

interface Told {
  readonly commit: string
  readonly path: string
  readonly added: number
  readonly deletedSoon: number
  readonly skewed?: number
}

/** The survival of the lines added from `from` on, by hash and last path. */
async function survive(
  repository: TestRepository,
  from = start,
  options: LineSurvivalOptions = {},
): Promise<Told[]> {
  const opened = await openRepository(repository.path)
  const head = repository.git('rev-parse', 'HEAD')
  const commits = commitColumns()
  for await (const fact of readCommits(opened, { head, known: [], identityKey: (key) => key }))
    commits.add(fact)
  const history = buildHistory(commits, head, await readTree(opened, head))
  const survival = await lineSurvival(opened, history, { from, to: from + 91 * day }, options)
  return survival.map(({ commit, file, added, deletedSoon, skewed }) => {
    const told = { commit: history.hashes[commit] ?? '', path: history.files[file] ?? '', added, deletedSoon }
    return skewed === undefined ? told : Object.assign(told, { skewed })
  })
}

test('lines that were deleted again soon count for the change that added them', async () => {
  const repository = aRepository()
    .commit({ as: 'one', at: start, files: { a: lines(1, 2, 3, 4) } })
    .commit({ as: 'two', at: start + 5 * day, files: { a: lines(1, 2, 'x', 'y', 4) } })
    .commit({ as: 'three', at: start + 10 * day, files: { a: lines(1, 'x', 4) } })
    .write()
  expect(await survive(repository)).toEqual([
    // 3 gave way in two, 2 in three.
    { commit: repository.hash('one'), path: 'a', added: 4, deletedSoon: 2 },
    // y went in three.
    { commit: repository.hash('two'), path: 'a', added: 2, deletedSoon: 1 },
  ])
})

test('after twenty-one days to the second a line has lasted only if it is older', async () => {
  const repository = aRepository()
    .commit({ as: 'one', at: start, files: { a: lines(1, 2, 3) } })
    .commit({ at: start + 21 * day, files: { a: lines(1, 2) } })
    .commit({ at: start + 21 * day + 1000, files: { a: lines(1) } })
    .write()
  expect(await survive(repository)).toEqual([
    { commit: repository.hash('one'), path: 'a', added: 3, deletedSoon: 1 },
  ])
})

test('lines from before the range have no birth, wherever the range begins', async () => {
  const repository = aRepository()
    .commit({ at: start - 40 * day, files: { a: lines(1, 2, 3, 4), b: lines(1, 2, 3, 4, 5, 6) } })
    .commit({ as: 'two', at: start, files: { a: lines(1, 'x', 4) }, renames: { b: 'c' } })
    .commit({ at: start + day, files: { a: null, c: lines(1, 2, 3, 4, 5) } })
    .write()
  expect(await survive(repository)).toEqual([
    { commit: repository.hash('two'), path: 'a', added: 1, deletedSoon: 1 },
  ])
})

test('a rename carries the lines, even when two files swap their names', async () => {
  const numbers = (from: number) => Array.from({ length: 10 }, (_, at) => from + at)
  const repository = aRepository()
    .commit({ as: 'one', at: start, files: { a: lines(...numbers(10)), b: lines(...numbers(20), 'x') } })
    .commit({ at: start + day, files: { a: lines(...numbers(20), 'x'), b: lines(...numbers(10)) } })
    .commit({ at: start + 2 * day, renames: { a: 'dir/c' }, files: { 'dir/c': lines(...numbers(20)) } })
    .write()
  // Git sees no rename where both names stay: it is all written anew. Only the move to dir/c carries lines on.
  const told = await survive(repository)
  expect(told.filter(({ commit }) => commit === repository.hash('one'))).toEqual([
    { commit: repository.hash('one'), path: 'dir/c', added: 10, deletedSoon: 10 },
    { commit: repository.hash('one'), path: 'b', added: 11, deletedSoon: 11 },
  ])
  expect(told.filter(({ commit }) => commit !== repository.hash('one'))).toMatchObject([
    { path: 'dir/c', added: 11, deletedSoon: 1 },
    { path: 'b', added: 10, deletedSoon: 0 },
  ])
})

test('what a branch did counts once, when and as the merge delivers it', async () => {
  const repository = aRepository()
    .commit({ as: 'one', at: start, files: { a: lines(1, 2) } })
    .commit({ branch: 'side', at: start + day, files: { b: lines(1, 2, 3) } })
    .commit({ branch: 'side', at: start + 2 * day, files: { b: lines(1) } })
    .merge('side', { as: 'merge', at: start + 30 * day })
    .commit({ at: start + 31 * day, files: { b: null } })
    .write()
  expect(await survive(repository)).toEqual([
    { commit: repository.hash('one'), path: 'a', added: 2, deletedSoon: 0 },
    { commit: repository.git('rev-parse', 'main^'), path: 'b', added: 1, deletedSoon: 1 },
  ])
})

test('a line deleted before it was written is counted apart', async () => {
  const repository = aRepository()
    .commit({ as: 'one', at: start + 10 * day, files: { a: lines(1, 2, 3) } })
    .commit({ at: start + 9 * day, files: { a: lines(1) } })
    .write()
  expect(await survive(repository)).toEqual([
    { commit: repository.hash('one'), path: 'a', added: 3, deletedSoon: 0, skewed: 2 },
  ])
})

test('a clock that was years ahead does not draw old changes into the range', async () => {
  const repository = aRepository()
    .commit({ at: '2038-01-01T00:00:00Z', files: { a: lines(1) } })
    .commit({ at: start - 60 * day, files: { a: lines(1, 2) } })
    .commit({ as: 'three', at: start, files: { a: lines(3) } })
    .write()
  expect(await survive(repository)).toEqual([
    { commit: repository.hash('three'), path: 'a', added: 1, deletedSoon: 0 },
  ])
})

test('a file that was binary for a while has lost its lines without a trace, and excluded files have none', async () => {
  const repository = aRepository()
    .commit({ as: 'one', at: start, files: { a: lines(1, 2), 'yarn.lock': lines(1, 2, 3) } })
    .commit({ at: start + day, files: { a: Buffer.from([0]), 'yarn.lock': lines(4) } })
    .commit({ at: start + 2 * day, files: { a: lines(1, 2) } })
    .commit({ as: 'four', at: start + 3 * day, files: { a: lines(1, 3) } })
    .write()
  expect(await survive(repository, start, { exclude: ['yarn.lock'] })).toEqual([
    { commit: repository.hash('one'), path: 'a', added: 2, deletedSoon: 0 },
    { commit: repository.hash('four'), path: 'a', added: 1, deletedSoon: 0 },
  ])
})

test('where objects are missing the change is named, and only its files are no longer followed', async () => {
  const repository = aRepository()
    .commit({ as: 'one', at: start, files: { a: lines(1, 2), b: lines(1, 2) } })
    .commit({ as: 'two', at: start + day, files: { a: lines(1, 'lost') } })
    .commit({ at: start + 2 * day, files: { b: lines(1) } })
    .commit({ as: 'four', at: start + 3 * day, files: { a: lines('new') } })
    .commit({ at: start + 4 * day, files: { a: lines('newer') } })
    .write()
  const blob = repository.git('rev-parse', `${repository.hash('two')}:a`)
  rmSync(join(repository.path, '.git/objects', blob.slice(0, 2), blob.slice(2)))
  const unreadable: string[] = []
  const told = await survive(repository, start, { onUnreadable: (hash) => void unreadable.push(hash) })
  expect(unreadable).toEqual([repository.hash('two'), repository.hash('four')])
  expect(told.filter(({ commit }) => commit === repository.hash('one'))).toEqual([
    { commit: repository.hash('one'), path: 'a', added: 2, deletedSoon: 0 },
    { commit: repository.hash('one'), path: 'b', added: 2, deletedSoon: 1 },
  ])
})

test('where a shallow clone ends nothing is taken for new', async () => {
  const origin = aRepository()
    .commit({ at: start, files: { a: lines(1, 2) } })
    .commit({ at: start + day, files: { a: lines(1, 2, 3) } })
    .commit({ as: 'three', at: start + 2 * day, files: { a: lines(1, 4) } })
    .write()
  const clone = aRepository({ bare: true })
  clone.git('fetch', '-q', '--depth=2', `file://${origin.path}`, 'main:main')
  expect(await survive(clone)).toEqual([
    { commit: origin.hash('three'), path: 'a', added: 1, deletedSoon: 0 },
  ])
})

test('on any history it is what looking for the text of each line gives', async () => {
  const edits = fc.array(anEdit, { minLength: 1, maxLength: 30 })
  await fc.assert(
    fc.asyncProperty(edits, fc.integer({ min: -80, max: 20 }), async (steps, days) => {
      const { repository, changes } = playEdits(steps, start + days * day)
      const first = changes.findIndex(({ at }) => at >= start - 21 * day && at < start + (91 + 21) * day)
      const counted = new Map<string, Survival>()
      for (const { commit, added, deletedSoon, skewed = 0 } of await survive(repository, start, {
        processes: 2,
      })) {
        const [a, d, s] = counted.get(commit) ?? [0, 0, 0]
        counted.set(commit, [a + added, d + deletedSoon, s + skewed])
      }
      expect(counted).toEqual(first === -1 ? new Map() : survivalByText(changes, first))
      repository.remove()
    }),
    { numRuns: 20 },
  )
}, 120_000)
