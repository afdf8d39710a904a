import { expect, test } from 'vitest'
import { packageFolders, readManifest } from './package-manifests.ts'

/** Folders that are packages, from the contents of manifests by path. */
function packages(files: Readonly<Record<string, string>>): string[] {
  const manifests = Object.entries(files).map(([path, text]) => readManifest(path, text))
  return packageFolders(manifests.filter((manifest) => manifest !== null))
}

const named = '{"name":"x"}'

test('the members of an npm workspace are packages, and what it leaves out is none', () => {
  expect(
    packages({
      'package.json': '{"name":"top","workspaces":["packages/*","!packages/internal","./tools/{a,b}/"]}',
      'packages/api/package.json': named,
      'packages/internal/package.json': named,
      'packages/api/src/package.json': named,
      'tools/a/package.json': named,
      'tools/c/package.json': named,
      'website/package.json': named,
    }),
  ).toEqual(['packages/api', 'tools/a'])
})

test('workspaces in the forms of yarn, pnpm and lerna say the same', () => {
  const members = { 'packages/a/package.json': named, 'b/package.json': named }
  const yarn = '{"workspaces":{"packages":["packages/**"],"nohoist":["**"]}}'
  expect(packages({ 'package.json': yarn, ...members })).toEqual(['packages/a'])
  expect(packages({ 'pnpm-workspace.yaml': "packages:\n  - 'packages/*'\n", ...members })).toEqual([
    'packages/a',
  ])
  expect(packages({ 'lerna.json': '{"packages":["packages/*"]}', ...members })).toEqual(['packages/a'])
})

test('a workspace further down rules only what lies below it', () => {
  expect(
    packages({
      'web/package.json': '{"name":"web","workspaces":["apps/*"]}',
      'web/apps/one/package.json': named,
      'web/other/package.json': named,
      'docs/package.json': named,
    }),
  ).toEqual(['docs', 'web', 'web/apps/one'])
})

test('alternatives without end name nothing, and cost no time', () => {
  const start = performance.now()
  const workspaces = ['{a,b}'.repeat(18), '{'.repeat(1000), '{a}'.repeat(300), 'lib/*']
  const many = Array.from({ length: 200_000 }, () => '*a*a*a*a*a*c')
  expect(
    packages({
      'package.json': JSON.stringify({ workspaces: [...workspaces, ...many] }),
      [`${'ab'.repeat(9)}/package.json`]: named,
      [`${'a'.repeat(300)}/package.json`]: named,
      'lib/x/package.json': named,
    }),
  ).toEqual(['a'.repeat(300), 'lib/x'])
  expect(performance.now() - start).toBeLessThan(3000)
})

test('thousands of packages under a thousand members are told apart within moments', () => {
  const workspaces = Array.from({ length: 1000 }, (_, at) => `packages/p${at}`)
  const files = Array.from({ length: 5000 }, (_, at) => [`packages/p${at}/package.json`, named] as const)
  const start = performance.now()
  const found = packages({ 'package.json': JSON.stringify({ workspaces }), ...Object.fromEntries(files) })
  expect(found).toHaveLength(1000)
  expect(performance.now() - start).toBeLessThan(1500)
})

test('without a workspace every manifest with a name makes a package, and the top none', () => {
  expect(
    packages({
      'package.json': named,
      'site/package.json': named,
      'src/esm/package.json': '{"type":"module"}',
      'broken/package.json': '{',
      'list/package.json': '[]',
    }),
  ).toEqual(['site'])
})

test('Cargo, Go, Python, Maven, Gradle and .NET are read in their own forms', () => {
  expect(
    packages({
      'Cargo.toml': '[workspace]\nmembers = ["crates/*"]\nexclude = ["crates/old"]\n',
      'crates/core/Cargo.toml': '[package]\nname = "core"\n',
      'crates/old/Cargo.toml': '[package]\nname = "old"\n',
      'fuzz/Cargo.toml': '[package]\nname = "fuzz"\n',
      'virtual/Cargo.toml': '[workspace]\nmembers = []\n',
    }),
  ).toEqual(['crates/core'])
  expect(
    packages({
      'go.work': 'go 1.24\n\nuse (\n\t./api // the service\n\t./lib\n)\nuse ./cmd\n',
      'api/go.mod': 'module x',
      'lib/go.mod': 'module y',
      'cmd/go.mod': 'module z',
      'elsewhere/go.mod': 'module w',
    }),
  ).toEqual(['api', 'cmd', 'lib'])
  expect(
    packages({
      'pyproject.toml': '[tool.uv.workspace]\nmembers = ["libs/*"]\n',
      'libs/a/pyproject.toml': '[project]\nname = "a"\n',
      'libs/b/pyproject.toml': '[tool.black]\nline-length = 100\n',
      'scripts/pyproject.toml': '[project]\nname = "scripts"\n',
    }),
  ).toEqual(['libs/a'])
  expect(
    packages({
      'pom.xml': '<project><modules><module>core</module><module> web </module></modules></project>',
      'core/pom.xml': '<project/>',
      'web/pom.xml': '<project><modules><module>ui</module></modules></project>',
      'web/ui/pom.xml': '<project/>',
      'old/pom.xml': '<project/>',
    }),
  ).toEqual(['core', 'web', 'web/ui'])
  expect(
    packages({
      'settings.gradle.kts': 'include(":app", ":libs:net")\n// include(":gone")\ninclude("tools")\n',
      'app/build.gradle.kts': '',
      'libs/net/build.gradle': '',
      'tools/build.gradle': '',
      'gone/build.gradle': '',
    }),
  ).toEqual(['app', 'libs/net', 'tools'])
  expect(packages({ 'src/App/App.csproj': '<Project/>', 'src/Lib/Lib.fsproj': '' })).toEqual([
    'src/App',
    'src/Lib',
  ])
})
