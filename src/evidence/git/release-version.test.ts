import { expect, test } from 'vitest'
import { compareVersions, parseVersion } from './release-version.ts'

test.each([
  ['v1.2.3', '', [1, 2, 3], null],
  ['1.2', '', [1, 2], null],
  ['v1.2.3.4', '', [1, 2, 3, 4], null],
  ['2024.01.15', '', [2024, 1, 15], null],
  ['api-v1.2.3', 'api-', [1, 2, 3], null],
  ['@scope/pkg@1.2.3', '@scope/pkg@', [1, 2, 3], null],
  ['release/2.0', 'release/', [2, 0], null],
  ['go1.21.3', 'go', [1, 21, 3], null],
  ['v1.0.0-rc.1', '', [1, 0, 0], 'rc.1'],
  ['1.0rc1', '', [1, 0], 'rc1'],
  ['1.2.3b2', '', [1, 2, 3], 'b2'],
  ['v2.0.0-0', '', [2, 0, 0], '0'],
  ['v1.2.3+build.5', '', [1, 2, 3], null],
  ['v1.2.3-rc.1+build', '', [1, 2, 3], 'rc.1'],
  ['5.0.0.RELEASE', '', [5, 0, 0], null],
  ['6.2.0.Final', '', [6, 2, 0], null],
  ['1.0.2k', '', [1, 0, 2], null],
  ['v1_9', null, [], null],
  ['v1', null, [], null],
  ['v1.2.3.4.5', null, [], null],
  ['1..2', null, [], null],
  ['v1.0.0-', null, [], null],
  ['backup-2020', null, [], null],
  ['backup-1.2.3', null, [], null],
  ['archive/v1.2.3', null, [], null],
  ['nightly', null, [], null],
  ['nightly-2024.01.15', null, [], null],
  ['before-1.0-migration', null, [], null],
  ['', null, [], null],
] as const)(
  'the tag %j has the prefix %j, the numbers %j and the pre-release %j',
  (tag, prefix, parts, prerelease) => {
    expect(parseVersion(tag)).toEqual(prefix === null ? null : { prefix, parts, prerelease })
  },
)

test('versions compare by numbers, not by letters', () => {
  const sorted = [
    [1, 10],
    [1, 9, 9],
    [1, 9],
  ]
  expect(sorted.toSorted((a, b) => compareVersions(b, a))).toEqual(sorted)
  expect(compareVersions([1, 0], [1, 0, 0])).toBe(0)
})

test('a name made to cost much time costs little', () => {
  const start = performance.now()
  expect(parseVersion(`${'1.'.repeat(20_000)}x`)).toBeNull()
  expect(parseVersion(`${'-'.repeat(20_000)}1`)).toBeNull()
  expect(performance.now() - start).toBeLessThan(2000)
})
