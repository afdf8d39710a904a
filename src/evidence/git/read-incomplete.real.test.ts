import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openRepository } from './open-repository.ts'
import { readCommits } from './read-commits.ts'
import { readableAgain } from './readable-again.ts'
import { readState } from './read-state.ts'
import { aFolder, aRepository, type TestRepository } from './testing/a-repository.ts'
import { folderListing } from './testing/folder-listing.ts'
import { readAll } from './testing/read-all.ts'

const text = (seed: string) => Array.from({ length: 30 }, (_, line) => `${seed} line ${line}\n`).join('')

test('a shallow clone is read as what it is: its oldest commits made none of the files they hold', async () => {
  const origin = aRepository()
    .commit({ files: { a: '1', b: '1' } })
    .commit({ files: { a: '2' } })
    .commit({ files: { a: '3', c: '1' } })
    .write()
  const path = clone(origin, '--depth=2')
  const { repository, state, facts, history } = await readAll(path)
  expect(repository.shallow).toBe(true)
  expect(state.boundary).toEqual([origin.git('rev-parse', 'main^')])
  expect(facts.map(({ parents, changes }) => ({ parents, changes }))).toEqual([
    { parents: [], changes: [] },
    {
      parents: state.boundary,
      changes: [
        { status: 'M', path: 'a' },
        { status: 'A', path: 'c' },
      ],
    },
  ])
  expect(Array.from(history.filesAtHead, (file) => history.files[file])).toEqual(['a', 'b', 'c'])
})

test('the rest of a shallow clone being fetched makes it be read again', async () => {
  const origin = aRepository().commit().commit().commit().write()
  const path = clone(origin, '--depth=1')
  const before = await readState(await openRepository(path))
  origin.git('-C', path, 'fetch', '-q', '--unshallow')
  const after = await readState(await openRepository(path))
  expect(after.head).toBe(before.head)
  expect(after.boundary).toEqual([])
  expect(after.rereadKey).not.toBe(before.rereadKey)
})

test('a partial clone is read without renames, and nothing is fetched or written', async () => {
  const origin = aRepository()
    .commit({ files: { a: text('a') } })
    .commit({ renames: { a: 'b' }, files: { c: text('c') } })
    .commit({ renames: { b: 'd' }, files: { d: `${text('a')}more\n` } })
    .write()
  const path = clone(origin, '--filter=blob:none', '--bare')
  const before = folderListing(path)
  const { repository, facts, report, tree } = await readAll(path)
  expect(repository).toMatchObject({ partial: true, bare: true })
  expect(report).toEqual({ unreadable: [], withoutRenames: [], renamesOff: true, mailmapMissing: false })
  expect(facts[1]?.changes).toEqual([
    { status: 'D', path: 'a' },
    { status: 'A', path: 'b' },
    { status: 'A', path: 'c' },
  ])
  expect(tree).toHaveLength(2)
  expect(folderListing(path)).toEqual(before)
})

test('a mailmap that a clone lacks joins nobody, and says so', async () => {
  const origin = aRepository()
    .commit({ author: 'B <b@example.com>', files: { '.mailmap': 'A <a@example.com> <b@example.com>\n' } })
    .commit({ message: 'x\n\nCo-authored-by: B <b@example.com>\n' })
    .tag('v1.0.0')
    .write()
  const path = clone(origin, '--filter=blob:none', '--bare')
  const { facts, report, releases } = await readAll(path)
  expect(report?.mailmapMissing).toBe(true)
  expect(facts.map((fact) => [fact.author, fact.coauthors])).toEqual([
    ['b@example.com', []],
    ['ada@example.com', ['b@example.com']],
  ])
  expect(releases).toHaveLength(1)

  lose(origin, origin.git('rev-parse', 'main:.mailmap'))
  expect((await readAll(origin.path)).report?.mailmapMissing).toBe(true)
})

test('a clone without trees is refused with the way out, and nothing is fetched', async () => {
  const origin = aRepository()
  for (let at = 0; at < 210; at++) origin.commit({ files: { [`f${at % 7}`]: `${at}` } })
  const path = clone(origin.write(), '--filter=tree:0', '--bare')
  const before = folderListing(path)
  await expect(readAll(path)).rejects.toMatchObject({
    code: 'invalid',
    hint: expect.stringContaining('blob:none'),
  })
  expect(folderListing(path)).toEqual(before)
})

test('a missing file content costs the renames of one commit only', async () => {
  const repository = aRepository()
    .commit({ as: 'one', files: { a: text('a'), b: text('b') } })
    .commit({ as: 'two', files: { a: null, c: `${text('a')}more\n` } })
    .commit({ renames: { b: 'd' }, files: { d: `${text('b')}more\n` } })
    .write()
  lose(repository, repository.git('rev-parse', 'main~2:a'))
  const { facts, report } = await readAll(repository.path)
  expect(facts.map((fact) => fact.changes.map((change) => change.status).sort())).toEqual([
    ['A', 'A'],
    ['A', 'D'],
    ['R'],
  ])
  expect(report).toEqual({
    unreadable: [],
    withoutRenames: [repository.hash('two')],
    renamesOff: false,
    mailmapMissing: false,
  })
})

test('a missing tree costs the files of the commits that need it, which are named; the others are right', async () => {
  const repository = aRepository()
    .commit({ files: { 'x/a': '1', 'y/b': '1' } })
    .commit({ files: { 'y/b': '2' } })
    .commit({ as: 'lost', files: { 'x/a': '2' } })
    .commit({ as: 'next', files: { 'x/a': '3' } })
    .commit({ files: { 'y/b': '3' } })
    .write()
  const tree = repository.git('rev-parse', `${repository.hash('lost')}:x`)
  lose(repository, tree)
  const { facts, report } = await readAll(repository.path)
  expect(facts.map((fact) => fact.changes.length)).toEqual([2, 1, 0, 0, 1])
  expect(report?.unreadable).toEqual([
    { commit: repository.hash('lost'), why: expect.stringContaining(tree) },
    { commit: repository.hash('next'), why: expect.stringContaining(tree) },
  ])
})

