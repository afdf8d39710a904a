import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CommitFact } from '#evidence/history/commit-fact.ts'
import { aRepository, type TestRepository } from './testing/a-repository.ts'
import { readAll } from './testing/read-all.ts'

test('any history is read as plain git tells it, one commit at a time', async () => {
  const step = fc.record({
    branch: fc.constantFrom('main', 'x', 'y'),
    merge: fc.option(fc.constantFrom('main', 'x', 'y'), { nil: undefined }),
    files: fc.dictionary(
      fc.constantFrom('a', 'b', 'd/c', 'd/e'),
      fc.option(fc.constantFrom('1\n', '2\n3\n')),
    ),
    at: fc.integer({ min: 1_000_000_000, max: 1_000_000_009 }).map((second) => second * 1000),
    message: fc.constantFrom('fix: x', 'Revert "y"', 'plain', '\n:100644'),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
      const repository = aRepository().commit({ files: { a: '0\n' } })
      const branches = new Set(['main'])
      for (const { merge, ...spec } of steps) {
        if (merge !== undefined && merge !== spec.branch && branches.has(merge)) {
          repository.merge(merge, { branch: spec.branch, at: spec.at })
        } else repository.commit(spec)
        branches.add(spec.branch)
      }
      const { facts } = await readAll(repository.write().path)
      expect(new Map(facts.map((fact) => [fact.hash, pick(fact)]))).toEqual(plainGit(repository))
    }),
    { numRuns: 6 },
  )
})

interface PlainCommit {
  readonly parents: readonly string[]
  readonly author: string
  readonly committedAt: number
  readonly changes: readonly string[]
}

function pick({ parents, author, committedAt, changes }: CommitFact): PlainCommit {
  return { parents, author, committedAt, changes: changes.map(changeText).sort() }
}

function changeText(change: CommitFact['changes'][number]): string {
  return [change.status, change.from, change.path].filter(Boolean).join(' ')
}

/** The same through one `git cat-file` and one `git diff-tree` for each commit. */
function plainGit(repository: TestRepository): Map<string, PlainCommit> {
  const hashes = repository.git('rev-list', 'HEAD').split('\n')
  return new Map(
    hashes.map((hash) => {
      const header = repository.git('cat-file', 'commit', hash)
      const parents = [...header.matchAll(/^parent (\w+)$/gm)].map((match) => match[1] ?? '')
      const names = repository.git('diff-tree', '--root', '-r', '-M', '--no-commit-id', '--name-status', hash)
      const lines = parents.length > 1 || names === '' ? [] : names.split('\n')
      return [
        hash,
        {
          parents,
          author: /^author .*<(.*)>/m.exec(header)?.[1] ?? '',
          committedAt: Number(/^committer .*> (\d+)/m.exec(header)?.[1]) * 1000,
          changes: lines.map((line) => line.replace(/^([A-Z])\d*/, '$1').replaceAll('\t', ' ')).sort(),
        },
      ]
    }),
  )
}
