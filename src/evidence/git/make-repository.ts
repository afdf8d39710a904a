import { randomUUID } from 'node:crypto'
import { mkdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { unfinishedPrefix } from './clone-repository.ts'
import { openRepository, type GitRepository } from './open-repository.ts'
import { gitText } from './run-git.ts'

/**
 * Makes a bare repository from a history in the language of `git fast-import`, in a folder that must not be there yet.
 * It appears there whole or not at all.
 */
export async function makeRepository(
  folder: string,
  history: Buffer,
  signal: AbortSignal,
): Promise<GitRepository> {
  await mkdir(dirname(folder), { recursive: true, mode: 0o700 })
  const unfinished = join(dirname(folder), `${unfinishedPrefix}${basename(folder)}-${randomUUID()}`)
  try {
    await gitText(null, ['init', '--quiet', '--bare', '--template=', '--initial-branch=main', unfinished], {
      signal,
    })
    const { path, gitDir } = await openRepository(unfinished)
    await gitText({ path, gitDir }, ['fast-import', '--quiet', '--date-format=raw'], {
      input: history,
      signal,
    })
    await rename(unfinished, folder)
  } finally {
    await rm(unfinished, { recursive: true, force: true, maxRetries: 3 })
  }
  return openRepository(folder)
}
