import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import { Refusal } from '#kernel/operation/refusal.ts'
import type { RemoteSource } from './allowed-source.ts'
import { type GitRepository, openRepository } from './open-repository.ts'
import { redacted } from './parse-source.ts'
import { runTransport, type TransferOptions } from './run-transport.ts'

const defaultSizeLimit = 20 * 1024 ** 3

/**
 * Clones all branches and tags of a remote repository, bare, into a folder that must not be there yet. It appears there
 * whole or not at all: what was received so far is removed when the clone fails or is aborted. Refuses what the other
 * machine refuses, and what goes beyond the limits of time or size (`too-much`).
 */
export async function cloneRepository(
  source: RemoteSource,
  folder: string,
  options: TransferOptions = {},
): Promise<GitRepository> {
  await mkdir(dirname(folder), { recursive: true, mode: 0o700 })
  await refuseTaken(folder)
  const unfinished = join(dirname(folder), `${unfinishedPrefix}${basename(folder)}-${randomUUID()}`)
  const size = watchSize(unfinished, options.sizeLimit ?? defaultSizeLimit, source)
  try {
    const command = ['-C', dirname(folder), 'clone', '--bare', '--template=', '--origin=origin', '--no-local']
    const further = ['--no-recurse-submodules', '--no-reject-shallow', '--progress', '--']
    await runTransport(null, [...command, ...further, source.url, unfinished], source, options, size.exceeded)
    await size.check()
    await refuseTaken(folder)
    await rename(unfinished, folder)
  } finally {
    size.stop()
    await rm(unfinished, { recursive: true, force: true, maxRetries: 3 })
  }
  return openRepository(folder)
}

/** Removes what clones left behind in a folder of repositories when the program was killed. None may be running. */
export async function removeUnfinishedClones(parent: string): Promise<void> {
  const names = await readdir(parent).catch(() => [])
  const left = names.filter((name) => name.startsWith(unfinishedPrefix))
  await Promise.all(left.map((name) => rm(join(parent, name), { recursive: true, force: true })))
}

/** How folders begin that are not whole yet. */
export const unfinishedPrefix = '.unfinished-'

async function refuseTaken(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => null)
  if (found)
    throw new Refusal(
      'conflict',
      { en: `${folder} is there already.`, de: `${folder} gibt es schon.` },
      {
        en: 'Fetch into it, or choose another folder.',
        de: 'Hole das Neue dorthin, oder wähle einen anderen Ordner.',
      },
    )
}

/** Aborts when what lies in the folder's object store outgrows the limit. */
export function watchSize(folder: string, limit: number, source: RemoteSource) {
  const over = new AbortController()
  async function check() {
    const size = await sizeOf(folder)
    if (size > limit && !over.signal.aborted) {
      const mebibytes = Math.round(limit / 1024 ** 2)
      over.abort(
        new Refusal('too-much', {
          en: `${redacted(source.url)} is larger than ${mebibytes} MiB and was stopped.`,
          de: `${redacted(source.url)} ist größer als ${mebibytes} MiB und wurde abgebrochen.`,
        }),
      )
    }
    over.signal.throwIfAborted()
  }
  // The refusal reaches whoever waits for the transfer through the signal.
  const timer = setInterval(() => void check().catch(() => {}), 250)
  return { exceeded: over.signal, check, stop: () => clearInterval(timer) }
}

/** Bytes of the packs in a repository, finished or not: what is fetched comes as one pack. */
async function sizeOf(folder: string): Promise<number> {
  const packs = join(folder, 'objects', 'pack')
  const names = await readdir(packs).catch(() => [])
  const sizes = await Promise.all(
    names.map((name) =>
      stat(join(packs, name)).then(
        (file) => file.size,
        () => 0,
      ),
    ),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}
