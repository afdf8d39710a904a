import { rmSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CommitLines, countLines } from './count-lines.ts'
import type { DiffOptions } from './diff-commits.ts'
import { openRepository } from './open-repository.ts'
import { aRepository, type TestRepository } from './testing/a-repository.ts'

async function count(
  repository: TestRepository,
  commits: readonly string[],
  options: DiffOptions = {},
): Promise<Map<string, CommitLines>> {
  const counted = new Map<string, CommitLines>()
  for await (const lines of countLines(await openRepository(repository.path), commits, options)) {
    expect(counted.has(lines.hash)).toBe(false)
    counted.set(lines.hash, lines)
  }
  return counted
}

const numbered = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => `line ${from + at}\n`).join('')

function removeObject(repository: TestRepository, hash: string) {
  rmSync(join(repository.path, '.git/objects', hash.slice(0, 2), hash.slice(2)))
}

test('a root counts against nothing, a change against its parent, and a merge not at all', async () => {
  const repository = aRepository()
    .commit({ as: 'root', files: { a: numbered(1, 3) } })
    .commit({ as: 'side', branch: 'side', files: { b: numbered(1, 2) } })
    .commit({ as: 'second', files: { a: numbered(2, 5) } })
    .merge('side', { as: 'merge' })
    .write()
  const [root, side, second, merge] = ['root', 'side', 'second', 'merge'].map((name) => repository.hash(name))
  const counted = await count(repository, [root, side, second, merge].map(String))
  expect([...counted.values()].sort((a, b) => a.hash.localeCompare(b.hash))).toEqual(
    [
      { hash: root, counts: [['a', 3, 0]] },
      { hash: side, counts: [['b', 2, 0]] },
      { hash: second, counts: [['a', 2, 1]] },
      { hash: merge, counts: [] },
    ].sort((a, b) => String(a.hash).localeCompare(String(b.hash))),
  )
})

test('a rename counts only what changed in it, under the new path', async () => {
  const repository = aRepository()
    .commit({ files: { old: numbered(1, 20) } })
    .commit({ as: 'renamed', renames: { old: 'new' }, files: { new: numbered(1, 21) } })
    .write()
  const hash = repository.hash('renamed')
  expect(await count(repository, [hash])).toEqual(new Map([[hash, { hash, counts: [['new', 1, 0]] }]]))
})

test('binary and excluded files are left out, and a commit of nothing else is still told', async () => {
  const repository = aRepository()
    .commit({
      as: 'mixed',
      files: { 'a.png': Buffer.from([1, 0, 2]), 'yarn.lock': 'x\n', 'web/yarn.lock': 'x\n', a: 'x\n' },
    })
    .commit({ as: 'lock', files: { 'yarn.lock': 'y\n' } })
    .write()
  const [mixed, lock] = [repository.hash('mixed'), repository.hash('lock')]
  expect(await count(repository, [mixed, lock], { exclude: ['yarn.lock'] })).toEqual(
    new Map([
      [mixed, { hash: mixed, counts: [['a', 1, 0]] }],
      [lock, { hash: lock, counts: [] }],
    ]),
  )
})

test('a file that leaves an excluded folder by rename has not been written anew', async () => {
  const repository = aRepository()
    .commit({ files: { 'vendor/a': numbered(1, 20) } })
    .commit({ as: 'out', renames: { 'vendor/a': 'src/a' } })
    .write()
  const hash = repository.hash('out')
  const counted = await count(repository, [hash], { exclude: ['/vendor/**'] })
  expect(counted.get(hash)?.counts).toEqual([])
})

test('patterns with blanks, quotes, a hash and a backslash exclude just what they name', async () => {
  const names = ['a b', '#c', '"d"', 'e', 'a']
  const repository = aRepository()
    .commit({ as: 'all', files: Object.fromEntries(names.map((name) => [name, 'x\n'])) })
    .write()
  const hash = repository.hash('all')
  const counted = await count(repository, [hash], { exclude: ['a b', '#c', '"d"', String.raw`\e`] })
  expect(counted.get(hash)?.counts).toEqual([['a', 1, 0]])
})

test('an exclamation mark takes files out of the excluded ones again', async () => {
  const repository = aRepository()
    .commit({ as: 'one', files: { 'vendor/a': 'x\n', 'vendor/own/b': 'x\n' } })
    .write()
  const hash = repository.hash('one')
  const counted = await count(repository, [hash], { exclude: ['vendor/**', '!vendor/own/**'] })
  expect(counted.get(hash)?.counts).toEqual([['vendor/own/b', 1, 0]])
})

test('a working tree that calls all files binary changes no count', async () => {
  const repository = aRepository()
    .commit({ as: 'one', files: { '.gitattributes': '* -diff\n', a: 'x\n' } })
    .write()
  repository.git('checkout', '-q', 'main')
  const hash = repository.hash('one')
  expect((await count(repository, [hash])).get(hash)?.counts).toHaveLength(2)
})

