import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from './root.js'

/** @type {Record<string, string[]>} what is checked without running the code, and the command that does it */
const checks = {
  format: ['node_modules/oxfmt/bin/oxfmt', '--check', '.'],
  lint: ['node_modules/oxlint/bin/oxlint', '--type-aware', '--deny-warnings'],
  types: ['node_modules/typescript/lib/tsc.js'],
  'unused code and packages': ['node_modules/knip/bin/knip.js'],
}

/**
 * Runs all checks, prints a line for each and the whole report of those that fail.
 * @returns {Promise<import('./count-line.js').Counts>}
 */
export async function runChecks() {
  const counts = { passed: 0, failed: 0, skipped: 0 }
  await Promise.all(
    Object.entries(checks).map(async ([name, [file = '', ...args]]) => {
      const started = performance.now()
      const { code, output } = await run([join(root, file), ...args])
      const seconds = ((performance.now() - started) / 1000).toFixed(1)
      process.stdout.write(
        code === 0 ? `✓ ${name} ${seconds} s\n` : `\n${output.trim()}\n✗ ${name} ${seconds} s\n`,
      )
      counts[code === 0 ? 'passed' : 'failed']++
    }),
  )
  return counts
}

/**
 * @param {string[]} args
 * @returns {Promise<{ code: number, output: string }>}
 */
function run(args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', (error) => resolve({ code: 1, output: error.message }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}
