import { spawn } from 'node:child_process'
import { Problem } from './problem.js'

/** @type {NodeJS.Signals[]} */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * Runs a program with our own input and output, hands it every signal that we get, and waits for its end.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} options
 * @returns {Promise<{ code: number, signal: NodeJS.Signals | null }>}
 */
export function runThrough(command, args, options) {
  const child = spawn(command, args, { ...options, stdio: 'inherit' })
  const pass = (/** @type {NodeJS.Signals} */ signal) => {
    // The terminal sends Ctrl-C to both of us: a second one would read as impatience.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
  }
  for (const signal of signals) process.on(signal, pass)
  return new Promise((resolve, reject) => {
    child.on('error', (error) => reject(new Problem(`${command} cannot be started: ${error.message}`)))
    child.on('exit', (code, signal) => {
      for (const one of signals) process.off(one, pass)
      resolve({ code: code ?? 1, signal })
    })
  })
}
