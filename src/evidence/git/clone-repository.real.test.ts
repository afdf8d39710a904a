import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { allowedSource, type RemoteSource } from './allowed-source.ts'
import { cloneRepository, removeUnfinishedClones } from './clone-repository.ts'
import { fetchRepository } from './fetch-repository.ts'
import { gitText } from './run-git.ts'
import type { TransferProgress } from './run-transport.ts'
import { aCertificate } from './testing/a-certificate.ts'
import { aGitServer, type GitServer } from './testing/a-git-server.ts'
import { aFolder, aRepository, type TestRepository } from './testing/a-repository.ts'

const servers: GitServer[] = []
afterEach(async () => {
  vi.unstubAllEnvs()
  await Promise.all(servers.splice(0).map((server) => server.close()))
})

async function serve(...args: Parameters<typeof aGitServer>): Promise<GitServer> {
  const server = await aGitServer(...args)
  servers.push(server)
  return server
}

const rules = { roots: [], privateAddresses: true, http: true }

/** The address of the repository on a server, looked at and allowed. */
async function remote(server: GitServer, path = 'repository'): Promise<RemoteSource> {
  const source = await allowedSource(`http://127.0.0.1:${server.port}/${path}`, rules)
  if (source.kind === 'folder') throw new Error('That is no address.')
  return source
}

const nameOf = (repository: TestRepository) => repository.path.slice(dirname(repository.path).length + 1)

async function served(repository: TestRepository, options: Parameters<typeof aGitServer>[1] = {}) {
  const server = await serve(dirname(repository.path), options)
  return { server, source: await remote(server, `${nameOf(repository)}/.git`) }
}

const aLargeRepository = () =>
  aRepository()
    .commit({ files: { a: randomBytes(900_000), b: randomBytes(900_000), c: randomBytes(900_000) } })
    .write()

test('a clone has all branches and tags, no hooks, and its progress is told', async () => {
  const repository = aRepository()
    .commit({ files: { a: 'x\n' } })
    .tag('v1')
    .commit({ branch: 'side/deep', files: { b: 'y\n' } })
    .write()
  const { source } = await served(repository)
  const folder = join(aFolder(), 'new', 'clone')
  const told: TransferProgress[] = []
  const clone = await cloneRepository(source, folder, { onProgress: (progress) => told.push(progress) })
  expect(clone).toMatchObject({ path: folder, bare: true, shallow: false, partial: false })
  expect(statSync(dirname(folder)).mode & 0o077).toBe(0)
  expect(await gitText(clone, ['for-each-ref', '--format=%(objectname) %(refname)'])).toBe(
    `${repository.git('for-each-ref', '--format=%(objectname) %(refname)')}\n`,
  )
  expect(existsSync(join(folder, 'hooks'))).toBe(false)
  expect(told.at(-1)).toMatchObject({ step: 'receiving' })
  expect(told.every(({ done, of }) => done <= of)).toBe(true)
  expect(readdirSync(dirname(folder))).toEqual(['clone'])
})

test('git connects to the address that was looked at, whatever the name leads to by then', async () => {
  const repository = aRepository().commit().write()
  const { server, source } = await served(repository)
  const url = source.url.replace('127.0.0.1', 'moved.invalid')
  const clone = await cloneRepository({ ...source, host: 'moved.invalid', url }, join(aFolder(), 'clone'))
  expect(await gitText(clone, ['rev-parse', 'main'])).toBe(`${repository.hash('main')}\n`)
  expect(server.asked.length).toBeGreaterThan(0)
})

test('over https the certificate is checked', async () => {
  const repository = aRepository().commit().write()
  const tls = aCertificate('git.invalid')
  const { server } = await served(repository, { tls })
  const certificates = join(aFolder(), 'certificates.pem')
  writeFileSync(certificates, tls.certificate)
  const source: RemoteSource = {
    kind: 'remote',
    transport: 'https',
    host: 'git.invalid',
    port: server.port,
    user: null,
    url: `https://git.invalid:${server.port}/${nameOf(repository)}/.git`,
    addresses: ['127.0.0.1'],
  }
  await expect(cloneRepository(source, join(aFolder(), 'clone'))).rejects.toThrow(/certificate/)
  const clone = await cloneRepository(source, join(aFolder(), 'clone'), { certificates })
  expect(await gitText(clone, ['rev-parse', 'main'])).toBe(`${repository.hash('main')}\n`)
})

