import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { missingParts } from '../scripts/missing-parts.js'
import { root } from '../scripts/root.js'

test('the lock file names the parts of every package for every platform, so that `npm ci` accepts it', () => {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  expect(missingParts(lock.packages)).toEqual({})
})

test('a part for another platform that nobody wrote into the lock file is found missing', () => {
  const packages = {
    'node_modules/fast': {
      version: '2.0.0',
      dev: true,
      optionalDependencies: { '@fast/linux-x64-gnu': '2.0.0', '@fast/darwin-arm64': '2.0.0' },
    },
    'node_modules/@fast/linux-x64-gnu': { version: '2.0.0', optional: true },
  }
  expect(missingParts(packages)).toEqual({
    'node_modules/@fast/darwin-arm64': {
      version: '2.0.0',
      os: ['darwin'],
      cpu: ['arm64'],
      dev: true,
      optional: true,
    },
  })
})

test('a nested package of another version has its parts beside it', () => {
  const packages = {
    'node_modules/@fast/linux-x64-musl': { version: '2.0.0', optional: true },
    'node_modules/host/node_modules/fast': {
      version: '1.0.0',
      optionalDependencies: { '@fast/linux-x64-musl': '1.0.0' },
    },
  }
  expect(missingParts(packages)).toEqual({
    'node_modules/host/node_modules/@fast/linux-x64-musl': {
      version: '1.0.0',
      os: ['linux'],
      cpu: ['x64'],
      libc: ['musl'],
      optional: true,
    },
  })
})

test('a part given as a range is found by what was installed', () => {
  const packages = {
    'node_modules/base': { version: '1.4.0', optionalDependencies: { 'base-x64': '^1.0.0' } },
    'node_modules/base-x64': { version: '1.2.0', optional: true },
  }
  expect(missingParts(packages)).toEqual({})
})
