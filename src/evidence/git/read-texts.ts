import type { GitRepository } from './open-repository.ts'
import { gitBytes, gitText } from './run-git.ts'

const largest = 1_048_576

/** Contents of small text files by the hash of their blob; missing ones and those over 1 MiB are left out. */
export async function readTexts(
  repository: GitRepository,
  blobs: readonly string[],
  signal?: AbortSignal,
): Promise<Map<string, string>> {
  const options = signal ? { signal } : {}
  const sizes = await askFor(blobs, (input) =>
    gitText(repository, ['cat-file', '--batch-check'], { ...options, input }),
  )
  const wanted = (sizes ?? '').split('\n').flatMap((line) => {
    const [hash = '', type, size] = line.split(' ')
    return type === 'blob' && Number(size) <= largest ? [hash] : []
  })
  const bytes = await askFor(wanted, (input) =>
    gitBytes(repository, ['cat-file', '--batch'], { ...options, input }),
  )
  return parseBatch(bytes ?? Buffer.alloc(0))
}

async function askFor<T>(hashes: readonly string[], ask: (input: string) => Promise<T>): Promise<T | null> {
  if (hashes.length === 0) return null
  return ask([...new Set(hashes)].map((hash) => `${hash}\n`).join(''))
}

/** Reads `<hash> blob <size>\n<content>\n`, one after the other. */
function parseBatch(bytes: Buffer): Map<string, string> {
  const texts = new Map<string, string>()
  for (let from = 0; from < bytes.length;) {
    const lineEnd = bytes.indexOf(0x0a, from)
    const [hash = '', , size] = bytes.toString('latin1', from, lineEnd).split(' ')
    const end = lineEnd + 1 + Number(size)
    texts.set(hash, bytes.toString('utf8', lineEnd + 1, end))
    from = end + 1
  }
  return texts
}