test('what could not be read is worth reading again only when its objects are all back', async () => {
  const content = { 'x/a': '2' }
  const repository = aRepository()
    .commit({ files: { 'x/a': '1' } })
    .commit({ as: 'lost', files: content })
    .commit({ as: 'next', files: { 'x/a': '3' } })
    .write()
  lose(repository, repository.git('rev-parse', `${repository.hash('lost')}:x`))
  const { repository: opened, report } = await readAll(repository.path)
  const unreadable = report?.unreadable.map(({ commit }) => commit) ?? []
  expect(unreadable).toEqual([repository.hash('lost'), repository.hash('next')])
  expect(await readableAgain(opened, unreadable)).toBe(false)
  expect(await readableAgain(opened, [...unreadable, 'f'.repeat(40)])).toBe(false)
  expect(await readableAgain(opened, [])).toBe(false)
  const back = repository.object('blob', content['x/a'])
  repository.object('tree', Buffer.concat([Buffer.from('100644 a\0'), Buffer.from(back, 'hex')]))
  expect(await readableAgain(opened, unreadable)).toBe(true)
})

test('many missing objects end in figures without renames, not in a hundred restarts', async () => {
  const repository = aRepository()
  for (let at = 0; at < 60; at++) {
    repository.commit({ files: { [`f${at}`]: text(`${at}`), ...(at > 0 && { [`f${at - 1}`]: null }) } })
  }
  repository.write()
  const blobs = repository.git('log', '--format=', '--no-abbrev', '--raw', '--no-renames', '--diff-filter=A')
  lose(repository, ...blobs.split('\n').map((line) => line.split(' ')[3] ?? ''))
  const { facts, report } = await readAll(repository.path)
  expect(facts.map((fact) => fact.changes.length)).toEqual([1, ...Array.from({ length: 59 }, () => 2)])
  expect(report).toMatchObject({ renamesOff: true, unreadable: [] })
})

test('a missing commit is refused by name, and so is a head that is missing', async () => {
  const repository = aRepository().commit({ as: 'one' }).commit({ as: 'two' }).commit().write()
  const lost = repository.hash('two')
  lose(repository, lost)
  await expect(readAll(repository.path)).rejects.toMatchObject({
    code: 'invalid',
    message: expect.stringContaining(lost),
    hint: expect.stringContaining('fsck'),
  })
  lose(repository, repository.hash('main'))
  await expect(readAll(repository.path)).rejects.toMatchObject({
    code: 'invalid',
    message: expect.stringContaining(repository.hash('main')),
  })
})

test('a repository that vanishes while it is read is refused as gone', async () => {
  const built = aRepository()
  for (let at = 0; at < 3000; at++) built.commit({ files: { [`f${at}`]: text(`${at}`) } })
  const repository = await openRepository(built.write().path)
  const { head } = await readState(repository)
  const reading = async () => {
    for await (const fact of readCommits(repository, { head: head ?? '', known: [], identityKey: String })) {
      if (fact.parents.length === 0) built.remove()
    }
    // Git may hold all files open that it needs and end well; then the next question finds that the repository has gone.
    await readState(repository)
  }
  await expect(reading()).rejects.toMatchObject({ code: 'not-found' })
})

test('a reading that is stopped halfway leaves no git behind and throws the reason', async () => {
  const built = aRepository()
  for (let at = 0; at < 3000; at++) built.commit({ files: { [`f${at}`]: text(`${at}`) } })
  const repository = await openRepository(built.write().path)
  const stop = new AbortController()
  const read: string[] = []
  const reading = async () => {
    const options = { head: built.hash('main'), known: [], identityKey: String, signal: stop.signal }
    for await (const fact of readCommits(repository, options)) {
      read.push(fact.hash)
      stop.abort(new Error('cancelled'))
    }
  }
  await expect(reading()).rejects.toThrow('cancelled')
  expect(read.length).toBeGreaterThan(0)
  expect(read.length).toBeLessThan(3000)
})

test('two readings at once tell the same, while a lock lies in the repository', async () => {
  const built = aRepository()
  for (let at = 0; at < 300; at++) built.commit({ files: { [`f${at}`]: `${at}` } })
  built.write().git('branch', 'other')
  for (const lock of ['index.lock', 'HEAD.lock', 'packed-refs.lock', 'config.lock', 'shallow.lock']) {
    writeFileSync(join(built.path, '.git', lock), '')
  }
  writeFileSync(join(built.path, '.git', 'index'), 'broken')
  const before = folderListing(built.path)
  const [one, two] = await Promise.all([readAll(built.path), readAll(built.path)])
  expect(one.facts).toHaveLength(300)
  expect(two.facts).toEqual(one.facts)
  expect(folderListing(built.path)).toEqual(before)
})

function clone(origin: TestRepository, ...options: string[]): string {
  const path = join(aFolder(), 'clone')
  origin.git('config', 'uploadpack.allowFilter', 'true')
  origin.git('clone', '-q', ...options, `file://${origin.path}`, path)
  return path
}

/** Removes objects from a repository, as a broken disk or an interrupted copy does. */
function lose(repository: TestRepository, ...hashes: string[]): void {
  repository.unpack()
  for (const hash of hashes) {
    rmSync(join(repository.path, '.git', 'objects', hash.slice(0, 2), hash.slice(2)), { force: true })
  }
}
