import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Refusal } from '../../operation/refusal.ts'

/** Who holds a folder, as written for whoever is refused. */
interface Holder {
  readonly pid: number
  readonly host: string
  readonly since: string
}

/** A held lock; releasing it twice does nothing. */
export interface FolderLock {
  release(): void
}

const SQLITE_BUSY = 5

/**
 * Locks `folder` for this process, refusing with `conflict` while another holds it. The lock is the kernel's own on the
 * file `lock` (SQLite takes it), so it ends with its process however that ends, and two takers can never both succeed.
 */
export function lockFolder(folder: string): FolderLock {
  const lock = takeLock(folder)
  try {
    const holder: Holder = { pid: process.pid, host: hostname(), since: new Date().toISOString() }
    writeFileSync(holderFile(folder), JSON.stringify(holder), { mode: 0o600 })
  } catch (error) {
    lock.close()
    throw error
  }
  return {
    release() {
      if (!lock.isOpen) return
      rmSync(holderFile(folder), { force: true })
      lock.close()
    },
  }
}

function takeLock(folder: string): DatabaseSync {
  const lock = new DatabaseSync(join(folder, 'lock'), { open: false, timeout: 0 })
  try {
    lock.open()
    // Nothing is ever written, so a journal beside it would only puzzle.
    lock.exec('pragma journal_mode = memory; begin exclusive')
    return lock
  } catch (error) {
    if (lock.isOpen) lock.close()
    if (!(error instanceof Error)) throw error
    throw Reflect.get(error, 'errcode') === SQLITE_BUSY ? refusedBy(folder) : notLockable(folder, error)
  }
}

function notLockable(folder: string, { message }: Error): Refusal {
  return new Refusal(
    'invalid',
    {
      en: `The data folder ${folder} cannot be locked, its file lock is of no use: ${message}.`,
      de: `Der Datenordner ${folder} lässt sich nicht sperren, seine Datei lock ist nicht zu gebrauchen: ${message}.`,
    },
    {
      en: 'Remove that file if it is Leitstand’s, or choose another folder with --data.',
      de: 'Lösche diese Datei, wenn sie von Leitstand stammt, oder wähle mit --data einen anderen Ordner.',
    },
  )
}

function refusedBy(folder: string): Refusal {
  const holder = readHolder(folder)
  const who = holder
    ? {
        en: `process ${holder.pid} on ${holder.host} since ${holder.since}`,
        de: `Prozess ${holder.pid} auf ${holder.host} seit ${holder.since}`,
      }
    : { en: 'another process', de: 'einem anderen Prozess' }
  return new Refusal(
    'conflict',
    {
      en: `The data folder ${folder} is in use by ${who.en}.`,
      de: `Der Datenordner ${folder} wird gerade von ${who.de} benutzt.`,
    },
    {
      en: 'Stop that process, or choose another folder with --data.',
      de: 'Beende diesen Prozess, oder wähle mit --data einen anderen Ordner.',
    },
    [],
    { folder, holder },
  )
}

function readHolder(folder: string): Holder | null {
  try {
    const holder: Holder = JSON.parse(readFileSync(holderFile(folder), 'utf8'))
    return holder
  } catch {
    // The holder is just starting or stopping; its name is a courtesy, the lock itself decides.
    return null
  }
}

function holderFile(folder: string): string {
  return join(folder, 'holder.json')
}