test('over ssh the user’s own command is asked, and may ask nothing itself', async () => {
  const repository = aRepository().commit().write()
  const folder = aFolder()
  const ssh = join(folder, 'ssh')
  // Stands in for the other machine: runs what it is asked to run there.
  writeFileSync(ssh, `#!/bin/sh\necho "$@" >> ${folder}/said\nfor last; do :; done\nexec sh -c "$last"\n`)
  chmodSync(ssh, 0o700)
  vi.stubEnv('GIT_SSH_COMMAND', ssh)
  const source = await allowedSource(`git@127.0.0.1:${repository.path}`, rules)
  if (source.kind === 'folder') throw new Error('That is no address.')
  const clone = await cloneRepository(source, join(folder, 'clone'))
  expect(await gitText(clone, ['rev-parse', 'main'])).toBe(`${repository.hash('main')}\n`)
  expect(readFileSync(join(folder, 'said'), 'utf8')).toMatch(
    /-oBatchMode=yes.* git@127\.0\.0\.1 git-upload-pack/,
  )
})

test('over ssh the address is the one that was looked at, and the key that of the name', async () => {
  const repository = aRepository().commit().write()
  const folder = aFolder()
  const ssh = join(folder, 'ssh')
  writeFileSync(ssh, `#!/bin/sh\necho "$@" >> ${folder}/said\nfor last; do :; done\nexec sh -c "$last"\n`)
  chmodSync(ssh, 0o700)
  vi.stubEnv('GIT_SSH_COMMAND', ssh)
  const source: RemoteSource = {
    kind: 'remote',
    transport: 'ssh',
    host: 'git.invalid',
    port: null,
    user: 'git',
    url: `git@git.invalid:${repository.path}`,
    addresses: ['192.0.2.7', '192.0.2.8'],
  }
  const said = async (one: RemoteSource, name: string) => {
    await cloneRepository(one, join(folder, name))
    const words = readFileSync(join(folder, 'said'), 'utf8')
    rmSync(join(folder, 'said'))
    return words
  }
  expect(await said(source, 'one')).toMatch(
    /-oHostName=192\.0\.2\.7 -oHostKeyAlias=git\.invalid .*git@git\.invalid /,
  )
  expect(await said({ ...source, hostKey: '[git.invalid]:2222' }, 'two')).toContain(
    ' -oHostKeyAlias=[git.invalid]:2222 ',
  )
  expect(await said({ ...source, addresses: [] }, 'proxied')).not.toContain('HostName')
})

test('a redirect is not followed', async () => {
  const repository = aRepository().commit().write()
  const { server: inner } = await served(repository)
  const outer = await serve('', {
    answer: (request, response) => {
      response.writeHead(302, { location: `http://127.0.0.1:${inner.port}${request.url}` }).end()
    },
  })
  const source = await remote(outer, `${nameOf(repository)}/.git`)
  await expect(cloneRepository(source, join(aFolder(), 'clone'))).rejects.toMatchObject({
    code: 'forbidden',
    message: `${source.url} redirects to another address, which is not followed.`,
  })
  expect(inner.asked).toEqual([])
})

test('a server that never answers is given up after the time limit, and nothing goes on waiting', async () => {
  const server = await serve('', { answer: () => {} })
  const parent = aFolder()
  const cloning = cloneRepository(await remote(server), join(parent, 'clone'), { timeLimit: 1000 })
  await expect(cloning).rejects.toMatchObject({ code: 'too-much' })
  await server.left
  expect(readdirSync(parent)).toEqual([])
})

test('a server that dies midway leaves nothing behind', async () => {
  const { source, server } = await served(aLargeRepository(), { diesAfter: 500_000 })
  const parent = aFolder()
  await expect(cloneRepository(source, join(parent, 'clone'))).rejects.toMatchObject({ code: 'invalid' })
  expect(server.asked.some((path) => path.endsWith('git-upload-pack'))).toBe(true)
  expect(readdirSync(parent)).toEqual([])
})

test('what is too large is refused and leaves nothing behind', async () => {
  const { source } = await served(aLargeRepository())
  const parent = aFolder()
  await expect(
    cloneRepository(source, join(parent, 'clone'), { sizeLimit: 1_000_000 }),
  ).rejects.toMatchObject({
    code: 'too-much',
  })
  expect(readdirSync(parent)).toEqual([])
})

test('an aborted clone stops with the reason it was given and leaves nothing behind', async () => {
  const stop = new AbortController()
  const server = await serve('', { answer: () => stop.abort(new Error('enough')) })
  const parent = aFolder()
  const cloning = cloneRepository(await remote(server), join(parent, 'clone'), { signal: stop.signal })
  await expect(cloning).rejects.toThrow('enough')
  await server.left
  expect(readdirSync(parent)).toEqual([])
})

