import { join } from 'node:path'
import type { Kernel } from '#kernel'
import { allowedSource } from '../git/allowed-source.ts'
import { openRepository, type GitRepository } from '../git/open-repository.ts'
import { evidenceSettings, sourceRules } from './evidence-settings.ts'

/**
 * The repository to scan, if it is still listed: a folder once more held against what is allowed.
 */
export async function openSource(
  kernel: Kernel,
  repositoryId: string,
  signal: AbortSignal,
): Promise<GitRepository | null> {
  const row = await sourceOf(kernel, repositoryId)
  if (!row) return null
  signal.throwIfAborted()
  const allowed = await allowedSource(row.source, sourceRules(evidenceSettings(kernel)))
  if (allowed.kind === 'folder') return allowed.repository
  return openRepository(cloneFolder(kernel, repositoryId))
}

/** The repository as the last scan saw it, without fetching. */
export async function openRead(kernel: Kernel, repositoryId: string): Promise<GitRepository | null> {
  const row = await sourceOf(kernel, repositoryId)
  if (!row) return null
  return openRepository(row.source_kind === 'path' ? row.source : cloneFolder(kernel, repositoryId))
}

/** Where the bare clone of a repository that was added by its address lies. */
function cloneFolder(kernel: Kernel, repositoryId: string): string {
  return join(evidenceSettings(kernel).cloneFolder, `${repositoryId}.git`)
}

function sourceOf(kernel: Kernel, repositoryId: string) {
  return kernel.store.database
    .selectFrom('repository')
    .select(['source_kind', 'source'])
    .where('workspace_id', '=', kernel.store.workspaceId)
    .where('id', '=', repositoryId)
    .executeTakeFirst()
}
