import { chmodSync, lstatSync, mkdtempSync, readlinkSync, rmSync, symlinkSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

/** Longer ones no system can listen on: macOS takes 103 bytes, Linux 107. */
const longest = 100

/**
 * Where a server on the data folder listens for commands of the same user. In the folder itself; where its path is too
 * long for a socket, that is a link to one in a folder of its own. Windows has pipes, which lie in no folder.
 */
export function findSocket(data: string): string {
  if (process.platform === 'win32') return pipeOf(data)
  // Where nobody listens, or not yet, that is told by whoever connects.
  return findSocketAt(socketIn(data)) ?? socketIn(data)
}

interface LocalSocket {
  readonly path: string
  /** Closes it to other users; for once it is there. */
  close(): void
  remove(): void
}

/** Makes place for a socket. Only for whoever holds the lock of the folder: what lies there is of a dead process. */
export function prepareSocket(data: string): LocalSocket {
  if (process.platform === 'win32') return { path: pipeOf(data), close: () => {}, remove: () => {} }
  const own = socketIn(data)
  removeSocket(own)
  const isLong = Buffer.byteLength(own) > longest
  const path = isLong ? join(mkdtempSync(join(tmpdir(), 'leitstand-')), 'socket') : own
  if (isLong) symlinkSync(path, own)
  return { path, close: () => chmodSync(path, 0o600), remove: () => removeSocket(own) }
}

function removeSocket(own: string): void {
  const path = findSocketAt(own)
  if (path !== null && path !== own) rmSync(dirname(path), { recursive: true, force: true })
  rmSync(own, { force: true })
}

function findSocketAt(own: string): string | null {
  const found = lstatSync(own, { throwIfNoEntry: false })
  if (!found) return null
  return found.isSymbolicLink() ? readlinkSync(own) : own
}

function socketIn(data: string): string {
  return join(resolve(data), 'socket')
}

function pipeOf(data: string): string {
  const name = createHash('sha256').update(resolve(data).toLowerCase()).digest('hex').slice(0, 32)
  return `\\\\.\\pipe\\leitstand-${name}`
}
