import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aFolder, aRepository, type TestRepository } from '../git/testing/a-repository.ts'
import { folderListing } from '../git/testing/folder-listing.ts'
import { type ScanOptions, scanRepository } from './scan-repository.ts'

const whole: ScanOptions = { asOf: null, weeks: 13, top: null, lines: true }

/** Two branches and their merge, a release, a rename and a package. */
function aTeam(options = {}): TestRepository {
  return aRepository(options)
    .commit({ as: 'first', files: { 'web/a.ts': 'one\n  two\n', 'api/package.json': '{"name":"api"}' } })
    .commit({ branch: 'topic', author: 'Bo <bo@example.com>', files: { 'api/b.ts': 'one\n' } })
    .commit({ files: { 'web/a.ts': 'one\n' } })
    .merge('topic')
    .tag('v1.0.0')
    .commit({ renames: { 'web/a.ts': 'web/c.ts' } })
    .write()
}

function aClone(...options: string[]): string {
  const origin = aTeam()
  const path = join(aFolder(), 'clone')
  origin.git('config', 'uploadpack.allowFilter', 'true')
  origin.git('clone', '-q', ...options, `file://${origin.path}`, path)
  return path
}

function withCommit(date: string): string {
  const repository = aTeam()
  const [tree, parent] = repository.git('rev-parse', 'main^{tree}', 'main').split('\n')
  const person = `A <a@example.com> ${date}`
  const commit = `tree ${tree}\nparent ${parent}\nauthor ${person}\ncommitter ${person}\n\nx\n`
  repository.git('update-ref', 'refs/heads/main', repository.object('commit', commit))
  return repository.path
}

const odd: Readonly<Record<string, () => string>> = {
  'an empty repository': () => aRepository().path,
  'one commit': () =>
    aRepository()
      .commit({ files: { a: '1\n' } })
      .write().path,
  'commits without files': () => aRepository().commit().commit().write().path,
  'a bare repository': () => aTeam({ bare: true }).path,
  'the SHA-256 object format': () => aTeam({ objectFormat: 'sha256' }).path,
  'a shallow clone': () => aClone('--depth=2'),
  'a bare shallow clone of one commit': () => aClone('--depth=1', '--bare'),
  'a linked worktree': () => {
    const path = join(aFolder(), 'worktree')
    aTeam().git('worktree', 'add', '-q', '--detach', path)
    return path
  },
  'an octopus': () => {
    const repository = aTeam()
    const sides = Array.from({ length: 20 }, (_, at) => `side-${at}`)
    for (const branch of sides) repository.commit({ branch, from: 'first', files: { [branch]: 'x\n' } })
    return repository.merge(sides).write().path
  },
  'a graft': () => {
    const repository = aTeam()
    mkdirSync(join(repository.path, '.git', 'info'), { recursive: true })
    const graft = `${repository.hash('main')} ${repository.hash('first')}\n`
    writeFileSync(join(repository.path, '.git', 'info', 'grafts'), graft)
    return repository.path
  },
  'a replaced commit': () => {
    const repository = aTeam()
    repository.git('replace', '--graft', repository.hash('main'), repository.hash('first'))
    return repository.path
  },
  'bots alone': () =>
    aRepository()
      .commit({ author: 'renovate[bot] <bot@example.com>', files: { a: '1\n' } })
      .write().path,
  'a mailmap that is a folder': () =>
    aRepository()
      .commit({ files: { '.mailmap/a': '1\n' } })
      .write().path,
  'references that are links': () => {
    const repository = aTeam()
    symlinkSync('main', join(repository.path, '.git', 'refs', 'heads', 'other'))
    return repository.path
  },
  'a commit of 1970': () => withCommit('0 +0000'),
  'a commit of 2038': () => withCommit('2147483648 -1400'),
  'a commit of the last day of the calendar': () => withCommit('8640000000000 +1400'),
  'a commit of a day that never comes': () => withCommit('99999999999999999999 +9999'),
}

test.each(Object.entries(odd))(
  '%s: a whole scan counts as git does, and writes nothing',
  async (_, build) => {
    const path = build()
    const before = folderListing(path)
    const { repository, measures } = await scanRepository(path, whole)
    expect(folderListing(path)).toEqual(before)
    expect(measures.filter(({ value, reason }) => value === null && !reason)).toEqual([])
    const counted = repository.head === null ? 0 : Number(gitIn(path, 'rev-list', '--count', 'HEAD'))
    expect(repository.commits).toBe(counted)
  },
)

test('a partial clone: a whole scan but for lines fetches and writes nothing, and lines are refused', async () => {
  const path = aClone('--filter=blob:none', '--bare')
  const before = folderListing(path)
  const { repository } = await scanRepository(path, { ...whole, lines: false })
  expect(repository).toMatchObject({ partial: true, commits: 5, releases: 1 })
  await expect(scanRepository(path, whole)).rejects.toThrow('is a partial clone')
  expect(folderListing(path)).toEqual(before)
})

function gitIn(path: string, ...args: string[]): string {
  return aRepository().git('-C', path, ...args)
}
