import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { GitRepository } from './open-repository.ts'

/** Hashes of the commits whose parents a shallow clone left out; none for a whole history. */
export async function readBoundary(repository: GitRepository): Promise<string[]> {
  const text = await readFile(join(repository.commonDir, 'shallow'), 'utf8').catch(() => '')
  return text.split('\n').filter((line) => /^[0-9a-f]{40,64}$/.test(line))
}
