import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { Problem } from './problem.js'
import { root } from './root.js'

/**
 * Runs one step quietly and prints one line about it; what the command said is shown only when it fails.
 * @param {string} name what is being done, as in "web bundle"
 * @param {string} command
 * @param {string[]} args
 */
export async function step(name, command, args) {
  const started = performance.now()
  const { code, output } = await run([command, ...args])
  if (code !== 0) throw new Problem(`${output.trim()}\n\n${name}: failed (${command} ${args.join(' ')})`)
  // On standard error, so that the output of what runs afterwards stays clean.
  process.stderr.write(`${name}: ${((performance.now() - started) / 1000).toFixed(1)} s\n`)
}

/**
 * @param {string[]} command
 * @returns {Promise<{ code: number, output: string }>}
 */
function run(command) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'scripts/run-while.js'), ...command], {
      cwd: root,
      env: { ...process.env, NO_COLOR: '1' },
      stdio: ['pipe', 'pipe', 'pipe'], // the first only to be seen ending
    })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    const end = () => child.kill()
    process.once('SIGTERM', end).once('SIGHUP', end)
    child.on('error', (error) =>
      reject(new Problem(`${process.execPath} cannot be started: ${error.message}`)),
    )
    child.on('close', (code) => {
      process.off('SIGTERM', end).off('SIGHUP', end)
      resolve({ code: code ?? 1, output })
    })
  })
}
