import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { countHistory } from '#evidence/history/count-history.ts'
import { openRepository } from './open-repository.ts'
import { readCommits } from './read-commits.ts'
import { aRepository } from './testing/a-repository.ts'
import { readAll } from './testing/read-all.ts'

test('a commit is told with its people, times, kind and files', async () => {
  const repository = aRepository()
    .commit({ files: { 'old name.ts': 'a\nb\nc\nd\n', 'gone.ts': 'x\n' } })
    .commit({
      author: 'Bo Öh <Bo@Example.com>',
      committer: 'Ada <ada@example.com>',
      at: '2026-01-06T10:00:00Z',
      committedAt: '2026-01-07T10:00:00Z',
      offset: '-0330',
      renames: { 'old name.ts': 'new name.ts' },
      files: { 'gone.ts': null, 'made.ts': { mode: '120000', content: 'new name.ts' } },
      message: 'feat(api)!: say hello\n\nCo-authored-by: Cid <cid@example.com>\n',
    })
    .write()
  const { facts } = await readAll(repository.path)
  expect(facts[1]).toEqual({
    hash: repository.hash('main'),
    parents: [repository.git('rev-parse', 'main^')],
    author: 'bo@example.com',
    coauthors: ['cid@example.com'],
    bot: false,
    assisted: false,
    authoredAt: Date.parse('2026-01-06T10:00:00Z'),
    authorOffset: -210,
    committedAt: Date.parse('2026-01-07T10:00:00Z'),
    subject: 'feat(api)!: say hello',
    kind: 'feat',
    reverts: [],
    recordKeys: [],
    trailerKeys: [],
    changes: [
      { status: 'D', path: 'gone.ts' },
      { status: 'A', path: 'made.ts' },
      { status: 'R', path: 'new name.ts', from: 'old name.ts' },
    ],
  })
})

test('an empty repository has a state without a head, and nothing else', async () => {
  const { state, facts, releases, history } = await readAll(aRepository().path)
  expect(state).toMatchObject({ head: null, branch: 'main' })
  expect({ facts, releases, length: history.length }).toEqual({ facts: [], releases: [], length: 0 })
})

test('a history of one commit is read whole', async () => {
  const { facts, history } = await readAll(
    aRepository()
      .commit({ files: { a: '1' } })
      .write().path,
  )
  expect(facts).toHaveLength(1)
  expect(history.delivered).toEqual(Int32Array.of(0))
})

test('octopus and criss-cross merges, several roots and empty commits are counted as git counts them', async () => {
  const repository = aRepository()
    .commit({ as: 'start', files: { a: '1' } })
    .commit({ branch: 'x', files: { x: '1' } })
    .commit({ branch: 'y', from: 'start', files: { y: '1' } })
    .merge('y', { branch: 'x', as: 'xy', parents: ['x'] })
    .merge('x', { branch: 'y', parents: ['y'] })
    .commit({ branch: 'other', root: true, files: { o: '1' } })
    .merge(['x', 'y', 'other'])
    .commit()
    .write()
  const { facts, history } = await readAll(repository.path)
  expect(history.length).toBe(Number(repository.git('rev-list', '--count', 'HEAD')))
  expect(facts.map((fact) => fact.parents.length).sort((a, b) => a - b)).toEqual([0, 0, 1, 1, 1, 2, 2, 4])
  expect(facts.filter((fact) => fact.parents.length > 1).flatMap((fact) => fact.changes)).toEqual([])
})

test('submodules are no files, also where one takes the place of a file', async () => {
  const one = { mode: '160000', content: 'a'.repeat(40) } as const
  const two = { mode: '160000', content: 'b'.repeat(40) } as const
  const repository = aRepository()
    .commit({ files: { lib: one, moving: one, swap: 'file', a: '1' } })
    .commit({ files: { lib: two, moving: null, moved: one, swap: two } })
    .commit({ files: { lib: null, swap: 'file again' } })
    .write()
  const { facts, tree } = await readAll(repository.path)
  expect(facts.map((fact) => fact.changes)).toEqual([
    [
      { status: 'A', path: 'a' },
      { status: 'A', path: 'swap' },
    ],
    [{ status: 'D', path: 'swap' }],
    [{ status: 'A', path: 'swap' }],
  ])
  expect(tree.map((file) => file.path)).toEqual(['a', 'swap'])
})

test('the mailmap of the head holds for authors and trailers, with cycles, comments and nonsense in it', async () => {
  const repository = aRepository()
    .commit({
      author: 'Bo <bo@home.example>',
      message: 'One\n\nCo-Authored-By: cid\u2028 <CID@home.example>\nCo-authored-by: <bare@example.com>\n',
      files: {
        '.mailmap': [
          '# people',
          'Bo <bo@work.example> <bo@home.example>',
          'Cid Dee <cid@work.example> <cid@home.example> # moved',
          '<a@cycle.example> <b@cycle.example>',
          '<b@cycle.example> <a@cycle.example>',
          'nonsense without an address',
          '<<>>',
        ].join('\n'),
      },
    })
    .commit({ author: 'A <a@cycle.example>' })
    .commit({ author: 'B <b@cycle.example>' })
    .write()
  const { facts } = await readAll(repository.path)
  expect(facts.map((fact) => [fact.author, fact.coauthors])).toEqual([
    ['bo@work.example', ['cid@work.example', 'bare@example.com']],
    ['b@cycle.example', []],
    ['a@cycle.example', []],
  ])
})

