import { expect, test } from 'vitest'
import { componentOfPath, deriveComponents } from './components.ts'

/** Components of a tree whose files are given with their contents. */
async function components(files: Readonly<Record<string, string>>) {
  const tree = Object.keys(files).map((path) => ({ path, blob: path }))
  return deriveComponents(tree, (blobs) =>
    Promise.resolve(new Map(blobs.map((blob) => [blob, files[blob] ?? '']))),
  )
}

const names = async (files: Readonly<Record<string, string>>) =>
  (await components(files)).map(({ name }) => name)

function some(folder: string, count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, at) => [`${folder}/f${at}`, '']))
}

test('without manifests the top folders are components, and files in none are one', async () => {
  expect(await components({ ...some('app', 3), ...some('lib/deep', 3), 'README.md': '' })).toEqual([
    { name: '(root)', paths: ['/*'] },
    { name: 'app', paths: ['app/**'] },
    { name: 'lib', paths: ['lib/**'] },
  ])
})

test('a top folder with over 60 % of the files is split one level deeper, one with exactly 60 % is not', async () => {
  const six = { ...some('src/a', 3), ...some('src/b', 2), 'src/main.ts': '' }
  expect(await components({ ...six, ...some('docs', 3) })).toEqual([
    { name: 'docs', paths: ['docs/**'] },
    { name: 'src', paths: ['src/*'] },
    { name: 'src/a', paths: ['src/a/**'] },
    { name: 'src/b', paths: ['src/b/**'] },
  ])
  expect(await names({ ...six, ...some('docs', 4) })).toEqual(['docs', 'src'])
})

test('packages come first, folders hold the rest', async () => {
  expect(
    await names({
      'package.json': '{"workspaces":["packages/*"]}',
      'packages/api/package.json': '{"name":"api"}',
      ...some('packages/api/src', 2),
      'packages/web/package.json': '{"name":"web"}',
      'packages/README.md': '',
      ...some('docs', 1),
    }),
  ).toEqual(['(root)', 'docs', 'packages', 'packages/api', 'packages/web'])
})

test('manifests of fixtures, examples and vendored code make no component', async () => {
  const named = '{"name":"x"}'
  expect(
    await names({
      'src/a.ts': '',
      'test/fixtures/one/package.json': named,
      'examples/two/package.json': named,
      'vendor/three/go.mod': 'module x',
      'app/a.ts': '',
    }),
  ).toEqual(['app', 'examples', 'src', 'test', 'vendor'])
})

test('folders with wildcards in their names are taken by their names', async () => {
  const derived = await components({ 'app/[id]/a': '', 'b*/a': '', 'bc/a': '', 'x/y': '' })
  const of = componentOfPath(derived)
  const nameOf = (path: string) => derived[of(path)]?.name
  expect(['b*/a', 'bc/a', 'app/[id]/a', 'app/i/a'].map(nameOf)).toEqual(['b*', 'bc', 'app', 'app'])
})

test('every file of a tree has a component of its own tree', async () => {
  const files = { ...some('src/a', 30), 'src/b': '', top: '', 'odd\nname/x': '', ...some('lib', 3) }
  const derived = await components(files)
  const of = componentOfPath(derived)
  expect(Object.keys(files).filter((path) => of(path) === -1)).toEqual([])
  expect(of('gone/long/ago')).toBe(-1)
})

test('of several patterns of a catalogue the most specific wins, then the first', () => {
  const catalogue = [
    { name: 'everything', paths: ['**'] },
    { name: 'services', paths: ['services/**'] },
    { name: 'billing', paths: ['services/billing', 'packages/money/**'] },
    { name: 'also billing', paths: ['services/billing'] },
    { name: 'database', paths: ['*.sql', 'services/*/schema.ts'] },
  ]
  const of = componentOfPath(catalogue)
  const nameOf = (path: string) => catalogue[of(path)]?.name
  expect(nameOf('README.md')).toBe('everything')
  expect(nameOf('services/mail/a.ts')).toBe('services')
  expect(nameOf('services/billing/a.ts')).toBe('billing')
  expect(nameOf('services/billing-old/a.ts')).toBe('services')
  expect(nameOf('services/mail/schema.ts')).toBe('database')
  expect(nameOf('db/one.sql')).toBe('database')
  expect(nameOf('packages/money/one.sql')).toBe('billing')
})

test('a catalogue that covers little leaves the rest without a component', () => {
  const of = componentOfPath([{ name: 'one', paths: ['./one/'] }])
  expect(['one/a', 'one', 'two/one/a', 'onerous/a'].map(of)).toEqual([0, 0, -1, -1])
})

test('thousands of components are told apart for every file within moments', () => {
  const of = componentOfPath(
    Array.from({ length: 5000 }, (_, at) => ({
      name: `${at}`,
      paths: [at % 2 === 0 ? `packages/p${at}/**` : `packages/p${at}`],
    })),
  )
  const start = performance.now()
  for (let at = 0; at < 20_000; at++) expect(of(`packages/p${at % 5000}/src/f${at}.ts`)).toBe(at % 5000)
  expect(performance.now() - start).toBeLessThan(1500)
})
