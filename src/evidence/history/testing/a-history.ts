import { buildHistory } from '../build-history.ts'
import { commitColumns } from '../commit-columns.ts'
import type { ChangeStatus, CommitFact, CommitKind, PathChange } from '../commit-fact.ts'
import type { History, TreeFile } from '../history.ts'

/** One commit of a test, with only what the test is about; its `id` serves as its hash. */
export interface ACommit {
  readonly id: string
  /** Author's instant, ISO 8601 or milliseconds; also the committer's unless `committed` is given. */
  readonly at: string | number
  readonly committed?: string | number
  /** Minutes east of UTC, 0 unless given. */
  readonly offset?: number | null
  readonly author?: string
  readonly coauthors?: readonly string[]
  readonly bot?: boolean
  readonly assisted?: boolean
  /** `M path`, `A path`, `D path`, `T path` or `R old -> new`. */
  readonly files?: readonly string[]
  /** Ids; the commit listed before unless given, `[]` for a root. */
  readonly parents?: readonly string[]
  readonly kind?: CommitKind
  /** Ids of the commits it says it reverts. */
  readonly reverts?: readonly string[]
}

export interface HistoryOptions {
  /** Id of the head, the last commit listed unless given. */
  readonly head?: string | null
  /** Paths at the head; what the commits leave behind unless given. */
  readonly tree?: readonly string[]
}

/** A history from a short list of commits, through the same columns and builder as a real one. */
export function aHistory(commits: readonly ACommit[], options: HistoryOptions = {}): History {
  const facts = commits.map((commit, index) => toFact(commit, commits[index - 1]))
  const head = options.head === undefined ? (commits.at(-1)?.id ?? null) : options.head
  const store = commitColumns()
  for (const fact of facts) store.add(fact)
  const paths = options.tree ?? pathsLeft(facts, head)
  const tree: TreeFile[] = paths.map((path) => ({ path, blob: `blob of ${path}` }))
  return buildHistory(store, head, tree)
}

/** Index of the commit with this id. */
export function commitOf(history: History, id: string): number {
  const index = history.hashes.indexOf(id)
  if (index === -1) throw new Error(`The test's history has no commit ${id}.`)
  return index
}

/** Index of the file that has this path last. */
export function fileOf(history: History, path: string): number {
  const index = history.files.lastIndexOf(path)
  if (index === -1) throw new Error(`The test's history has no file ${path}.`)
  return index
}

/** Milliseconds since 1970; an instant without an offset is in UTC. */
export function instant(at: string | number): number {
  if (typeof at === 'number') return at
  const parsed = Date.parse(/T.*(Z|[+-]\d\d:?\d\d)$/.test(at) || !at.includes('T') ? at : `${at}Z`)
  if (Number.isNaN(parsed)) throw new Error(`${at} is no instant.`)
  return parsed
}

function toFact(commit: ACommit, before: ACommit | undefined): CommitFact {
  return {
    hash: commit.id,
    parents: commit.parents ?? (before === undefined ? [] : [before.id]),
    author: commit.author ?? 'ann',
    coauthors: commit.coauthors ?? [],
    bot: commit.bot ?? false,
    assisted: commit.assisted ?? false,
    authoredAt: instant(commit.at),
    authorOffset: commit.offset === undefined ? 0 : commit.offset,
    committedAt: instant(commit.committed ?? commit.at),
    subject: `${commit.kind === undefined ? '' : `${commit.kind}: `}commit ${commit.id}`,
    kind: commit.kind ?? null,
    reverts: commit.reverts ?? [],
    changes: (commit.files ?? []).map(toChange),
  }
}

const changeStatuses: readonly ChangeStatus[] = ['A', 'M', 'D', 'R', 'T']
const statusByLetter = new Map<string, ChangeStatus>(changeStatuses.map((status) => [status, status]))

function toChange(text: string): PathChange {
  const status = statusByLetter.get(text.charAt(0))
  const rest = text.slice(2)
  if (status === undefined || text[1] !== ' ') throw new Error(`${text} is no change of a file.`)
  if (status !== 'R') return { status, path: rest }
  const [from, path] = rest.split(' -> ')
  if (from === undefined || path === undefined) throw new Error(`${text} names no two paths.`)
  return { status, path, from }
}

function pathsLeft(facts: readonly CommitFact[], head: string | null): string[] {
  const byHash = new Map(facts.map((fact) => [fact.hash, fact]))
  const reached = new Set<CommitFact>()
  const open = head === null ? [] : [head]
  for (let hash = open.pop(); hash !== undefined; hash = open.pop()) {
    const fact = byHash.get(hash)
    if (fact === undefined || reached.has(fact)) continue
    reached.add(fact)
    open.push(...fact.parents)
  }
  const left = new Set<string>()
  // Found from the head backwards; turned around, commits of one instant keep their order.
  for (const fact of [...reached].reverse().sort((a, b) => a.committedAt - b.committedAt)) {
    for (const change of fact.changes) {
      if (change.from !== undefined) left.delete(change.from)
      if (change.status === 'D') left.delete(change.path)
      else left.add(change.path)
    }
  }
  return [...left]
}
