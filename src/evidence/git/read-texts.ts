import type { GitRepository } from './open-repository.ts'
import { catFiles, readSizes } from './read-contents.ts'

const largest = 1_048_576

/** Contents of small text files by the hash of their blob; missing, damaged and larger ones are left out. */
export async function readTexts(
  repository: GitRepository,
  blobs: readonly string[],
  signal?: AbortSignal,
): Promise<Map<string, string>> {
  const sizes = await readSizes(repository, [...new Set(blobs)], signal)
  const wanted = [...sizes].filter(([, size]) => size <= largest).map(([blob]) => blob)
  const texts = new Map<string, string>()
  if (wanted.length === 0) return texts
  for await (const [blob, bytes] of catFiles(repository, wanted, signal)) {
    if (bytes) texts.set(blob, bytes.toString('utf8'))
  }
  return texts
}