test('one commit that a program made under the address of a person makes no bot of the person', async () => {
  const repository = aRepository()
  for (let at = 0; at < 8; at++) repository.commit({ author: 'Alice <alice@corp.example>' })
  repository.commit({ author: 'github-actions <alice@corp.example>' }).write()
  const { history } = await readAll(repository.path)
  expect(countHistory(history)).toMatchObject({ people: 1, bots: 1 })
})

test('a history of bots alone has people none of whom is human', async () => {
  const repository = aRepository()
    .commit({ author: 'dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>' })
    .commit({ author: 'Renovate Bot <bot@renovateapp.com>' })
    .write()
  const { history } = await readAll(repository.path)
  expect([...history.botPerson]).toEqual([1, 1])
})

test('replaced and grafted commits are read as git shows them', async () => {
  const repository = aRepository()
    .commit({ as: 'one', files: { a: '1' } })
    .commit({ as: 'two', files: { b: '1' } })
    .commit({ as: 'three', files: { c: '1' } })
    .write()
  const before = await readAll(repository.path)
  repository.git('replace', '--graft', repository.hash('three'), repository.hash('one'))
  const replaced = await readAll(repository.path)
  expect(replaced.facts.map((fact) => fact.hash)).toEqual([repository.hash('one'), repository.hash('three')])
  expect(replaced.history.length).toBe(Number(repository.git('rev-list', '--count', 'HEAD')))
  expect(replaced.state.rereadKey).not.toBe(before.state.rereadKey)
})

test('the old file of grafts is honoured, too', async () => {
  const repository = aRepository().commit({ as: 'one' }).commit().commit({ as: 'three' }).write()
  const before = await readAll(repository.path)
  writeFileSync(
    join(repository.path, '.git', 'info', 'grafts'),
    `${repository.hash('three')} ${repository.hash('one')}\n`,
  )
  const grafted = await readAll(repository.path)
  expect(grafted.history.length).toBe(2)
  expect(grafted.state.rereadKey).not.toBe(before.state.rereadKey)
})

test('a repository of the SHA-256 object format is read like any other', async () => {
  const repository = aRepository({ objectFormat: 'sha256' })
    .commit({ files: { a: '1\n2\n3\n' } })
    .commit({ renames: { a: 'b' }, message: 'Move' })
    .tag('v1.0.0')
    .write()
  const { facts, releases, repository: opened } = await readAll(repository.path)
  expect(opened.objectFormat).toBe('sha256')
  expect(facts[1]?.changes).toEqual([{ status: 'R', path: 'b', from: 'a' }])
  expect(releases).toEqual([{ tag: 'v1.0.0', commit: facts[1]?.hash, taggedAt: expect.any(Number) }])
})

test('the configuration of a repository does not change what is read', async () => {
  const repository = aRepository()
    .commit({ files: { 'ä/b': '1\n2\n3\n', 'ä/z': '4' } })
    .commit({ renames: { 'ä/b': 'ä/c' }, message: Buffer.from('Größe') })
    .write()
  const before = await readAll(repository.path)
  const settings = {
    'log.showRoot': 'false',
    'diff.renames': 'false',
    'diff.relative': 'true',
    'diff.orderFile': '/nowhere',
    'diff.noprefix': 'true',
    'log.date': 'relative',
    'log.follow': 'true',
    'log.diffMerges': 'separate',
    'log.decorate': 'full',
    'format.pretty': 'fuller',
    'i18n.logOutputEncoding': 'ISO-8859-1',
    'color.ui': 'always',
    'core.abbrev': '4',
    'core.bare': 'true',
    'core.worktree': '/',
  }
  for (const [name, value] of Object.entries(settings)) repository.git('config', name, value)
  expect((await readAll(repository.path)).facts).toEqual(before.facts)
})

test('what is known already is left out, and a tip that has gone does not matter', async () => {
  const built = aRepository().commit().commit({ as: 'known' }).commit().write()
  const repository = await openRepository(built.path)
  const known = [built.hash('known'), 'f'.repeat(40)]
  const read = await Array.fromAsync(
    readCommits(repository, { head: built.hash('main'), known, identityKey: String }),
  )
  expect(read.map((fact) => fact.hash)).toEqual([built.hash('main')])
})

test('what is no full hash is refused before git sees it', async () => {
  const repository = await openRepository(aRepository().commit().write().path)
  const read = (head: string) => readCommits(repository, { head, known: [], identityKey: String })
  expect(() => read('--output=/tmp/x')).toThrow('not the full hash')
  expect(() => read('HEAD')).toThrow('not the full hash')
  await expect(Array.fromAsync(read('f'.repeat(40)))).rejects.toMatchObject({ code: 'invalid' })
})
