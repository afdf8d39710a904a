import { pathText } from './path-text.ts'

/** What one commit did to one path, written as by `pathText`; `from` is the path before where it was renamed, `lines` null for a binary file. */
export interface NumstatEntry {
  readonly path: string
  readonly from?: string
  readonly lines: { readonly added: number; readonly deleted: number } | null
}

/** What stands between two marks: a commit by its hash, with its entries, or no hash where git knows no such commit. */
export interface NumstatCommit {
  readonly hash: string | null
  readonly entries: readonly NumstatEntry[]
}

/** The line that is fed to git after each commit, and that `git diff-tree --stdin` echoes because it is no object id. */
export const commitMark = '.\n'

const nul = 0
const tab = 9
const mark = commitMark.charCodeAt(0)

/**
 * Parses the output of `git diff-tree --stdin --always --numstat -z` with a mark after each commit. The function that
 * it returns takes the next bytes and answers with the commits that are complete by then, one for each mark.
 */
export function numstatParser() {
  let rest: Buffer = Buffer.alloc(0)
  let hash: string | null = null
  let entries: NumstatEntry[] = []

  return (chunk: Buffer): NumstatCommit[] => {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    const commits: NumstatCommit[] = []
    let at = 0
    for (let next = recordEnd(bytes, at); next !== -1; next = recordEnd(bytes, at)) {
      if (bytes[at] === mark) {
        commits.push({ hash, entries })
        hash = null
        entries = []
      } else {
        const entry = parseRecord(bytes.subarray(at, next))
        if (typeof entry === 'string') hash = entry
        else entries.push(entry)
      }
      at = next
    }
    rest = bytes.subarray(at)
    return commits
  }
}

/** Where the record that begins at `at` ends, its closing NUL included; -1 while it is not all there. */
function recordEnd(bytes: Buffer, at: number): number {
  if (bytes[at] === mark) return at + 1 < bytes.length ? at + commitMark.length : -1
  const end = bytes.indexOf(nul, at)
  if (end === -1) return -1
  // A rename has an empty path, then the old and the new one, each with a NUL of its own; a path may hold tabs itself.
  if (bytes[end - 1] !== tab || bytes.indexOf(tab, bytes.indexOf(tab, at) + 1) !== end - 1) return end + 1
  const from = bytes.indexOf(nul, end + 1)
  const to = from === -1 ? -1 : bytes.indexOf(nul, from + 1)
  return to === -1 ? -1 : to + 1
}

/** A hash, or what stands behind `added TAB deleted TAB path`; counts are dashes for a binary file. */
function parseRecord(record: Buffer): string | NumstatEntry {
  const first = record.indexOf(tab)
  if (first === -1) return record.toString('latin1', 0, record.length - 1)
  const second = record.indexOf(tab, first + 1)
  const added = record.toString('latin1', 0, first)
  const deleted = record.toString('latin1', first + 1, second)
  const lines = added === '-' ? null : { added: Number(added), deleted: Number(deleted) }
  const paths = record.subarray(second + 1, -1)
  if (paths[0] !== nul) return { path: pathText(paths), lines }
  const cut = paths.indexOf(nul, 1)
  return { path: pathText(paths, cut + 1), from: pathText(paths, 1, cut), lines }
}
