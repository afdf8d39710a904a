import type { ChangeStatus, PathChange } from '#evidence/history/commit-fact.ts'
import { pathText } from './path-text.ts'

/** One commit as `git log` tells it, with nothing made of it yet. */
export interface LoggedCommit {
  hash: string
  /** Hashes with spaces between them. */
  parents: string
  authorName: string
  authorAddress: string
  /** As in `1700000000 +0100`, empty where git could not read it. */
  authorDate: string
  committerName: string
  committerAddress: string
  committerDate: string
  message: string
  changes: PathChange[]
}

/** The settings of `git log` that `logParser` reads. A message ends with the NUL that closes the format. */
export const logFormat = [
  '--raw',
  '-z',
  '--no-abbrev',
  '--no-diff-merges',
  '--no-decorate',
  '--no-notes',
  '--no-color',
  '-O/dev/null',
  '--date=raw',
  '--format=tformat:%H%x00%P%x00%aN%x00%aE%x00%ad%x00%cN%x00%cE%x00%cd%x00%B',
]

const fields = 9
const lineFeed = 0x0a
const colon = 0x3a

/**
 * Reads the output of `git log` piece by piece. Fields are counted, never searched for, since a message or a path may
 * hold anything but NUL: nine fields, then for each change `:modes hashes status` and one path or two, the first of
 * them behind a line feed.
 */
export function logParser() {
  let held: Buffer[] = []
  let commit = emptyCommit()
  let field = 0
  let complete: LoggedCommit[] = []
  let entry: Entry = { status: null, from: '', paths: 0 }

  /** Takes in a piece and answers the commits that it completed: a commit is complete when the next one begins. */
  function push(chunk: Buffer): LoggedCommit[] {
    let from = 0
    for (let to = chunk.indexOf(0); to !== -1; to = chunk.indexOf(0, from)) {
      if (held.length === 0) take(chunk, from, to)
      else takeHeld(chunk.subarray(from, to))
      from = to + 1
    }
    if (from < chunk.length) held.push(chunk.subarray(from))
    const ready = complete
    complete = []
    return ready
  }

  /** The last commit, once git has ended well; null when there is none or it was cut off. */
  function end(): LoggedCommit | null {
    return field === fields && entry.paths === 0 && held.length === 0 ? commit : null
  }

  function takeHeld(piece: Buffer) {
    const whole = Buffer.concat([...held, piece])
    held = []
    take(whole, 0, whole.length)
  }

  function take(bytes: Buffer, from: number, to: number) {
    if (entry.paths > 0) takePath(bytes, from, to)
    else if (field < fields) takeField(bytes, from, to)
    else if (bytes[from] === colon) entry = readEntry(bytes, from)
    else if (bytes[from] === lineFeed) entry = readEntry(bytes, from + 1)
    else startNext(bytes, from, to)
  }

  function takePath(bytes: Buffer, from: number, to: number) {
    entry.paths--
    if (entry.status === null) return
    const path = pathText(bytes, from, to)
    if (entry.paths > 0) entry.from = path
    else if (entry.status === 'R') commit.changes.push({ status: 'R', path, from: entry.from })
    else commit.changes.push({ status: entry.status, path })
  }

  function startNext(bytes: Buffer, from: number, to: number) {
    complete.push(commit)
    commit = emptyCommit()
    field = 0
    takeField(bytes, from, to)
  }

  function takeField(bytes: Buffer, from: number, to: number) {
    const name = fieldNames[field++]
    if (name !== undefined) commit[name] = bytes.toString('utf8', from, to)
  }

  return { push, end }
}

const fieldNames = [
  'hash',
  'parents',
  'authorName',
  'authorAddress',
  'authorDate',
  'committerName',
  'committerAddress',
  'committerDate',
  'message',
] as const

interface Entry {
  /** Null for what is left out: a submodule that stays one. */
  readonly status: ChangeStatus | null
  from: string
  /** Paths still to come. */
  paths: number
}

/** Reads `:100644 100644 <hash> <hash> M`, whose hashes are as long as the object format makes them. */
function readEntry(bytes: Buffer, at: number): Entry {
  const hashLength = bytes.indexOf(0x20, at + 15) - at - 15
  const letter = String.fromCharCode(bytes[at + 17 + 2 * hashLength] ?? 0)
  const wasSubmodule = isSubmodule(bytes, at + 1)
  const isNowSubmodule = isSubmodule(bytes, at + 8)
  return {
    status: statusOf(letter, wasSubmodule, isNowSubmodule),
    from: '',
    paths: letter === 'R' || letter === 'C' ? 2 : 1,
  }
}

/** A submodule is no file: one that turns into a file is an added file, and the other way round a deleted one. */
function statusOf(letter: string, wasSubmodule: boolean, isNowSubmodule: boolean): ChangeStatus | null {
  if (letter === 'T' && wasSubmodule) return 'A'
  if (letter === 'T' && isNowSubmodule) return 'D'
  if (wasSubmodule || isNowSubmodule) return null
  return statuses[letter] ?? null
}

const statuses: Readonly<Record<string, ChangeStatus>> = { A: 'A', M: 'M', D: 'D', R: 'R', T: 'T', C: 'A' }

function isSubmodule(bytes: Buffer, at: number): boolean {
  return bytes[at] === 0x31 && bytes[at + 1] === 0x36
}

function emptyCommit(): LoggedCommit {
  return {
    hash: '',
    parents: '',
    authorName: '',
    authorAddress: '',
    authorDate: '',
    committerName: '',
    committerAddress: '',
    committerDate: '',
    message: '',
    changes: [],
  }
}
