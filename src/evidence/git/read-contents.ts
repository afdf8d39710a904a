import { Refusal } from '#kernel/operation/refusal.ts'
import { type Indentation, indentation } from './indentation.ts'
import type { GitRepository } from './open-repository.ts'
import { gitRefusal, runGit } from './run-git.ts'

/** What the text of a blob yields. */
export type BlobContent = Indentation

/** Contents by blob id; null for what is no text to measure: binary, or too large. */
export type ContentCache = Map<string, BlobContent | null>

export interface ReadContentsOptions {
  readonly signal?: AbortSignal
  /** Is told each blob that the repository does not hold. */
  readonly onMissing?: (blob: string) => void
}

/** Larger blobs are data, not code. */
const largest = 1_048_576
/** Git's own rule: a NUL among the first bytes makes a file binary. */
const binaryProbe = 8000
/** With more damaged objects than this the repository itself is broken, and reading on would take for ever. */
const mostDamaged = 50
const newline = 10

/**
 * Measures the blobs that are text of at most 1 MiB. Binary, larger and missing blobs are left out of the answer; what
 * was read goes into the cache, and what is there is not read again. Nothing is fetched for a partial clone.
 */
export async function readContents(
  repository: GitRepository,
  blobs: readonly string[],
  cache: ContentCache = new Map(),
  options: ReadContentsOptions = {},
): Promise<Map<string, BlobContent>> {
  const wanted = [...new Set(blobs)].filter((blob) => !cache.has(blob))
  const sizes = await readSizes(repository, wanted, options.signal)
  for (const blob of wanted) {
    const size = sizes.get(blob)
    if (size === undefined) options.onMissing?.(blob)
    else if (size > largest) cache.set(blob, null)
  }
  const readable = wanted.filter((blob) => (sizes.get(blob) ?? Infinity) <= largest)
  for await (const [blob, bytes] of catFiles(repository, readable, options.signal)) {
    if (bytes === null) options.onMissing?.(blob)
    else cache.set(blob, isBinary(bytes) ? null : indentation(bytes))
  }
  const contents = new Map<string, BlobContent>()
  for (const blob of blobs) {
    const content = cache.get(blob)
    if (content) contents.set(blob, content)
  }
  return contents
}

function isBinary(bytes: Uint8Array): boolean {
  const nul = bytes.indexOf(0)
  return nul !== -1 && nul < binaryProbe
}

/** Sizes in bytes of the blobs that are there. */
export async function readSizes(
  repository: GitRepository,
  blobs: readonly string[],
  signal?: AbortSignal,
): Promise<Map<string, number>> {
  if (blobs.length === 0) return new Map()
  // Asked for an object that a partial clone lacks, git would try to fetch it and stop: there it lists what it has.
  const all = repository.partial ? ['--batch-all-objects', '--unordered'] : []
  const asked = repository.partial ? new Set(blobs) : null
  const format = '--batch-check=%(objectname) %(objecttype) %(objectsize)'
  const sizes = new Map<string, number>()
  for await (const line of lines(
    catFile(repository, [format, '--buffer', ...all], asked ? [] : blobs, signal),
  )) {
    const [blob = '', type, size] = line.split(' ')
    if (type === 'blob' && (asked === null || asked.has(blob))) sizes.set(blob, Number(size))
  }
  return sizes
}

async function* lines(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let rest = ''
  for await (const chunk of chunks) {
    const parts = (rest + chunk.toString('latin1')).split('\n')
    rest = parts.pop() ?? ''
    yield* parts
  }
}

/**
 * The bytes of each blob, valid until the next one, or null for one that turns out to be unreadable: git stops at a
 * damaged object, and is started again behind it.
 */
export async function* catFiles(
  repository: GitRepository,
  blobs: readonly string[],
  signal?: AbortSignal,
): AsyncGenerator<[string, Buffer | null]> {
  for (let next = 0, damaged = 0; next < blobs.length;) {
    const left = blobs.slice(next)
    try {
      for await (const bytes of batch(catFile(repository, ['--batch', '--buffer'], left, signal)))
        yield [blobs[next++] ?? '', bytes]
    } catch (error) {
      if (
        signal?.aborted ||
        !(error instanceof Refusal) ||
        error.code === 'not-found' ||
        ++damaged > mostDamaged
      )
        throw error
      yield [blobs[next++] ?? '', null]
    }
  }
}

/** Splits what `git cat-file --batch` writes; null stands for an object that is missing. */
async function* batch(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer | null> {
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of chunks) {
    let bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    for (;;) {
      const head = bytes.indexOf(newline)
      if (head === -1) break
      const [, type, size] = bytes.toString('latin1', 0, head).split(' ')
      const end = type === 'blob' ? head + 1 + Number(size) : head
      // Behind the content stands one more newline.
      if (end >= bytes.length) break
      yield type === 'blob' ? bytes.subarray(head + 1, end) : null
      bytes = bytes.subarray(end + 1)
    }
    rest = bytes
  }
}

/** What one `git cat-file` writes about the blobs that are fed to it. */
async function* catFile(
  repository: GitRepository,
  args: readonly string[],
  blobs: readonly string[],
  signal?: AbortSignal,
): AsyncGenerator<Buffer> {
  const input = blobs.map((blob) => `${blob}\n`).join('')
  const run = runGit(repository, ['cat-file', ...args], { input, ...(signal ? { signal } : {}) })
  try {
    yield* run.stdout
    const { code, stderr } = await run.done
    signal?.throwIfAborted()
    if (code !== 0) throw gitRefusal(repository, 'cat-file', code, stderr)
  } finally {
    run.stop()
  }
}
