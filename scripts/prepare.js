import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { build, isBuilt } from './build.js'
import { countLine } from './count-line.js'
import { endWithParent } from './end-with-parent.js'
import { holdLock } from './hold-lock.js'
import { install, isInstalled } from './install.js'
import { findNode } from './pinned-node.js'
import { Problem } from './problem.js'
import { root } from './root.js'
import { runInstead } from './run-instead.js'

/** npm changes into this folder and leaves the one the user stands in here: paths are meant from there. */
const whereTheUserStands = process.env['INIT_CWD'] ?? process.cwd()

/**
 * What each verb needs, what it runs then, and in which folder.
 * @typedef {{ needs: 'packages' | 'build' | 'any build', file: string, first?: string[], cwd: string }} Program
 * @type {Record<string, Program>}
 */
const programs = {
  start: { needs: 'build', file: 'bin/leitstand.js', first: ['serve'], cwd: whereTheUserStands },
  // The command takes whatever was built last: it has to be quick.
  command: { needs: 'any build', file: 'dist/command/main.js', cwd: process.cwd() },
  bench: { needs: 'build', file: 'bench/bench.ts', cwd: whereTheUserStands },
  pictures: { needs: 'build', file: 'test/pictures/take-pictures.ts', cwd: root },
  // Builds by itself, to count a build that fails.
  test: { needs: 'packages', file: 'scripts/test.js', cwd: root },
  check: { needs: 'packages', file: 'scripts/check.js', cwd: root },
}

/**
 * Installs and builds what is missing or stale, then runs what was asked for.
 * @param {string} verb
 * @param {string[]} rest the arguments after it
 */
export async function prepareAndRun(verb, rest) {
  endWithParent()
  try {
    const program = programs[verb]
    if (!program && verb !== 'build') {
      throw new Problem(`There is no "${verb}". There are: ${Object.keys(programs).join(', ')}, build.`)
    }
    await prepare(program?.needs ?? 'build')
    if (!program) return
    const file = join(root, program.file)
    await runInstead(findNode(), file, [...(program.first ?? []), ...rest], program.cwd)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    process.stderr.write(`${error.message}\n`)
    if (verb === 'test') process.stdout.write(`${countLine({ passed: 0, failed: 1, skipped: 0 })}\n`)
    process.exitCode = 1
  }
}

/**
 * Costs a few milliseconds when nothing is to do.
 * @param {Program['needs']} needs
 */
export async function prepare(needs) {
  if (needs === 'any build' && existsSync(join(root, 'dist/command/main.js'))) return
  if (isInstalled() && (needs === 'packages' || isBuilt())) return
  const release = await holdLock(join(root, '.bootstrap.lock'))
  try {
    if (!isInstalled()) await install()
    if (needs !== 'packages' && !isBuilt()) await build(findNode())
  } finally {
    release()
  }
}
