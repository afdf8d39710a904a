import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'

const heartbeat = 2_000
const silence = 15_000

/**
 * Waits until nobody else installs or builds in this folder, then holds the lock until released.
 * A lock whose holder died, or has not been heard of for a while, is taken over.
 * @param {string} path
 * @returns {Promise<() => void>} releases the lock
 */
export async function holdLock(path) {
  const mine = `${process.pid} ${hostname()} ${Date.now()}`
  let said = false
  while (!take(path, mine)) {
    if (!said) process.stderr.write('Another start is preparing this folder: waiting for it.\n')
    said = true
    await wait(100)
  }
  const beat = setInterval(() => touch(path), heartbeat)
  beat.unref()
  const release = () => {
    clearInterval(beat)
    if (holder(path) === mine) rmSync(path, { force: true })
  }
  process.once('exit', release)
  return () => {
    process.off('exit', release)
    release()
  }
}

/**
 * @param {string} path
 * @param {string} mine
 */
function take(path, mine) {
  try {
    writeFileSync(path, mine, { flag: 'wx' })
    return true
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  }
  if (isAbandoned(path)) rmSync(path, { force: true })
  return false
}

/** @param {string} path */
function isAbandoned(path) {
  const text = holder(path)
  if (text === undefined) return false
  const [pid, host] = text.split(' ')
  try {
    if (Date.now() - statSync(path).mtimeMs > silence) return true
    if (host !== hostname()) return false
    process.kill(Number(pid), 0)
    return Number(pid) === process.pid // an earlier process with our number left it behind
  } catch (error) {
    return codeOf(error) === 'ESRCH'
  }
}

/** @param {string} path */
function holder(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined // released in the meantime
  }
}

/** @param {string} path */
function touch(path) {
  try {
    utimesSync(path, new Date(), new Date())
  } catch {
    // Somebody removed the file by hand: nothing left to keep alive.
  }
}

/** @param {unknown} error */
function codeOf(error) {
  return error instanceof Error && 'code' in error ? error.code : undefined
}