test('who wants credentials is not answered with a question, and what is not there is told', async () => {
  const closed = await serve('', {
    answer: (_request, response) => {
      response.writeHead(401, { 'www-authenticate': 'Basic realm="x"' }).end()
    },
  })
  await expect(cloneRepository(await remote(closed), join(aFolder(), 'clone'))).rejects.toMatchObject({
    code: 'forbidden',
  })
  const empty = await serve(aFolder())
  await expect(cloneRepository(await remote(empty), join(aFolder(), 'clone'))).rejects.toMatchObject({
    code: 'not-found',
  })
})

test('a folder that is there already is left as it is', async () => {
  const { source, server } = await served(aRepository().commit().write())
  const folder = aFolder()
  await expect(cloneRepository(source, folder)).rejects.toMatchObject({ code: 'conflict' })
  expect(server.asked).toEqual([])
})

test('what a killed program left of a clone can be cleared away', async () => {
  const parent = aFolder()
  mkdirSync(join(parent, '.unfinished-clone-1', 'objects'), { recursive: true })
  mkdirSync(join(parent, 'clone'))
  await removeUnfinishedClones(parent)
  expect(readdirSync(parent)).toEqual(['clone'])
})

test('fetching brings new, moved and rewritten references, and takes away those that went', async () => {
  const repository = aRepository()
    .commit({ as: 'one' })
    .commit({ branch: 'gone' })
    .commit({ branch: 'moved' })
    .tag('v1')
    .write()
  const { source } = await served(repository)
  const clone = await cloneRepository(source, join(aFolder(), 'clone'))
  repository.commit({ from: 'one', as: 'again' }).commit({ branch: 'new' }).write()
  repository.git('branch', '-D', 'gone')
  repository.git('update-ref', 'refs/heads/moved', repository.hash('one'))
  repository.git('tag', '-f', '-m', 'again', 'v1', repository.hash('again'))
  await fetchRepository(clone, source)
  expect(await gitText(clone, ['for-each-ref', '--format=%(objectname) %(refname)'])).toBe(
    `${repository.git('for-each-ref', '--format=%(objectname) %(refname)')}\n`,
  )
})

test('fetching follows the default branch when it changes its name', async () => {
  const repository = aRepository().commit({ as: 'one' }).write()
  const { source } = await served(repository)
  const clone = await cloneRepository(source, join(aFolder(), 'clone'))
  repository.git('branch', '-m', 'main', 'trunk')
  await fetchRepository(clone, source)
  expect(await gitText(clone, ['rev-parse', '--symbolic-full-name', 'HEAD'])).toBe('refs/heads/trunk\n')
  expect(await gitText(clone, ['rev-parse', 'HEAD'])).toBe(`${repository.hash('one')}\n`)
})

test('a fetch that fails changes nothing', async () => {
  const repository = aLargeRepository()
  const { source, server } = await served(repository)
  const clone = await cloneRepository(source, join(aFolder(), 'clone'))
  const before = await gitText(clone, ['for-each-ref'])
  repository.commit({ files: { z: randomBytes(900_000) } }).write()
  await server.close()
  servers.splice(servers.indexOf(server), 1)
  await expect(fetchRepository(clone, source)).rejects.toMatchObject({ code: 'invalid' })
  const dying = await served(repository, { diesAfter: 100_000 })
  await expect(fetchRepository(clone, dying.source)).rejects.toMatchObject({ code: 'invalid' })
  expect(await gitText(clone, ['for-each-ref'])).toBe(before)
})

test('what many fetches brought is packed together', async () => {
  const repository = aRepository().commit().write()
  const { source } = await served(repository)
  const clone = await cloneRepository(source, join(aFolder(), 'clone'))
  // Each fetch keeps a pack of its own, and two are too many.
  for (const [name, value] of [
    ['fetch.unpackLimit', '1'],
    ['gc.autoPackLimit', '1'],
  ] as const) {
    await gitText(clone, ['config', name, value])
  }
  for (let at = 0; at < 2; at++) {
    repository.commit({ files: { a: `${at}\n` } }).write()
    await fetchRepository(clone, source)
  }
  const packs = readdirSync(join(clone.gitDir, 'objects', 'pack')).filter((name) => name.endsWith('.pack'))
  expect(packs).toHaveLength(1)
  expect(await gitText(clone, ['rev-parse', 'main'])).toBe(`${repository.hash('main')}\n`)
})
