import { expect, test } from 'vitest'
import { assembleEvidence } from './assemble-evidence.ts'
import { deriveComponents } from './components.ts'
import { readGeneratedRules } from './generated.ts'
import { readContents } from './read-contents.ts'
import { readTexts } from './read-texts.ts'
import { aRepository } from './testing/a-repository.ts'
import { readAll } from './testing/read-all.ts'

test('the parts of a repository become the evidence of its files', async () => {
  const path = aRepository()
    .commit({ files: { 'app/old.ts': 'a\n  b\n    c\n', 'lib/made.ts': 'x\n', 'yarn.lock': 'y\n' } })
    .commit({
      renames: { 'app/old.ts': 'app/new.ts' },
      files: { 'gone/x.ts': '1', 'lib/image': Buffer.from([0, 1]) },
    })
    .tag('v1.0.0')
    .commit({ files: { 'gone/x.ts': null, '.gitattributes': 'made.ts linguist-generated\n' } })
    .write().path
  const { repository, history, tree, releases } = await readAll(path)
  const evidence = assembleEvidence({
    repository: repository.name,
    asOf: Date.parse('2026-02-01'),
    history,
    tree,
    releases,
    components: await deriveComponents(tree, (blobs) => readTexts(repository, blobs)),
    generated: await readGeneratedRules(repository, tree),
    boundaryCommits: 0,
    contents: await readContents(
      repository,
      tree.map((file) => file.blob),
    ),
  })
  const rows = history.files.map((file, at) => ({
    file,
    component: evidence.components[evidence.componentOf[at] ?? -1]?.name ?? null,
    generated: evidence.generated[at],
    complexity: evidence.content?.complexity[at],
    lines: evidence.content?.lines[at],
  }))
  const generatedOnes = rows.filter((row) => row.generated === 1).map((row) => row.file)
  expect(generatedOnes.sort()).toEqual(['lib/made.ts', 'yarn.lock'])
  expect(rows.find((row) => row.file === 'app/new.ts')).toMatchObject({
    component: 'app',
    complexity: 3,
    lines: 3,
  })
  expect(rows.find((row) => row.file === 'lib/image')).toMatchObject({
    component: 'lib',
    complexity: -1,
    lines: -1,
  })
  expect(rows.find((row) => row.file === 'gone/x.ts')).toMatchObject({ component: null, complexity: -1 })
  expect(rows.find((row) => row.file === 'yarn.lock')).toMatchObject({ component: '(root)' })
  expect(evidence.releases.map((release) => history.hashes[release.commit])).toEqual([history.hashes[1]])
})

test('what was not read is unknown and not empty', async () => {
  const { history, tree, releases } = await readAll(
    aRepository()
      .commit({ files: { a: '1' } })
      .write().path,
  )
  const parts = {
    repository: 'r',
    asOf: 0,
    history,
    tree,
    releases,
    components: [],
    generated: [],
    boundaryCommits: 2,
  }
  expect(assembleEvidence(parts)).toMatchObject({
    content: null,
    lines: null,
    deployments: null,
    incidents: null,
    reviews: null,
    boundaryCommits: 2,
    componentOf: Int32Array.of(-1),
  })
})

test('a tag made a moment after its commit is a release as of that commit only where later tags are known', async () => {
  const path = aRepository()
    .commit({ at: '2026-01-05T12:00:00Z', files: { a: 'x\n' } })
    .tag('v1.0.0', { at: '2026-01-05T12:00:05Z' })
    .write().path
  const { repository, history, tree, releases } = await readAll(path)
  const parts = {
    repository: repository.name,
    asOf: history.committedAt[0] ?? 0,
    history,
    tree,
    releases,
    components: [],
    generated: [],
    boundaryCommits: 0,
  }
  expect(assembleEvidence(parts).releases).toEqual([])
  expect(assembleEvidence({ ...parts, releasesUpTo: Infinity }).releases).toMatchObject([{ tag: 'v1.0.0' }])
})
