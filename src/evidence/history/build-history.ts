import { canonicalOrder } from './canonical-order.ts'
import type { Column } from './columns.ts'
import type { CommitStore } from './commit-columns.ts'
import { deliver } from './deliver.ts'
import { followFiles } from './follow-files.ts'
import { commitFlag, type History, type TreeFile } from './history.ts'
import { inOneGo, type Steps } from './steps.ts'

/**
 * The history that `head` reaches within the commits read, with the files of its tree. A null head is an empty
 * repository. Throws a plain error when the head is not among the commits.
 */
export function buildHistory(commits: CommitStore, head: string | null, tree: readonly TreeFile[]): History {
  return inOneGo(historyInSteps(commits, head, tree))
}

/** The same in steps; commits that are added in between are none of it. */
export function* historyInSteps(
  commits: CommitStore,
  head: string | null,
  tree: readonly TreeFile[],
): Steps<History> {
  const at = head === null ? -1 : commits.indexOf(head)
  if (at === undefined) throw new Error(`The head ${String(head)} is not among the commits read.`)
  const order = at === -1 ? new Int32Array(0) : yield* canonicalOrder(commits, at)
  const indexBySource = new Int32Array(commits.length).fill(-1)
  for (let index = 0; index < order.length; index++) indexBySource[order[index] ?? 0] = index

  const parents = parentColumns(commits, order, indexBySource)
  yield
  const people = peopleColumns(commits, order)
  const files = yield* followFiles(commits, order, tree)
  yield

  return {
    head,
    length: order.length,
    hashes: Array.from(order, (source) => commits.hashes[source] ?? ''),
    parentStart: parents.start,
    parents: parents.list,
    authoredAt: inOrder(order, commits.authoredAt, new Float64Array(order.length)),
    committedAt: inOrder(order, commits.committedAt, new Float64Array(order.length)),
    authorOffset: inOrder(order, commits.authorOffset, new Int16Array(order.length)),
    author: people.author,
    coauthorStart: people.coauthorStart,
    coauthors: people.coauthors,
    flags: inOrder(order, commits.flags, new Uint8Array(order.length)),
    kind: inOrder(order, commits.kind, new Uint8Array(order.length)),
    reverts: revertedCommits(commits, order, indexBySource),
    people: people.count,
    botPerson: people.bots,
    changeStart: files.start,
    changeFile: files.file,
    changeStatus: files.status,
    changeSource: files.source,
    files: files.names,
    filesAtHead: files.atHead,
    ...deliver(parents.start, parents.list, order.length),
  }
}

function inOrder<Numbers extends Float64Array | Int16Array | Uint8Array>(
  order: Int32Array,
  column: Column,
  into: Numbers,
): Numbers {
  for (let index = 0; index < order.length; index++) into[index] = column.at(order[index] ?? 0)
  return into
}

function parentColumns(commits: CommitStore, order: Int32Array, indexBySource: Int32Array) {
  const start = new Int32Array(order.length + 1)
  const list = new Int32Array(commits.parents.length)
  let next = 0
  for (let index = 0; index < order.length; index++) {
    for (const parent of commits.parentsOf(order[index] ?? 0)) {
      const place = indexBySource[parent] ?? -1
      if (place !== -1) list[next++] = place // else it came in between
    }
    start[index + 1] = next
  }
  return { start, list: list.subarray(0, next) }
}

/** People are numbered by their first commit in the history, so that no number depends on the order of arrival. */
function peopleColumns(commits: CommitStore, order: Int32Array) {
  const numbers = new Map<number, number>()
  const bots: number[] = []
  const author = new Int32Array(order.length)
  const coauthorStart = new Int32Array(order.length + 1)
  const coauthors: number[] = []

  function numberOf(person: number): number {
    const known = numbers.get(person)
    if (known !== undefined) return known
    numbers.set(person, numbers.size)
    bots.push(0)
    return numbers.size - 1
  }

  for (let index = 0; index < order.length; index++) {
    const source = order[index] ?? 0
    const person = numberOf(commits.author.at(source))
    author[index] = person
    if ((commits.flags.at(source) & commitFlag.bot) !== 0) bots[person] = 1
    const end = source + 1 < commits.length ? commits.coauthorStart.at(source + 1) : commits.coauthors.length
    for (let c = commits.coauthorStart.at(source); c < end; c++)
      coauthors.push(numberOf(commits.coauthors.at(c)))
    coauthorStart[index + 1] = coauthors.length
  }
  return {
    count: numbers.size,
    bots: Uint8Array.from(bots),
    author,
    coauthorStart,
    coauthors: Int32Array.from(coauthors),
  }
}

function revertedCommits(
  commits: CommitStore,
  order: Int32Array,
  indexBySource: Int32Array,
): Map<number, number[]> {
  const reverted = new Map<number, number[]>()
  for (let index = 0; index < order.length; index++) {
    const hashes = commits.reverts.get(order[index] ?? 0) ?? []
    const known = hashes
      .map((hash) => indexBySource[commits.indexOf(hash) ?? -1] ?? -1)
      .filter((commit) => commit !== -1)
    if (known.length > 0) reverted.set(index, known)
  }
  return reverted
}
