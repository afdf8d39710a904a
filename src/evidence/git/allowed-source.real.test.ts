import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { allowedSource, ownRoots } from './allowed-source.ts'
import { aFolder, aRepository } from './testing/a-repository.ts'

test('a repository inside a root is allowed, named straight or through a link', async () => {
  const repository = aRepository().commit().write()
  const root = aFolder()
  const link = join(root, 'link')
  symlinkSync(repository.path, link)
  expect(await allowedSource(repository.path, { roots: [repository.path] })).toMatchObject({
    kind: 'folder',
    path: repository.path,
    repository: { gitDir: join(repository.path, '.git') },
  })
  expect(await allowedSource(link, { roots: [root, repository.path] })).toMatchObject({
    path: repository.path,
  })
})

test('a root may itself be a link', async () => {
  const repository = aRepository().commit().write()
  const link = join(aFolder(), 'root')
  symlinkSync(repository.path, link)
  expect(await allowedSource(link, { roots: [link] })).toMatchObject({ path: repository.path })
})

test('outside the roots nothing is told, not even what is there', async () => {
  const repository = aRepository().commit().write()
  const root = aFolder()
  const rules = { roots: [root] }
  for (const path of [
    repository.path,
    '/etc',
    '/no/such/folder',
    join(root, '..'),
    `${root}-2`,
    `${root}/../x`,
  ]) {
    await expect(allowedSource(path, rules)).rejects.toMatchObject({ code: 'forbidden' })
  }
})

test('a link, a .git link, a .git file and a worktree that lead out of the roots are refused', async () => {
  const repository = aRepository().commit().write()
  const root = aFolder()
  const rules = { roots: [root] }
  symlinkSync(repository.path, join(root, 'link'))
  mkdirSync(join(root, 'linked'))
  symlinkSync(join(repository.path, '.git'), join(root, 'linked', '.git'))
  mkdirSync(join(root, 'file'))
  writeFileSync(join(root, 'file', '.git'), `gitdir: ${repository.path}/.git\n`)
  repository.git('worktree', 'add', '-q', '-b', 'other', join(root, 'tree'))
  for (const name of ['link', 'linked', 'file', 'tree']) {
    await expect(allowedSource(join(root, name), rules)).rejects.toMatchObject({ code: 'forbidden' })
  }
})

test('a folder inside a repository that is larger than the root is refused', async () => {
  const repository = aRepository().commit().write()
  const inner = join(repository.path, 'inner')
  mkdirSync(inner)
  await expect(allowedSource(inner, { roots: [inner] })).rejects.toMatchObject({ code: 'forbidden' })
})

test('inside the roots it is told what is missing', async () => {
  const root = aFolder()
  await expect(allowedSource(join(root, 'none'), { roots: [root] })).rejects.toMatchObject({
    code: 'not-found',
  })
  await expect(allowedSource(root, { roots: [root] })).rejects.toMatchObject({ code: 'not-found' })
})

test('the own roots are the home folder, the current one and the one named at start', () => {
  expect(ownRoots('/srv')).toEqual([homedir(), process.cwd(), '/srv'])
})

test.each([
  'https://127.0.0.1/a',
  'https://2130706433/a',
  'https://[::ffff:169.254.169.254]/latest',
  'https://localhost/a',
  'https://10.0.0.1:8443/a',
  'ssh://git@127.0.0.1/a',
  'git@localhost:a',
  'git@0x7f.1:a',
  'git@[::1]:a',
])('%s is a host of the own network, and refused unless that is allowed', async (given) => {
  await expect(allowedSource(given, { roots: [] })).rejects.toMatchObject({ code: 'forbidden' })
  const allowed = await allowedSource(given, { roots: [], privateAddresses: true })
  expect(allowed).toMatchObject({ kind: 'remote' })
  expect(allowed.kind === 'remote' && allowed.addresses.length).toBeGreaterThan(0)
})

test('an address of the internet is allowed, and told with what was looked at', async () => {
  expect(await allowedSource('https://1.1.1.1/a', { roots: [] })).toMatchObject({ addresses: ['1.1.1.1'] })
})

test('an unencrypted address is refused unless that is allowed', async () => {
  await expect(allowedSource('http://1.1.1.1/a', { roots: [] })).rejects.toMatchObject({ code: 'forbidden' })
  expect(await allowedSource('http://1.1.1.1/a', { roots: [], http: true })).toMatchObject({
    transport: 'http',
  })
})

test('a host that nobody knows is not found', async () => {
  await expect(allowedSource('https://no-such-host.invalid/a', { roots: [] })).rejects.toMatchObject({
    code: 'not-found',
  })
})

test.each([
  ['ssh://git@127.0.0.1/a', '127.0.0.1'],
  ['ssh://git@127.0.0.1:2222/a', '[127.0.0.1]:2222'],
])('%s keeps the name %s, under which ssh knows its key', async (address, hostKey) => {
  expect(await allowedSource(address, { roots: [], privateAddresses: true })).toMatchObject({ hostKey })
})
