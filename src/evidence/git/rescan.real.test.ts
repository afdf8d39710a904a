import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildHistory } from '#evidence/history/build-history.ts'
import { commitColumns } from '#evidence/history/commit-columns.ts'
import type { History } from '#evidence/history/history.ts'
import { openRepository } from './open-repository.ts'
import { readCommits } from './read-commits.ts'
import { readState } from './read-state.ts'
import { readTree } from './read-tree.ts'
import { aRepository } from './testing/a-repository.ts'
import { readAll } from './testing/read-all.ts'

/** Scans as a server does: commits stay, and only those that no earlier head reached are asked for. */
function scanner(path: string) {
  const store = commitColumns()
  const tips = new Set<string>()
  let rereadKey = ''
  let read = 0
  return {
    /** Number of commits that git told in the last scan. */
    get read() {
      return read
    },
    async scan(): Promise<History> {
      const repository = await openRepository(path)
      const state = await readState(repository)
      expect([rereadKey, '']).toContain(rereadKey === '' ? '' : state.rereadKey)
      rereadKey = state.rereadKey
      const head = state.head ?? ''
      read = 0
      for await (const fact of readCommits(repository, { head, known: [...tips], identityKey: String })) {
        read++
        store.add(fact)
      }
      tips.add(head)
      return buildHistory(store, head, await readTree(repository, head))
    },
  }
}

/** Everything but the numbers of changes in the order of arrival. */
function comparable({ changeSource, ...history }: History) {
  return { ...history, changes: changeSource.length }
}

test('a rescan after one commit reads that one', async () => {
  const repository = aRepository()
  for (let at = 0; at < 20; at++) repository.commit({ files: { a: `${at}` } })
  const scans = scanner(repository.write().path)
  await scans.scan()
  expect(scans.read).toBe(20)
  repository.commit({ files: { b: '1' } }).write()
  expect((await scans.scan()).length).toBe(21)
  expect(scans.read).toBe(1)
  await scans.scan()
  expect(scans.read).toBe(0)
})

test('a history that was rewritten and collected by git counts once', async () => {
  const repository = aRepository()
    .commit({ as: 'base', files: { a: '1' } })
    .commit({ files: { b: '1' } })
    .commit({ files: { c: '1' } })
    .write()
  const scans = scanner(repository.path)
  await scans.scan()
  repository
    .commit({ from: 'base', at: '2026-02-01T10:00:00Z', files: { b: '1' } })
    .commit({ files: { c: '2' } })
    .write()
  repository.git('reflog', 'expire', '--expire=now', '--all')
  repository.git('gc', '-q', '--prune=now')
  const rebased = await scans.scan()
  expect(rebased.length).toBe(3)
  expect(comparable(rebased)).toEqual(comparable((await readAll(repository.path)).history))
})

test('after any commits, merges, force-pushes and deleted branches a rescan equals a fresh scan', async () => {
  const branch = fc.constantFrom('main', 'x', 'y')
  // A file that goes while another one of the same content comes is a rename.
  const files = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('1\n', '2\n', null), {
    maxKeys: 3,
  })
  const step = fc.oneof(
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('commit' as const), branch, files }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('merge' as const), branch, other: branch }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('rewrite' as const), back: fc.nat() }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('delete' as const), branch }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('scan' as const) }) },
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
      const repository = aRepository().commit({ as: 'c0', files: { a: '1\n' } })
      const scans = scanner(repository.write().path)
      const branches = new Set(['main'])
      let commits = 1
      const told = (branch: string) => ({ branch, as: `c${commits++}` })
      for (const one of steps) {
        if (one.kind === 'commit') {
          repository.commit({ ...told(one.branch), files: one.files })
          branches.add(one.branch)
        } else if (one.kind === 'merge' && branches.has(one.branch) && branches.has(one.other)) {
          if (one.branch !== one.other) repository.merge(one.other, told(one.branch))
        } else if (one.kind === 'rewrite') {
          const from = `c${one.back % commits}`
          repository.commit({ ...told('main'), from, files: { r: `${commits}` } })
        } else if (one.kind === 'delete' && one.branch !== 'main' && branches.delete(one.branch)) {
          repository.write().git('update-ref', '-d', `refs/heads/${one.branch}`)
        } else if (one.kind === 'scan') {
          repository.write()
          await scans.scan()
        }
      }
      repository.write()
      expect(comparable(await scans.scan())).toEqual(comparable((await readAll(repository.path)).history))
    }),
    { numRuns: 6 },
  )
}, 60_000)
