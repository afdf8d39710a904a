import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { root } from '../scripts/root.js'

test.each([
  [
    'one of each',
    "test('a', () => {}); test('b', () => { expect(1).toBe(2) }); test.skip('c', () => {})",
    '1 passed, 1 failed, 1 skipped',
    1,
  ],
  ['all well', "test('a', () => {}); test('b', () => {})", '2 passed, 0 failed', 0],
  ['a file that does not load', "throw new Error('no')", '0 passed, 1 failed', 1],
  ['a file without a test', 'export {}', '0 passed, 1 failed', 1],
  [
    'a hook that fails',
    "beforeAll(() => { throw new Error('no') }); test('a', () => {})",
    '0 passed, 1 failed, 1 skipped',
    1,
  ],
  [
    'an error that nobody handles',
    "test('a', async () => { void Promise.reject(new Error('no')); await new Promise((r) => setTimeout(r, 20)) })",
    '1 passed, 1 failed',
    1,
  ],
])('the last line counts %s', (_, text, line, code) => {
  const { status, last } = runVitest(text)
  expect({ status, last }).toEqual({ status: code, last: line })
})

test('a run that finds no test at all is a failure', () => {
  const env = { ...process.env, FORCE_COLOR: '0' }
  const { status, stdout } = spawnSync(process.execPath, ['scripts/test.js', 'no-such-test'], {
    cwd: root,
    encoding: 'utf8',
    env,
  })
  expect({ status, last: stdout.trimEnd().split('\n').at(-1) }).toEqual({
    status: 1,
    last: '0 passed, 1 failed',
  })
})

function runVitest(text: string): { status: number | null; last: string | undefined } {
  mkdirSync(join(root, 'node_modules/.cache'), { recursive: true })
  const folder = mkdtempSync(join(root, 'node_modules/.cache/count-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'own.test.js'), text)
  writeFileSync(join(folder, 'vitest.config.js'), 'export default {}')
  const { LEITSTAND_TEST_COUNTS: _, ...env } = process.env
  const { status, stdout } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--globals',
      '--root',
      folder,
      '--exclude',
      'none',
      '--reporter',
      join(root, 'test/support/count-reporter.ts'),
    ],
    { encoding: 'utf8', env: { ...env, FORCE_COLOR: '0' } },
  )
  return { status, last: stdout.trimEnd().split('\n').at(-1) }
}
