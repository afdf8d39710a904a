// `npm test`: the checks, then every test; the last line counts both. With arguments (`npm test -- windows`) only the
// tests they name.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runChecks } from './checks.js'
import { countLine } from './count-line.js'
import { root } from './root.js'
import { runThrough } from './run-through.js'

const args = process.argv.slice(2)
const checked = args.length > 0 ? { passed: 0, failed: 0, skipped: 0 } : await runChecks()
const tested = await runTests(args)
const total = {
  passed: checked.passed + tested.passed,
  failed: checked.failed + tested.failed,
  skipped: checked.skipped + tested.skipped,
}
process.stdout.write(`${countLine(total)}\n`)
if (total.failed > 0) process.exitCode = 1

/**
 * Runs vitest; one that ends badly without having counted a failure is a failure itself.
 * @param {string[]} filters
 * @returns {Promise<import('./count-line.js').Counts>}
 */
async function runTests(filters) {
  const folder = mkdtempSync(join(tmpdir(), 'leitstand-counts-'))
  const file = join(folder, 'counts.json')
  const { code, signal } = await runThrough(
    process.execPath,
    [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...filters],
    { cwd: root, env: { ...process.env, LEITSTAND_TEST_COUNTS: file } },
  )
  const counts = readCounts(file)
  rmSync(folder, { recursive: true })
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
