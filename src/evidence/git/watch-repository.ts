import { createHash } from 'node:crypto'
import { type FSWatcher, watch } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { GitRepository } from './open-repository.ts'

export interface WatchOptions {
  /**
   * Is called when HEAD, a branch, a tag, a replaced commit or the depth of a shallow clone changed, or the repository
   * went or came back; also when references were only packed, and once for changes that come together.
   */
  readonly onChange: () => void
  /** Milliseconds between looks where no event tells anything; by default five seconds. */
  readonly interval?: number
}

export interface RepositoryWatch {
  /** Settles when the first look has been taken: later changes are told. */
  readonly ready: Promise<void>
  close(): void
}

/** A git command changes several files in a row; so long after the first a look is taken. */
const pause = 30
/** Folders of references beyond this number are only looked at in turn; each one watched takes a handle. */
const mostFolders = 64
/** Files read at the same time. */
const atOnce = 32
const refFolders = ['heads', 'tags', 'replace'] as const

/**
 * Watches which commits HEAD, the branches and the tags of a repository name. A change is told within about 100 ms where
 * the system tells of changed files, and else at the next look. Survives that the repository is deleted and made again;
 * does not keep the process alive.
 */
export function watchRepository(repository: GitRepository, options: WatchOptions): RepositoryWatch {
  const folders = watchFolders(() => soon(pause))
  let known: string | null = null
  let closed = false
  let looking = false
  let again = false
  let timer: NodeJS.Timeout | undefined
  let due = Infinity

  function soon(delay: number) {
    if (closed) return
    if (looking) {
      again = true
      return
    }
    // An earlier look stays: a stream of events must not put it off for ever.
    const at = performance.now() + delay
    if (at >= due) return
    clearTimeout(timer)
    due = at
    timer = setTimeout(() => void look(), delay).unref()
  }

  async function look() {
    looking = true
    again = false
    due = Infinity
    // The folders first: what changes after the reading then makes an event.
    await folders.keep(await foldersToWatch(repository))
    const key = await readKey(repository)
    looking = false
    if (closed) return
    const changed = known !== null && key !== known
    known = key
    // A folder that came meanwhile is watched from the next look on.
    soon(again || changed ? pause : (options.interval ?? 5000))
    if (changed) options.onChange()
  }

  return {
    ready: look(),
    close() {
      closed = true
      clearTimeout(timer)
      folders.close()
    },
  }
}

/** Holds a watcher for each folder asked for, and a new one where a folder was made again under its name. */
function watchFolders(onEvent: () => void) {
  const watchers = new Map<string, { readonly identity: string; readonly watcher: FSWatcher }>()
  let closed = false

  function drop(folder: string) {
    watchers.get(folder)?.watcher.close()
    watchers.delete(folder)
  }

  async function keep(wanted: readonly string[]) {
    for (const folder of watchers.keys()) if (!wanted.includes(folder)) drop(folder)
    for (const folder of wanted) {
      const identity = await identityOf(folder)
      if (watchers.get(folder)?.identity === identity) continue
      drop(folder)
      if (identity === null || closed) continue
      try {
        const watcher = watch(folder, { persistent: false }, onEvent)
        watcher.on('error', () => drop(folder))
        watchers.set(folder, { identity, watcher })
      } catch {
        // Gone again, or the system has no handle left: the next look is due anyway.
      }
    }
  }

  return {
    keep,
    close() {
      closed = true
      for (const folder of watchers.keys()) drop(folder)
    },
  }
}

/** Tells a folder from one that was made later under the same name, even where the file number is used again. */
async function identityOf(folder: string): Promise<string | null> {
  const found = await stat(folder, { bigint: true }).catch(() => null)
  return found?.isDirectory() ? `${found.dev}:${found.ino}:${found.birthtimeNs}` : null
}

async function foldersToWatch({ gitDir, commonDir }: GitRepository): Promise<string[]> {
  const top = [
    ...new Set([
      gitDir,
      commonDir,
      join(commonDir, 'refs'),
      join(commonDir, 'info'),
      join(commonDir, 'reftable'),
      join(gitDir, 'reftable'),
    ]),
  ]
  const refs = await walk(refFolders.map((folder) => join(commonDir, 'refs', folder)))
  const there = await identityOf(gitDir)
  // Where the repository has gone, its next ancestor tells when it comes back.
  return there === null ? [await nextAncestor(gitDir)] : [...top, ...refs.folders].slice(0, mostFolders)
}

async function nextAncestor(folder: string): Promise<string> {
  const parent = dirname(folder)
  return parent === folder || (await identityOf(parent)) !== null ? parent : nextAncestor(parent)
}

/** A digest of everything that says which commit a reference names, read without starting git. */
async function readKey({ gitDir, commonDir }: GitRepository): Promise<string> {
  const refs = await walk(refFolders.map((folder) => join(commonDir, 'refs', folder)))
  const tables = [...new Set([gitDir, commonDir])].map((folder) => join(folder, 'reftable', 'tables.list'))
  const ends = [join(commonDir, 'shallow'), join(commonDir, 'info', 'grafts')]
  const single = [join(gitDir, 'HEAD'), ...ends, ...tables, ...refs.files]
  const contents: (string | null)[] = []
  for (let at = 0; at < single.length; at += atOnce) {
    const some = single.slice(at, at + atOnce).map((file) => readFile(file, 'latin1').catch(() => null))
    contents.push(...(await Promise.all(some)))
  }
  // Packed references may be many megabytes, and are always written as a new file.
  const packed = await stat(join(commonDir, 'packed-refs'), { bigint: true }).catch(() => null)
  const parts = [single, contents, packed && `${packed.ino} ${packed.size} ${packed.mtimeNs}`]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}

/** Everything below the folders, in a steady order; locks are left out. */
async function walk(tops: readonly string[]): Promise<{ folders: string[]; files: string[] }> {
  const folders = [...tops]
  const files: string[] = []
  for (let next = 0; next < folders.length; next++) {
    const folder = folders[next] ?? ''
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
    for (const entry of entries) {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) folders.push(path)
      else if (!entry.name.endsWith('.lock')) files.push(path)
    }
  }
  return { folders, files: files.sort() }
}
