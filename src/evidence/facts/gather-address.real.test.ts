import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { perform } from '#kernel'
import { aCertificate } from '../git/testing/a-certificate.ts'
import { aGitServer, type GitServer } from '../git/testing/a-git-server.ts'
import { aFolder, aRepository } from '../git/testing/a-repository.ts'
import { addRepository } from '../operations/add-repository.ts'
import { vetSource } from '../operations/vet-source.ts'
import { aGathering, owner } from './testing/a-gathering.ts'

const repository = aRepository()
  .commit({ files: { 'a.ts': 'one\n' } })
  .tag('v1.0.0')
  .write()
let server: GitServer
let gathering: Awaited<ReturnType<typeof aGathering>>

beforeAll(async () => {
  const certificate = aCertificate('localhost')
  const home = aFolder()
  writeFileSync(join(home, 'certificate.pem'), certificate.certificate)
  writeFileSync(join(home, '.gitconfig'), `[http]\n\tsslCAInfo = ${join(home, 'certificate.pem')}\n`)
  // Git's own configuration of whoever runs the program says which certificates it trusts.
  vi.stubEnv('HOME', home)
  server = await aGitServer(dirname(repository.path), { tls: certificate })
  gathering = await aGathering('pglite', { allowPrivateHosts: true })
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await gathering.close()
  await server.close()
})

const address = () => `https://localhost:${server.port}/${basename(repository.path)}/.git`

test('a repository that is added by its address is cloned, read, and fetched from with every scan', async () => {
  const source = await vetSource(gathering.kernel, { source: address() })
  const { id } = await perform(gathering.kernel, addRepository, owner, source)
  const known = await gathering.until(id, ({ scan }) => scan.phase === 'done' || scan.phase === 'failed')
  expect(known).toMatchObject({ commits: 1, releases: 1, scan: { error: null } })
  expect(existsSync(join(gathering.clones, `${id}.git`, 'HEAD'))).toBe(true)

  repository.commit({ files: { 'a.ts': 'two\n' } }).write()
  await gathering.scan(id)
  await gathering.until(id, ({ scan, commits }) => scan.phase === 'done' && commits === 2)
})

test('an address whose server has no such repository fails in words, and leaves no clone behind', async () => {
  const source = await vetSource(gathering.kernel, { source: address().replace('.git', 'nothing.git') })
  const before = readdirSync(gathering.clones)
  const { id } = await perform(gathering.kernel, addRepository, owner, source)
  const known = await gathering.until(id, ({ scan }) => scan.phase === 'failed')
  expect(known.scan.error?.message).toContain('localhost')
  expect(known.commits).toBe(0)
  expect(readdirSync(gathering.clones)).toEqual(before)
})

test('nothing of this was a bug', () => {
  expect(gathering.bugs).toEqual([])
})
