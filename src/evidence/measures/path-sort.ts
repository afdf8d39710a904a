/** What a path alone says about a change that touches nothing else; null where it says nothing. */
export type PathSort = 'tests' | 'docs' | 'ci' | 'dependencies'

/** The sort of a path with `/` between its parts. */
export function pathSort(path: string): PathSort | null {
  const name = path.slice(path.lastIndexOf('/') + 1)
  if (ciPath.test(path)) return 'ci'
  if (dependencyFiles.has(name) || dependencyName.test(name)) return 'dependencies'
  if (testFolder.test(path) || testName.test(name)) return 'tests'
  if (docsFolder.test(path) || docsName.test(name)) return 'docs'
  return null
}

const ciPath =
  /^(\.github\/(workflows|actions)\/|\.circleci\/|\.buildkite\/|\.gitlab\/ci\/|\.ci\/)|(^|\/)(\.gitlab-ci\.ya?ml|\.travis\.yml|\.drone\.yml|Jenkinsfile|azure-pipelines\.ya?ml|bitbucket-pipelines\.yml|appveyor\.yml|\.appveyor\.yml|cloudbuild\.ya?ml)$/
const testFolder = /(^|\/)(tests?|__tests__|__snapshots__|specs?|e2e|testdata|fixtures)\//i
const testName =
  /([._-](test|spec)s?\.[a-z0-9]+|^test_.+\.py|^conftest\.py|(Test|Tests|Spec)\.(java|kt|cs|scala|swift|php))$/
const docsFolder = /^(docs?|documentation)\//i
const docsName =
  /(\.(md|mdx|markdown|rst|adoc)|^(README|LICENSE|LICENCE|CHANGELOG|AUTHORS|CONTRIBUTING|NOTICE)(\.txt)?)$/i
const dependencyName = /^(requirements([._-].+)?\.(txt|in)|.+\.csproj|.+\.gemspec|libs\.versions\.toml)$/
const dependencyFiles = new Set([
  'package.json',
  'package-lock.json',
  'npm-shrinkwrap.json',
  'yarn.lock',
  'pnpm-lock.yaml',
  'pnpm-workspace.yaml',
  'bun.lock',
  'bun.lockb',
  'deno.lock',
  'Cargo.toml',
  'Cargo.lock',
  'go.mod',
  'go.sum',
  'Pipfile',
  'Pipfile.lock',
  'pyproject.toml',
  'poetry.lock',
  'uv.lock',
  'Gemfile',
  'Gemfile.lock',
  'composer.json',
  'composer.lock',
  'pom.xml',
  'build.gradle',
  'build.gradle.kts',
  'gradle.lockfile',
  'Directory.Packages.props',
  'packages.lock.json',
  'mix.exs',
  'mix.lock',
  'pubspec.yaml',
  'pubspec.lock',
  'Package.swift',
  'Package.resolved',
  'Podfile',
  'Podfile.lock',
  'flake.lock',
])
