import { commitMark } from './parse-numstat.ts'
import { pathText } from './path-text.ts'

/**
 * From line `oldStart` on, counted from 1, `oldLines` lines of the file before gave way to `newLines` new ones; where no
 * line went, the new ones stand behind line `oldStart`.
 */
export interface Hunk {
  readonly oldStart: number
  readonly oldLines: number
  readonly newLines: number
}

/** What one commit did to one path; paths as `pathText` writes them. */
export interface PatchEntry {
  /** Git's letter: A, D, M, R or T. */
  readonly status: string
  readonly path: string
  /** Only for a rename: the path before. */
  readonly from?: string
  /** False where only the name or the mode changed. */
  readonly contentChanged: boolean
  /** In the order of the lines; none for a binary file. */
  readonly hunks: Hunk[]
  /** For a file that became a link or the other way round: the hunks of what came, while `hunks` has what went. */
  readonly hunksOfNewType?: Hunk[]
}

/** What stands between two marks; no hash where git knows no such commit. */
export interface PatchCommit {
  readonly hash: string | null
  readonly entries: readonly PatchEntry[]
}

const nul = 0
const newline = 10
const plus = 43
const minus = 45
const colon = 58
const atSign = 64
const backslash = 92
const mark = commitMark.charCodeAt(0)

/**
 * Parses the output of `git diff-tree --stdin --always --raw -p -U0 -z` with a mark after each commit, keeping hunks
 * but no content. Names come from the raw part, where they are bytes between NULs; the patches follow in the same
 * order, and within a hunk exactly as many lines are skipped as its head announces: so neither a name nor a line of
 * content can pass for something else. The function that it returns takes the next bytes and answers with the commits
 * that are complete by then.
 */
export function patchParser() {
  let rest: Buffer = Buffer.alloc(0)
  let commit = startCommit()

  return (chunk: Buffer): PatchCommit[] => {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    const commits: PatchCommit[] = []
    let at = 0
    while (at < bytes.length) {
      const next = commit.take(bytes, at)
      if (next === -1) break
      if (commit.isOver()) {
        commits.push(commit.whole())
        commit = startCommit()
      }
      at = next
    }
    rest = bytes.subarray(at)
    return commits
  }
}

function startCommit() {
  let hash: string | null = null
  const entries: PatchEntry[] = []
  const patches = startPatches(entries)
  let part: 'raw' | 'patch' | 'over' = 'raw'

  /** Takes what begins at `at` and answers where it ends, or -1 when it is not all there. */
  function take(bytes: Buffer, at: number): number {
    if (part === 'patch' && patches.inLine()) return patches.takeLine(bytes, at)
    if (bytes[at] === mark) return takeMark(bytes, at)
    if (part === 'patch') return patches.takeLine(bytes, at)
    if (bytes[at] === nul) {
      part = 'patch'
      return at + 1
    }
    return bytes[at] === colon ? takeRaw(bytes, at) : takeHash(bytes, at)
  }

  function takeMark(bytes: Buffer, at: number): number {
    if (at + commitMark.length > bytes.length) return -1
    part = 'over'
    return at + commitMark.length
  }

  function takeHash(bytes: Buffer, at: number): number {
    const end = bytes.indexOf(nul, at)
    if (end === -1) return -1
    hash = bytes.toString('latin1', at, end)
    return end + 1
  }

  // `:100644 100644 <blob> <blob> R087`, then one path, or two for a rename, each with its NUL.
  function takeRaw(bytes: Buffer, at: number): number {
    const end = bytes.indexOf(nul, at)
    const first = end === -1 ? -1 : bytes.indexOf(nul, end + 1)
    if (first === -1) return -1
    const [, , before, after, letter = ''] = bytes.toString('latin1', at, end).split(' ')
    const status = letter.charAt(0)
    const contentChanged = before !== after
    const path = pathText(bytes, end + 1, first)
    if (status !== 'R') {
      const type = status === 'T' ? { hunksOfNewType: [] } : {}
      entries.push({ status, path, contentChanged, hunks: [], ...type })
      return first + 1
    }
    const second = bytes.indexOf(nul, first + 1)
    if (second === -1) return -1
    entries.push({ status, path: pathText(bytes, first + 1, second), from: path, contentChanged, hunks: [] })
    return second + 1
  }

  return {
    take,
    isOver: () => part === 'over',
    whole(): PatchCommit {
      if (part === 'over' && !patches.fit())
        throw new Error(`The patches of ${String(hash)} do not fit its paths.`)
      return { hash, entries }
    },
  }
}

/** Deals the hunks of the patches that follow to the entries, which have one patch each, or two for a change of type. */
function startPatches(entries: readonly PatchEntry[]) {
  let entry = -1
  let hunks: Hunk[] = []
  let oldLeft = 0
  let newLeft = 0
  let cut = false

  function takeLine(bytes: Buffer, at: number): number {
    if (oldLeft > 0 || newLeft > 0 || cut) return takeContent(bytes, at)
    const end = bytes.indexOf(newline, at)
    if (end === -1) return -1
    if (bytes[at] === atSign) takeHunk(bytes.toString('latin1', at, Math.min(end, at + 100)))
    else if (bytes.toString('latin1', at, at + 11) === 'diff --git ') takeHeader()
    return end + 1
  }

  /** A line of content may be longer than what is there yet: its first byte tells all, and the rest is skipped. */
  function takeContent(bytes: Buffer, at: number): number {
    const first = cut ? backslash : bytes[at]
    if (first === minus) oldLeft--
    else if (first === plus) newLeft--
    const end = bytes.indexOf(newline, at)
    cut = end === -1
    return cut ? bytes.length : end + 1
  }

  function takeHunk(head: string) {
    const [, oldStart, oldLines = '1', newLines = '1'] = hunkHead.exec(head) ?? []
    const hunk = { oldStart: Number(oldStart), oldLines: Number(oldLines), newLines: Number(newLines) }
    oldLeft = hunk.oldLines
    newLeft = hunk.newLines
    hunks.push(hunk)
  }

  function takeHeader() {
    const second = entries[entry]?.hunksOfNewType
    if (second && hunks !== second) hunks = second
    else hunks = entries[++entry]?.hunks ?? []
  }

  return {
    takeLine,
    inLine: () => oldLeft > 0 || newLeft > 0 || cut,
    fit: () => entry === -1 || entry === entries.length - 1,
  }
}

const hunkHead = /^@@ -(\d+)(?:,(\d+))? \+\d+(?:,(\d+))? @@/