test('submodules have no lines', async () => {
  const repository = aRepository()
    .commit({ as: 'one', files: { sub: { mode: '160000', content: '1'.repeat(40) } } })
    .write()
  const hash = repository.hash('one')
  expect((await count(repository, [hash])).get(hash)?.counts).toEqual([])
})

test('where objects are missing the commits are named and all others counted', async () => {
  const repository = aRepository()
  // One file an object, so that single ones can be taken away.
  repository.git('config', 'fastimport.unpackLimit', '1000')
  for (let at = 0; at < 90; at++) repository.commit({ as: `c${at}`, files: { a: numbered(at, at + 3) } })
  repository.write()
  const commits = Array.from({ length: 90 }, (_, at) => repository.hash(`c${at}`))
  removeObject(repository, repository.git('rev-parse', `${commits[40]}:a`))
  removeObject(repository, repository.git('rev-parse', `${commits[70]}^{tree}`))
  removeObject(repository, String(commits[89]))
  const counted = await count(repository, commits, { processes: 2 })
  const unreadable = commits.flatMap((hash, at) => (counted.get(hash)?.unreadable === undefined ? [] : [at]))
  // A blob and a tree are missed by the commit that has them and by the next.
  expect(unreadable).toEqual([40, 41, 70, 71, 89])
  expect(counted.get(String(commits[42]))?.counts).toEqual([['a', 1, 1]])
  expect(counted.get(String(commits[40]))?.unreadable).toMatch(/unable to read/)
  expect(counted.size).toBe(90)
})

test('a partial clone is refused, with the reason', async () => {
  const repository = aRepository()
    .commit({ as: 'one', files: { a: 'x\n' } })
    .write()
  repository.git('config', 'extensions.partialClone', 'origin')
  await expect(count(repository, [repository.hash('one')])).rejects.toThrow(/is a partial clone/)
})

test('an aborted count stops with the reason it was given', async () => {
  const repository = aRepository()
  for (let at = 0; at < 200; at++) repository.commit({ as: `c${at}`, files: { a: `${at}\n` } })
  repository.write()
  const commits = repository.git('rev-list', 'main').split('\n')
  const stop = new AbortController()
  const counting = async () => {
    for await (const _ of countLines(await openRepository(repository.path), commits, { signal: stop.signal }))
      stop.abort(new Error('enough'))
  }
  await expect(counting()).rejects.toThrow('enough')
  await expect(
    count(repository, commits, { signal: AbortSignal.abort(new Error('before')) }),
  ).rejects.toThrow('before')
})

test('a repository that vanishes meanwhile is refused', async () => {
  const repository = aRepository()
    .commit({ as: 'one', files: { a: 'x\n' } })
    .write()
  const opened = await openRepository(repository.path)
  const hash = repository.hash('one')
  repository.remove()
  const counting = async () => {
    for await (const _ of countLines(opened, [hash]));
  }
  await expect(counting()).rejects.toMatchObject({ code: 'not-found' })
})

test('on any history the counts are those of git log', async () => {
  const step = fc.record({
    path: fc.constantFrom('a', 'b', 'dir/c', 'ü "\n', 'd.lock'),
    to: fc.option(fc.constantFrom('a', 'e', 'dir/f', 'g.lock'), { nil: undefined }),
    from: fc.nat(40),
    length: fc.nat(12),
    branch: fc.constantFrom('main', 'main', 'side'),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 30 }), async (steps) => {
      const repository = aRepository({ bare: true })
      const alive = new Map<string, Set<string>>()
      for (const { path, to, from, length, branch } of steps) {
        const there = alive.get(branch) ?? new Set(alive.get('main'))
        alive.set(branch, there)
        const renames = to !== undefined && there.has(path) && to !== path ? { [path]: to } : {}
        if (to !== undefined && path in renames) there.delete(path)
        const target = to !== undefined && path in renames ? to : path
        there.add(target)
        repository.commit({ branch, renames, files: { [target]: numbered(from, from + length) } })
      }
      repository.write()
      const commits = repository.git('rev-list', '--all').split('\n')
      const counted = await count(repository, commits, { processes: 2 })
      for (const hash of commits) {
        const told = repository.git('log', '-1', '--format=', '--numstat', '-M', '-z', hash)
        expect(counted.get(hash)?.counts.toSorted(byPath)).toEqual(numstat(told).toSorted(byPath))
      }
      repository.remove()
    }),
    { numRuns: 6 },
  )
}, 60_000)

const byPath = ([a]: readonly [string, ...unknown[]], [b]: readonly [string, ...unknown[]]) =>
  a < b ? -1 : 1

/** An own reading of `--numstat -z`, by splitting. */
function numstat(text: string) {
  const words = text.split('\0')
  const rows: [string, number, number][] = []
  while (words.length > 1) {
    const [added, deleted, path] = (words.shift() ?? '').trimStart().split('\t')
    const renamed = path === '' ? words.splice(0, 2)[1] : path
    rows.push([renamed ?? '', Number(added), Number(deleted)])
  }
  return rows
}

test('an empty list asks nothing', async () => {
  const repository = aRepository().write()
  expect(await count(repository, [])).toEqual(new Map())
})
