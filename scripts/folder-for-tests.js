import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const memory = '/dev/shm'
const NEEDED_BYTES = 4 * 2 ** 30

/**
 * Makes the folder that tests put theirs into: in memory where there is room, for what databases wait for most is the
 * disk. Its name is short, because sockets in it may have no long one.
 */
export function makeFolderForTests() {
  const inMemory = hasRoom() ? makeFolder(memory) : null
  if (inMemory && runsPrograms(inMemory)) return inMemory
  if (inMemory) rmSync(inMemory, { recursive: true })
  return makeFolder(tmpdir())
}

/** @param {string} parent */
function makeFolder(parent) {
  const folder = mkdtempSync(join(parent, 'leitstand-'))
  // PostgreSQL, which runs as somebody else where root tests, goes through it.
  chmodSync(folder, 0o711)
  return folder
}

function hasRoom() {
  try {
    const { bavail, bsize } = statfsSync(memory)
    return bavail * bsize > NEEDED_BYTES
  } catch {
    return false // a machine without it
  }
}

/**
 * Where programs must not run, hooks would not either, and the tests that say that none did would prove nothing.
 * @param {string} folder
 */
function runsPrograms(folder) {
  const program = join(folder, 'program')
  writeFileSync(program, '#!/bin/sh\n', { mode: 0o700 })
  const { status } = spawnSync(program)
  rmSync(program)
  return status === 0
}
