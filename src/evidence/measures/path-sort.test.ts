import { expect, test } from 'vitest'
import { pathSort } from './path-sort.ts'

test.each([
  ['src/a.test.ts', 'tests'],
  ['test/journeys/first-run.ts', 'tests'],
  ['pkg/server_test.go', 'tests'],
  ['tests/test_api.py', 'tests'],
  ['spec/models/user_spec.rb', 'tests'],
  ['src/test/java/ShopTest.java', 'tests'],
  ['README.md', 'docs'],
  ['docs/architecture.png', 'docs'],
  ['packages/shop/CHANGELOG.md', 'docs'],
  ['.github/workflows/ci.yml', 'ci'],
  ['.gitlab-ci.yml', 'ci'],
  ['Jenkinsfile', 'ci'],
  ['package.json', 'dependencies'],
  ['apps/web/yarn.lock', 'dependencies'],
  ['requirements-dev.txt', 'dependencies'],
  ['src/Shop.csproj', 'dependencies'],
  ['.github/CODEOWNERS', null],
  ['src/latest/index.ts', null],
  ['src/contest/view.ts', null],
  ['src/docs/render.ts', null],
  ['src/attest.ts', null],
])('%s is %s', (path, sort) => {
  expect(pathSort(path)).toBe(sort)
})
