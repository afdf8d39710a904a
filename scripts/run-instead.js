import { constants } from 'node:os'
import { pathToFileURL } from 'node:url'
import { runThrough } from './run-through.js'

/**
 * Goes on as another program: in this very process where its Node is the one wanted, else in a child whose end
 * becomes our own.
 * @param {string} node
 * @param {string} file
 * @param {string[]} args
 * @param {string} cwd
 */
export async function runInstead(node, file, args, cwd) {
  if (node === process.execPath) {
    process.chdir(cwd)
    process.argv.splice(1, process.argv.length, file, ...args)
    await import(pathToFileURL(file).href)
    return
  }
  const { code, signal } = await runThrough(node, [file, ...args], { cwd })
  process.exitCode = signal ? 128 + constants.signals[signal] : code
  if (signal) process.kill(process.pid, signal)
}
