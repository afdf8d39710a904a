import { writeFileSync } from 'node:fs'
import { afterEach, expect, test, vi } from 'vitest'
import { openRepository } from './open-repository.ts'
import { readState } from './read-state.ts'
import { readReleases } from './read-releases.ts'
import { aRepository } from './testing/a-repository.ts'
import { countingGit } from './testing/counting-git.ts'
import { readAll } from './testing/read-all.ts'

afterEach(() => vi.unstubAllEnvs())

async function stateOf(repository: ReturnType<typeof aRepository>) {
  return readState(await openRepository(repository.path))
}

test('a branch with slashes, a detached head and a head on nothing are told apart', async () => {
  const repository = aRepository().commit().write()
  expect(await stateOf(repository)).toMatchObject({
    head: repository.hash('main'),
    branch: 'main',
    boundary: [],
  })
  repository.git('checkout', '-q', '-b', 'feature/one')
  expect(await stateOf(repository)).toMatchObject({ branch: 'feature/one' })
  repository.git('checkout', '-q', '--detach')
  expect(await stateOf(repository)).toMatchObject({ head: repository.hash('main'), branch: null })
  repository.git('symbolic-ref', 'HEAD', 'refs/heads/unborn')
  expect(await stateOf(repository)).toMatchObject({ head: null, branch: 'unborn' })
})

test('a head that names no commit is refused', async () => {
  const repository = aRepository()
    .commit({ files: { a: '1' } })
    .write()
  repository.git('update-ref', '--no-deref', 'HEAD', repository.git('rev-parse', 'main'))
  writeFileSync(`${repository.path}/.git/HEAD`, `${repository.git('rev-parse', 'main:a')}\n`)
  await expect(stateOf(repository)).rejects.toMatchObject({ code: 'invalid' })
})

test('each key changes with what it stands for, and with nothing else', async () => {
  const repository = aRepository()
    .commit({ as: 'one' })
    .commit({ files: { a: '1' } })
    .write()
  const first = await stateOf(repository)
  repository.commit({ files: { a: '2' } }).write()
  const committed = await stateOf(repository)
  expect([committed.rereadKey, committed.refsKey]).toEqual([first.rereadKey, first.refsKey])

  repository.tag('v1.0.0').write()
  const tagged = await stateOf(repository)
  expect(tagged.rereadKey).toBe(first.rereadKey)
  expect(tagged.refsKey).not.toBe(first.refsKey)

  repository.commit({ files: { '.mailmap': 'Ada <a@b.c>\n' } }).write()
  const mapped = await stateOf(repository)
  expect(mapped.rereadKey).not.toBe(first.rereadKey)
  repository.git('replace', repository.hash('main'), repository.hash('one'))
  expect((await stateOf(repository)).rereadKey).not.toBe(mapped.rereadKey)
})

test('opening a repository, its state and its releases cost few processes', async () => {
  const repository = aRepository()
    .commit({ files: { '.mailmap': 'Ada <a@b.c>\n' } })
    .tag('v1.0.0')
    .tag('v1.0.1', { light: true })
    .write()
  const git = countingGit()
  vi.stubEnv('PATH', git.path)
  const opened = await openRepository(repository.path)
  expect(git.count()).toBeLessThanOrEqual(2)
  await readState(opened)
  expect(git.count()).toBe(3)
  await readReleases(opened)
  expect(git.count()).toBe(1)
  await readAll(repository.path)
  const without = git.count()
  repository.commit({ message: 'x\n\nCo-authored-by: Bo <bo@example.com>\n' }).write()
  await readAll(repository.path)
  // One more, for the names in trailers.
  expect(git.count()).toBe(without + 1)
})
