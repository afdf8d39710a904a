import { spawn } from 'node:child_process'
import { root } from './root.js'
import { Problem } from './problem.js'

/**
 * Runs one step quietly and prints one line about it; what the command said is shown only when it fails.
 * @param {string} name what is being done, as in "web bundle"
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
export async function step(name, command, args, env = process.env) {
  const started = performance.now()
  const { code, output } = await run(command, args, env)
  if (code !== 0) throw new Problem(`${output.trim()}\n\n${name}: failed (${command} ${args.join(' ')})`)
  // On standard error, so that the output of what runs afterwards stays clean.
  process.stderr.write(`${name}: ${((performance.now() - started) / 1000).toFixed(1)} s\n`)
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ code: number, output: string }>}
 */
function run(command, args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32' && command.endsWith('.cmd'), // Windows starts .cmd files through a shell only
    })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    // Ctrl-C reaches the child through the terminal; any other end of this process must take the child along.
    const end = () => child.kill()
    process.once('SIGTERM', end).once('SIGHUP', end)
    child.on('error', (error) => reject(new Problem(`${command} cannot be started: ${error.message}`)))
    child.on('close', (code, signal) => {
      process.off('SIGTERM', end).off('SIGHUP', end)
      resolve({ code: code ?? 1, output: signal ? `${output}\nended by ${signal}` : output })
    })
  })
}
