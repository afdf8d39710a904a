import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../scripts/root.js'

// Beside those that AGENTS.md names some that ask for even less, met in packages of packages.
const asksForNoMoreThanItsName =
  /^(MIT|Apache-2\.0|BSD-[23]-Clause|0BSD|ISC|OFL-1\.1|BlueOak-1\.0\.0|Unlicense)$/
/** Under the MPL, whose changed files stay open: they check and build, and no part of them goes into a bundle. */
const neverBundled = /^(axe-core|ical\.js|lightningcss(-.+)?)$/

function isFit(name: string, licence: unknown): boolean {
  if (licence === 'MPL-2.0') return neverBundled.test(name)
  if (typeof licence !== 'string') return false
  const choices = licence.replace(/^\(|\)$/g, '').split(' OR ')
  return choices.some((choice) => asksForNoMoreThanItsName.test(choice))
}

test('every package that is installed has a licence that fits', () => {
  const lock: { packages: object } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const manifests = Object.keys(lock.packages)
    .filter((path) => path !== '' && existsSync(join(root, path, 'package.json')))
    .map((path) => JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8')))
  expect(manifests.length).toBeGreaterThan(100)
  expect(manifests.filter(({ name, license }) => !isFit(name, license))).toEqual([])
})

test.each([
  ['some-package', 'GPL-3.0'],
  ['some-package', 'MPL-2.0'],
  ['some-package', 'SEE LICENSE IN LICENSE.md'],
  ['some-package', undefined],
])('%s under %s would not fit', (name, licence) => {
  expect(isFit(name, licence)).toBe(false)
})
