import { canonicalOrder } from './canonical-order.ts'
import type { CommitStore } from './commit-columns.ts'
import { deliver } from './deliver.ts'
import { followFiles } from './follow-files.ts'
import type { History, TreeFile } from './history.ts'

/**
 * The history that `head` reaches within the commits read, with the files of its tree. A null head is an empty
 * repository. Throws a plain error when the head is not among the commits.
 */
export function buildHistory(commits: CommitStore, head: string | null, tree: readonly TreeFile[]): History {
  const at = head === null ? -1 : commits.indexOf(head)
  if (at === undefined) throw new Error(`The head ${String(head)} is not among the commits read.`)
  const order = at === -1 ? new Int32Array(0) : canonicalOrder(commits, at)
  const indexBySource = new Int32Array(commits.length).fill(-1)
  for (let index = 0; index < order.length; index++) indexBySource[order[index] ?? 0] = index

  const parents = parentColumns(commits, order, indexBySource)
  const coauthors = coauthorColumns(commits, order)
  const files = followFiles(commits, order, tree)
  const botPerson = new Uint8Array(commits.people)
  for (const person of commits.bots) botPerson[person] = 1

  return {
    head,
    length: order.length,
    hashes: Array.from(order, (source) => commits.hashes[source] ?? ''),
    parentStart: parents.start,
    parents: parents.list,
    authoredAt: Float64Array.from(order, (source) => commits.authoredAt.at(source)),
    committedAt: Float64Array.from(order, (source) => commits.committedAt.at(source)),
    authorOffset: Int16Array.from(order, (source) => commits.authorOffset.at(source)),
    author: Int32Array.from(order, (source) => commits.author.at(source)),
    coauthorStart: coauthors.start,
    coauthors: coauthors.list,
    flags: Uint8Array.from(order, (source) => commits.flags.at(source)),
    kind: Uint8Array.from(order, (source) => commits.kind.at(source)),
    reverts: revertedCommits(commits, indexBySource),
    people: commits.people,
    botPerson,
    changeStart: files.start,
    changeFile: files.file,
    changeStatus: files.status,
    changeSource: files.source,
    files: files.names,
    filesAtHead: files.atHead,
    ...deliver(parents.start, parents.list, order.length),
  }
}

function parentColumns(commits: CommitStore, order: Int32Array, indexBySource: Int32Array) {
  const start = new Int32Array(order.length + 1)
  const list: number[] = []
  for (let index = 0; index < order.length; index++) {
    for (const parent of commits.parentsOf(order[index] ?? 0)) list.push(indexBySource[parent] ?? -1)
    start[index + 1] = list.length
  }
  return { start, list: Int32Array.from(list) }
}

function coauthorColumns(commits: CommitStore, order: Int32Array) {
  const start = new Int32Array(order.length + 1)
  const list: number[] = []
  for (let index = 0; index < order.length; index++) {
    const source = order[index] ?? 0
    const end = source + 1 < commits.length ? commits.coauthorStart.at(source + 1) : commits.coauthors.length
    for (let c = commits.coauthorStart.at(source); c < end; c++) list.push(commits.coauthors.at(c))
    start[index + 1] = list.length
  }
  return { start, list: Int32Array.from(list) }
}

function revertedCommits(commits: CommitStore, indexBySource: Int32Array): Map<number, number[]> {
  const reverted = new Map<number, number[]>()
  for (const [source, hashes] of commits.reverts) {
    const index = indexBySource[source] ?? -1
    const named = hashes.map((hash) => indexBySource[commits.indexOf(hash) ?? -1] ?? -1)
    const known = named.filter((commit) => commit !== -1)
    if (index !== -1 && known.length > 0) reverted.set(index, known)
  }
  return reverted
}
