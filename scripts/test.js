// `npm test`: the checks, then every test; the last line counts both. With arguments (`npm test -- windows`) only the
// tests they name.
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { runChecks } from './checks.js'
import { countLine } from './count-line.js'
import { makeFolderForTests } from './folder-for-tests.js'
import { prepare } from './prepare.js'
import { Problem } from './problem.js'
import { root } from './root.js'
import { runThrough } from './run-through.js'

const args = process.argv.slice(2)
const none = { passed: 0, failed: 0, skipped: 0 }
const parts = [await buildForTests(), args.length > 0 ? none : await runChecks(), await runTests(args)]
const sum = (/** @type {keyof typeof none} */ name) =>
  parts.reduce((total, counts) => total + counts[name], 0)
const total = { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') }
process.stdout.write(`${countLine(total)}\n`)
if (total.failed > 0) process.exitCode = 1

/** A build that fails is a failure like any other: the checks and the tests that need none may say why. */
async function buildForTests() {
  try {
    await prepare('build')
    return none
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    process.stderr.write(`${error.message}\n`)
    return { ...none, failed: 1 }
  }
}

/**
 * Runs vitest; one that ends badly without having counted a failure is a failure itself.
 * @param {string[]} filters
 * @returns {Promise<import('./count-line.js').Counts>}
 */
async function runTests(filters) {
  const folder = makeFolderForTests()
  const file = join(folder, 'counts.json')
  const { code, signal } = await runThrough(
    process.execPath,
    [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...filters],
    { cwd: root, env: { ...process.env, TMPDIR: folder, LEITSTAND_TEST_COUNTS: file } },
  )
  const counts = readCounts(file)
  rmSync(folder, { recursive: true, force: true })
  if ((code !== 0 || signal) && counts.failed === 0) counts.failed++
  return counts
}

/**
 * @param {string} file
 * @returns {import('./count-line.js').Counts}
 */
function readCounts(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return { passed: 0, failed: 1, skipped: 0 } // vitest died before it could count
  }
}
