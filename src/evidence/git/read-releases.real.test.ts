import { appendFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openRepository } from './open-repository.ts'
import { joinReleases, readReleases } from './read-releases.ts'
import { aRepository } from './testing/a-repository.ts'
import { readAll } from './testing/read-all.ts'

const at = (iso: string) => Date.parse(iso)

test('annotated, light and nested tags lead to their commits, with the tagger of the outermost', async () => {
  const repository = aRepository()
    .commit({ as: 'one' })
    .tag('v1.0.0', { at: '2026-02-01T00:00:00Z' })
    .commit({ as: 'two' })
    .tag('v2.0.0', { light: true })
    .write()
  const inner = repository.git('rev-parse', 'v1.0.0')
  const tagger = 'tagger Bo <bo@example.com> 1772323200 +0100'
  const nested = repository.object('tag', `object ${inner}\ntype tag\ntag v1.0.1\n${tagger}\n\n> 1 +0000\n`)
  repository.git('update-ref', 'refs/tags/v1.0.1', nested)
  expect(await readReleases(await openRepository(repository.path))).toEqual([
    { tag: 'v1.0.0', commit: repository.hash('one'), taggedAt: at('2026-02-01T00:00:00Z') },
    { tag: 'v1.0.1', commit: repository.hash('one'), taggedAt: at('2026-03-01T00:00:00Z') },
    { tag: 'v2.0.0', commit: repository.hash('two'), taggedAt: null },
  ])
})

test('tags on blobs or trees, broken tags and other names are passed over, and the good ones stay', async () => {
  const repository = aRepository()
    .commit({ files: { a: '1' } })
    .tag('v1.0.0', { at: '2026-02-01T00:00:00Z' })
    .tag('backup-2020')
    .tag('nightly')
    .write()
  const commit = repository.hash('main')
  repository.git('tag', 'v0.0.1', 'main:a')
  repository.git('tag', 'v0.0.2', 'main^{tree}')
  repository.git('tag', '-a', '-m', 'x', 'v0.0.3', 'main:a')
  const ref = (name: string, content: string) =>
    writeFileSync(join(repository.path, '.git', 'refs', 'tags', name), `${content}\n`)
  ref('v0.0.4', 'f'.repeat(40))
  ref('v0.0.5', 'no hash at all')
  ref('v0.0.6', repository.object('tag', `object ${'e'.repeat(40)}\ntype commit\ntag v0.0.6\n\nx\n`))
  ref('v0.0.7', repository.object('tag', 'nothing a tag should hold'))
  ref('v0.0.8', repository.object('tag', `object ${commit}\ntype commit\ntag v0.0.8\n\nwithout a tagger\n`))
  ref(
    'v0.0.9',
    repository.object('tag', `object ${commit}\ntype commit\ntag v0.0.9\ntagger A <a@b> soon\n\nx\n`),
  )
  expect(await readReleases(await openRepository(repository.path))).toEqual([
    { tag: 'v0.0.8', commit, taggedAt: null },
    { tag: 'v0.0.9', commit, taggedAt: null },
    { tag: 'v1.0.0', commit, taggedAt: at('2026-02-01T00:00:00Z') },
  ])
})

test('tags whose names differ only in bytes that are no text stay two', async () => {
  const repository = aRepository().commit().write()
  const commit = repository.hash('main')
  for (const byte of [0xff, 0xfe]) {
    const line = Buffer.from(`${commit} refs/tags/-v1.0.0\n`, 'latin1')
    line[line.indexOf('-v1')] = byte
    appendFileSync(join(repository.path, '.git', 'packed-refs'), line)
  }
  const told = await readReleases(await openRepository(repository.path))
  expect(told.map(({ tag }) => tag).sort()).toEqual([String.raw`\xfev1.0.0`, String.raw`\xffv1.0.0`])
})

test('packed tags are read like loose ones', async () => {
  const repository = aRepository().commit().tag('v1.0.0').commit().tag('v1.1.0').write()
  repository.git('pack-refs', '--all')
  expect(await readReleases(await openRepository(repository.path))).toHaveLength(2)
})

test('a history without tags has no releases', async () => {
  expect(await readReleases(await openRepository(aRepository().commit().write().path))).toEqual([])
})

test('a release is told by its tagger, a light tag by its commit, each commit once and oldest first', async () => {
  const repository = aRepository()
    .commit({ at: '2026-01-10T00:00:00Z' })
    .tag('v1.9.0', { at: '2026-03-01T00:00:00Z' })
    .tag('v1.10.0', { at: '2026-03-02T00:00:00Z' })
    .tag('v1.11.0-rc.1', { at: '2026-03-03T00:00:00Z' })
    .commit({ at: '2026-01-11T00:00:00Z' })
    .tag('v2.0.0-beta.1', { light: true })
    .commit({ at: '2026-01-12T00:00:00Z', branch: 'elsewhere' })
    .tag('v9.0.0', { on: 'elsewhere' })
    .write()
  const { releases, history } = await readAll(repository.path)
  expect(joinReleases(releases, history, at('2026-12-31'))).toEqual([
    {
      tag: 'v2.0.0-beta.1',
      commit: 1,
      at: at('2026-01-11'),
      prerelease: true,
      version: [2, 0, 0],
      prefix: '',
    },
    { tag: 'v1.10.0', commit: 0, at: at('2026-03-02'), prerelease: false, version: [1, 10, 0], prefix: '' },
  ])
})

test('at an earlier instant only the releases made by then are there', async () => {
  const repository = aRepository()
    .commit({ at: '2026-01-10T00:00:00Z' })
    .tag('v1.0.0', { at: '2026-02-01T00:00:00Z' })
    .tag('v1.0.1', { at: '2026-03-01T00:00:00Z' })
    .write()
  const { releases, history } = await readAll(repository.path)
  const tagsAt = (iso: string) => joinReleases(releases, history, at(iso)).map((release) => release.tag)
  expect(tagsAt('2026-01-31')).toEqual([])
  expect(tagsAt('2026-02-01')).toEqual(['v1.0.0'])
  expect(tagsAt('2026-03-01')).toEqual(['v1.0.1'])
})
