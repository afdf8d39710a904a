import type { CommitStore } from './commit-columns.ts'
import type { TreeFile } from './history.ts'
import { isStep, type Steps } from './steps.ts'

/** The file of each change, and what the files are called. */
interface FollowedFiles {
  readonly start: Int32Array
  readonly file: Int32Array
  readonly source: Int32Array
  readonly status: Uint8Array
  readonly names: string[]
  readonly atHead: Int32Array
}

const [added, deleted, renamed] = ['A', 'D', 'R'].map((letter) => letter.charCodeAt(0))

/**
 * Gives every change the file it belongs to, walking the commits oldest first. A file keeps its number through renames.
 * The old name goes on leading to the file until something else is added under it, because a branch that does not know
 * of the rename yet may still change it.
 */
export function* followFiles(
  commits: CommitStore,
  order: Int32Array,
  tree: readonly TreeFile[],
): Steps<FollowedFiles> {
  const changes = totalChanges(commits, order)
  const start = new Int32Array(order.length + 1)
  const file = new Int32Array(changes)
  const source = new Int32Array(changes)
  const status = new Uint8Array(changes)
  const fileByPath = new Int32Array(commits.paths.size).fill(-1)
  const alive = new Uint8Array(commits.paths.size)
  const names: string[] = []
  const createFile = (path: string) => names.push(path) - 1

  let next = 0
  for (let index = 0; index < order.length; index++) {
    if (isStep(index, 64)) yield
    const [from, to] = changeRange(commits, order[index] ?? 0)
    start[index] = next
    const left = namesLeft(commits, from, to)
    const first = next
    for (let change = from; change < to; change++, next++) {
      status[next] = commits.changeStatus.at(change)
      source[next] = change
      file[next] = fileOfChange(change, left)
    }
    for (let change = from, slot = first; change < to; change++, slot++) settle(change, file[slot] ?? 0)
  }
  start[order.length] = next

  function fileOfChange(change: number, left: ReadonlySet<number>): number {
    const path = commits.changePath.at(change)
    const came = commits.changeFrom.at(change)
    const kind = commits.changeStatus.at(change)
    const known = fileByPath[kind === renamed && came >= 0 ? came : path] ?? -1
    const starts = kind === added && (alive[path] !== 1 || left.has(path))
    return known === -1 || starts ? createFile(commits.paths.nameOf(path)) : known
  }

  function settle(change: number, owner: number) {
    const path = commits.changePath.at(change)
    const kind = commits.changeStatus.at(change)
    fileByPath[path] = owner
    alive[path] = kind === deleted ? 0 : 1
    if (kind !== deleted) names[owner] = commits.paths.nameOf(path)
    const came = commits.changeFrom.at(change)
    if (kind === renamed && came >= 0 && fileByPath[came] === owner) alive[came] = 0
  }

  const atHead = claimTree(tree, names, (path) => fileByPath[commits.paths.find(path) ?? -1] ?? -1)
  return { start, file, source, status, names, atHead }
}

/** The files of the tree, by path; a path that two histories lead to one file gets a file of its own the second time. */
function claimTree(tree: readonly TreeFile[], names: string[], fileOf: (path: string) => number): Int32Array {
  const claimed = new Set<number>()
  const byPath = tree.map((entry) => entry.path).sort()
  const own = byPath.filter((path) => names[fileOf(path)] === path)
  for (const path of own) claimed.add(fileOf(path))
  const ownPaths = new Set(own)
  return Int32Array.from(byPath, (path) => {
    const known = fileOf(path)
    if (ownPaths.has(path)) return known
    if (known === -1 || claimed.has(known)) return names.push(path) - 1
    claimed.add(known)
    names[known] = path
    return known
  })
}

function namesLeft(commits: CommitStore, from: number, to: number): Set<number> {
  const left = new Set<number>()
  for (let change = from; change < to; change++) {
    if (commits.changeStatus.at(change) === renamed) left.add(commits.changeFrom.at(change))
  }
  return left
}

function totalChanges(commits: CommitStore, order: Int32Array): number {
  let total = 0
  for (const at of order) {
    const [from, to] = changeRange(commits, at)
    total += to - from
  }
  return total
}

function changeRange(commits: CommitStore, at: number): [number, number] {
  const end = at + 1 < commits.length ? commits.changeStart.at(at + 1) : commits.changePath.length
  return [commits.changeStart.at(at), end]
}
