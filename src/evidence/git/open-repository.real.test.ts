import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { openRepository } from './open-repository.ts'
import { aFolder, aRepository } from './testing/a-repository.ts'
import { readAll } from './testing/read-all.ts'

test('a repository is found from its top, from a folder inside and through a link', async () => {
  const repository = aRepository().commit().write()
  mkdirSync(join(repository.path, 'deep', 'down'), { recursive: true })
  const link = join(aFolder(), 'link')
  symlinkSync(repository.path, link)
  for (const path of [
    repository.path,
    join(repository.path, 'deep', 'down'),
    join(repository.path, '.git'),
    link,
  ]) {
    expect(await openRepository(path)).toMatchObject({
      path,
      gitDir: join(repository.path, '.git'),
      name: basename(repository.path),
      bare: false,
      objectFormat: 'sha1',
      shallow: false,
      partial: false,
    })
  }
})

test('a repository whose HEAD is a link, as old ones have it, is read though its references are packed', async () => {
  const repository = aRepository().commit().write()
  repository.git('pack-refs', '--all')
  rmSync(join(repository.path, '.git', 'HEAD'))
  symlinkSync('refs/heads/main', join(repository.path, '.git', 'HEAD'))
  expect((await readAll(repository.path)).facts).toHaveLength(1)
})

test('a bare repository is named without its ending', async () => {
  const origin = aRepository().commit().write()
  const path = join(aFolder(), 'shop.git')
  origin.git('clone', '-q', '--bare', origin.path, path)
  expect(await openRepository(path)).toMatchObject({ name: 'shop', gitDir: path, bare: true })
  expect((await readAll(path)).facts).toHaveLength(1)
})

test('a linked worktree is read at its own head, with the tags of the whole repository', async () => {
  const repository = aRepository()
    .commit({ as: 'one' })
    .tag('v1.0.0')
    .commit({ files: { a: '1' } })
    .write()
  const path = join(aFolder(), 'worktree')
  repository.git('worktree', 'add', '-q', '-b', 'other', path, repository.hash('one'))
  const { state, facts, releases, repository: opened } = await readAll(path)
  expect(opened).toMatchObject({ bare: false, commonDir: join(repository.path, '.git'), name: 'worktree' })
  expect(state).toMatchObject({ head: repository.hash('one'), branch: 'other' })
  expect([facts.length, releases.length]).toEqual([1, 1])
})

test('a submodule is a repository of its own', async () => {
  const library = aRepository().commit().commit().write()
  const repository = aRepository().commit().write()
  repository.git('-c', 'protocol.file.allow=always', 'submodule', 'add', '-q', library.path, 'lib')
  const { repository: opened, facts, state } = await readAll(join(repository.path, 'lib'))
  expect(opened).toMatchObject({
    name: 'lib',
    gitDir: join(repository.path, '.git', 'modules', 'lib'),
    bare: false,
  })
  expect(facts).toHaveLength(2)
  expect(state.head).toBe(library.hash('main'))
  expect((await readAll(repository.path)).facts).toHaveLength(1)
})

test('what is not there, and what is no repository, is refused by name', async () => {
  const folder = aFolder()
  await expect(openRepository(join(folder, 'nowhere'))).rejects.toMatchObject({
    code: 'not-found',
    message: `There is no folder ${join(folder, 'nowhere')}.`,
  })
  await expect(openRepository(folder)).rejects.toMatchObject({
    code: 'not-found',
    message: `There is no git repository at ${folder}.`,
  })
  mkdirSync(join(folder, 'HEAD'))
  await expect(openRepository(folder)).rejects.toMatchObject({ code: 'not-found' })
  writeFileSync(join(folder, 'file'), '')
  await expect(openRepository(join(folder, 'file'))).rejects.toMatchObject({ code: 'not-found' })
  writeFileSync(join(folder, '.git'), 'gitdir: ../gone\n')
  await expect(openRepository(folder)).rejects.toMatchObject({
    code: 'not-found',
    message: expect.stringContaining('../gone, which is not there'),
  })
})

test('a repository in a form that git does not read is refused with git’s own words', async () => {
  const repository = aRepository().commit().write()
  repository.git('config', 'core.repositoryFormatVersion', '99')
  await expect(openRepository(repository.path)).rejects.toMatchObject({
    code: 'invalid',
    message: expect.stringContaining('99'),
  })
})

test.runIf(process.getuid?.() === 0)('a repository that belongs to somebody else may be read', async () => {
  const repository = aRepository().commit().tag('v1.0.0').write()
  execFileSync('chown', ['-R', '12345:12345', repository.path])
  const { facts, releases } = await readAll(repository.path)
  expect([facts.length, releases.length]).toEqual([1, 1])
})

test.runIf(process.getuid?.() === 0)('a folder this user must not read is refused as such', async () => {
  const repository = aRepository().commit().write()
  chmodSync(join(repository.path, '..'), 0o755)
  chmodSync(repository.path, 0o700)
  const nobody = 65_534
  process.seteuid?.(nobody)
  try {
    await expect(openRepository(repository.path)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(openRepository(join(repository.path, 'inside'))).rejects.toMatchObject({ code: 'forbidden' })
  } finally {
    process.seteuid?.(0)
  }
})

test.runIf(process.getuid?.() === 0).each(['HEAD', 'objects', 'refs'])(
  'a repository whose %s this user must not read is refused as such',
  async (name) => {
    const repository = aRepository().commit().write()
    chmodSync(join(repository.path, '..'), 0o711)
    chmodSync(repository.path, 0o755)
    chmodSync(join(repository.path, '.git', name), 0)
    process.seteuid?.(54_321)
    try {
      await expect(openRepository(repository.path)).rejects.toMatchObject({ code: 'forbidden' })
    } finally {
      process.seteuid?.(0)
    }
  },
)
