import { existsSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Refusal, type Kernel } from '#kernel'
import { allowedSource, type RemoteSource } from '../git/allowed-source.ts'
import { cloneRepository, removeUnfinishedClones } from '../git/clone-repository.ts'
import { fetchRepository } from '../git/fetch-repository.ts'
import { makeRepository } from '../git/make-repository.ts'
import { openRepository, type GitRepository } from '../git/open-repository.ts'
import { evidenceSettings, sourceRules } from './evidence-settings.ts'
import { enterPhase, tellProgress } from './scan-state.ts'

/**
 * The repository to scan, if it is still listed, once more held against what is allowed: a folder as it is, of an address
 * a bare clone in the data folder, brought up to date.
 */
export async function openSource(
  kernel: Kernel,
  repositoryId: string,
  signal: AbortSignal,
): Promise<GitRepository | null> {
  const row = await sourceOf(kernel, repositoryId)
  if (!row) return null
  signal.throwIfAborted()
  const settings = evidenceSettings(kernel)
  const tell = settings.madeUp?.(row.source)
  if (tell) return makeAtHome(kernel, repositoryId, tell, signal)
  const rules = sourceRules(settings)
  // What was allowed when it was added stays so, as long as it still consists of the same folders.
  const allowed = await allowedSource(row.source, { ...rules, roots: [...rules.roots, ...row.places] })
  if (allowed.kind === 'folder') return allowed.repository
  await enterPhase(kernel, repositoryId, { phase: 'fetching', done: 0, of: null, error: null })
  return bringHome(kernel, repositoryId, allowed, signal)
}

/** What is made up is made once, and again where its folder is missing; nothing new ever comes. */
async function makeAtHome(
  kernel: Kernel,
  repositoryId: string,
  tell: () => Promise<Buffer>,
  signal: AbortSignal,
): Promise<GitRepository> {
  const folder = cloneFolder(kernel, repositoryId)
  if (existsSync(folder)) return openRepository(folder)
  const made = await makeRepository(folder, await tell(), signal)
  if (await sourceOf(kernel, repositoryId)) return made
  await removeOrphanClone(kernel, repositoryId)
  throw goneMeanwhile()
}

async function bringHome(
  kernel: Kernel,
  repositoryId: string,
  source: RemoteSource,
  signal: AbortSignal,
): Promise<GitRepository> {
  const folder = cloneFolder(kernel, repositoryId)
  const options = {
    signal,
    onProgress: ({ done, of }: { done: number; of: number | null }) =>
      tellProgress(kernel, repositoryId, 'fetching', done, of),
  }
  if (!existsSync(folder)) {
    const clone = await cloneRepository(source, folder, options)
    if (await sourceOf(kernel, repositoryId)) return clone
    await removeOrphanClone(kernel, repositoryId)
    throw goneMeanwhile()
  }
  const repository = await openRepository(folder)
  await fetchRepository(repository, source, options)
  return repository
}

function goneMeanwhile(): Refusal {
  return new Refusal('not-found', {
    en: 'The repository was removed while it was being cloned.',
    de: 'Das Repository wurde entfernt, während es geklont wurde.',
  })
}

/** The repository as the last scan saw it, without fetching; where another process scanned, it is brought home first. */
export async function openRead(
  kernel: Kernel,
  repositoryId: string,
  signal: AbortSignal,
): Promise<GitRepository | null> {
  const folder = cloneFolder(kernel, repositoryId)
  return existsSync(folder) ? openRepository(folder) : openSource(kernel, repositoryId, signal)
}

/** Removes what is left in the folder of clones of repositories that are no longer listed. No other process may use it. */
export async function sweepClones(kernel: Kernel): Promise<void> {
  const { cloneFolder: folder } = evidenceSettings(kernel)
  await removeUnfinishedClones(folder)
  const names = await readdir(folder).catch(() => [])
  for (const name of names) {
    const id = name.replace(/\.git$/, '')
    if (id !== name && !(await sourceOf(kernel, id))) await removeOrphanClone(kernel, id)
  }
}

/** Removes the clone of a repository that is no longer listed. */
export async function removeOrphanClone(kernel: Kernel, repositoryId: string): Promise<void> {
  await rm(cloneFolder(kernel, repositoryId), { recursive: true, force: true })
}

/** Where the bare clone of a repository that was added by its address lies. */
function cloneFolder(kernel: Kernel, repositoryId: string): string {
  return join(evidenceSettings(kernel).cloneFolder, `${repositoryId}.git`)
}

function sourceOf(kernel: Kernel, repositoryId: string) {
  return kernel.store.database
    .selectFrom('repository')
    .select(['source_kind', 'source', 'places'])
    .where('workspace_id', '=', kernel.store.workspaceId)
    .where('id', '=', repositoryId)
    .executeTakeFirst()
}
