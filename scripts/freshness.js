import { createHash } from 'node:crypto'
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.js'

/**
 * A file as it was when something was built from it: size, time of change in ms, hash.
 * @typedef {[size: number, changed: number, hash: string]} Trace
 * @typedef {{ lock: string, files: Record<string, Trace> }} Stamp
 * @typedef {{ sources: string[], without: string[] }} Inputs
 */

/** Tests and what helps them are part of nothing that is built. */
const isOnlyForTests = (/** @type {string} */ path) => /\.test\.tsx?$|\/testing$/.test(path)

/**
 * Whether the sources still say what they said when the stamp was written. Only files whose size or time changed are
 * read, so that asking costs milliseconds.
 * @param {string} stampFile
 * @param {Inputs} inputs
 */
export function isFresh(stampFile, inputs) {
  const stamp = readStamp(stampFile)
  if (!stamp || stamp.lock !== hashOf('package-lock.json')) return false
  const files = filesOf(inputs)
  if (files.length !== Object.keys(stamp.files).length) return false
  return files.every((path) => {
    const trace = stamp.files[path]
    if (!trace) return false
    const { size, mtimeMs } = statSync(join(root, path))
    return trace[0] === size && (trace[1] === mtimeMs || trace[2] === hashOf(path))
  })
}

/**
 * The sources as they are now: to be taken before a build and written after it.
 * @param {Inputs} inputs
 */
export function stampOf(inputs) {
  /** @type {Stamp} */
  const stamp = { lock: hashOf('package-lock.json'), files: {} }
  for (const path of filesOf(inputs)) {
    const { size, mtimeMs } = statSync(join(root, path))
    stamp.files[path] = [size, mtimeMs, hashOf(path)]
  }
  return stamp
}

/** @param {Inputs} inputs */
function filesOf({ sources, without }) {
  /** @type {string[]} */
  const files = []
  const isLeftOut = (/** @type {string} */ path) => without.includes(path) || isOnlyForTests(path)
  const visit = (/** @type {string} */ folder) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`
      if (isLeftOut(path)) continue
      if (entry.isDirectory()) visit(path)
      else files.push(path)
    }
  }
  for (const source of sources) {
    if (statSync(join(root, source)).isDirectory()) visit(source)
    else files.push(source)
  }
  return files
}

/** @param {string} path */
function hashOf(path) {
  return createHash('sha256')
    .update(readFileSync(join(root, path)))
    .digest('base64url')
}

/**
 * @param {string} file
 * @returns {Stamp | undefined}
 */
function readStamp(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined // never built, or the build was interrupted
  }
}
