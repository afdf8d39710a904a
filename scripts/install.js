import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dropUnusableNode } from './pinned-node.js'
import { root } from './root.js'
import { step } from './step.js'

const lockFile = join(root, 'package-lock.json')
const stampFile = join(root, 'node_modules', '.leitstand-install')

/** Whether node_modules holds what the lock file says, for this kind of machine. */
export function isInstalled() {
  if (readText(stampFile) === stamp()) return true
  if (!holdsTheLockFile()) return false
  writeStamp()
  return true
}

/** Installs by the lock file. The stamp goes first and comes last, so that an interrupted install leaves none. */
export async function install() {
  rmSync(stampFile, { force: true })
  const args = ['ci', '--include=dev', '--include=optional', '--loglevel=error']
  const npm = process.env['npm_execpath']
  if (npm?.endsWith('.js')) {
    // npm's own Node: the pinned one lies in the folder that npm is about to empty.
    await step('packages', process.env['npm_node_execpath'] ?? process.execPath, [npm, ...args])
  } else {
    await step('packages', process.platform === 'win32' ? 'npm.cmd' : 'npm', args)
  }
  dropUnusableNode()
  writeStamp()
}

function stamp() {
  return createHash('sha256')
    .update(readFileSync(lockFile))
    .update(`${process.platform} ${process.arch}`)
    .digest('hex')
}

function writeStamp() {
  mkdirSync(join(root, 'node_modules'), { recursive: true })
  writeFileSync(stampFile, stamp())
}

/**
 * Whether npm's own record of node_modules, which it writes when it has finished, agrees with the lock file:
 * somebody who ran `npm ci` or `npm install` by hand needs no second one.
 */
function holdsTheLockFile() {
  const wanted = readPackages(lockFile)
  const present = readPackages(join(root, 'node_modules', '.package-lock.json'))
  if (!wanted || !present) return false
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true
    const found = present[path]
    if (!found) return entry.optional === true && !fitsThisMachine(entry)
    return found.version === entry.version && existsSync(join(root, path, 'package.json'))
  })
}

/**
 * @typedef {{ version?: string, optional?: boolean, os?: string[], cpu?: string[], libc?: string[] }} LockEntry
 * @param {LockEntry} entry
 */
function fitsThisMachine({ os, cpu, libc }) {
  if (!os && !cpu) return false // an optional package without a platform was left out for another reason
  const fits = (/** @type {string[] | undefined} */ list, /** @type {string} */ own) =>
    !list || list.includes(own)
  return fits(os, process.platform) && fits(cpu, process.arch) && !libc?.includes('musl')
}

/**
 * @param {string} file
 * @returns {Record<string, LockEntry> | undefined}
 */
function readPackages(file) {
  const text = readText(file)
  return text === undefined ? undefined : JSON.parse(text).packages
}

/** @param {string} file */
function readText(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined // not there: nothing is installed yet
  }
}
