import { column } from './columns.ts'
import { commitKinds, type CommitFact } from './commit-fact.ts'
import { hashIndex } from './hash-index.ts'
import { commitFlag, unknownOffset } from './history.ts'

/** The commits read so far, in the order of arrival and in columns; a commit that is there already is left as it is. */
export interface CommitColumns {
  readonly length: number
  readonly hashes: readonly string[]
  readonly committedAt: { at(index: number): number }
  indexOf(hash: string): number | undefined
  /** Parents that were read; those beyond a shallow boundary are not among them. */
  parentsOf(index: number): number[]
}

export type CommitStore = ReturnType<typeof commitColumns>

/** Starts an empty store of commits. */
export function commitColumns() {
  const hashes: string[] = []
  const indexByHash = hashIndex(hashes)
  const parentHashes = interned()
  const paths = interned()
  const people = interned()
  const reverts = new Map<number, readonly string[]>()
  const columns = {
    parentStart: column(Int32Array),
    parents: column(Int32Array),
    authoredAt: column(Float64Array),
    committedAt: column(Float64Array),
    authorOffset: column(Int16Array),
    author: column(Int32Array),
    coauthorStart: column(Int32Array),
    coauthors: column(Int32Array),
    flags: column(Uint8Array),
    kind: column(Uint8Array),
    changeStart: column(Int32Array),
    changePath: column(Int32Array),
    changeStatus: column(Uint8Array),
    changeFrom: column(Int32Array),
  }

  /** Adds one commit and answers whether it was new. */
  function add(fact: CommitFact): boolean {
    if (indexByHash.find(fact.hash) !== undefined) return false
    const index = hashes.length
    hashes.push(fact.hash)
    indexByHash.addLast()
    columns.parentStart.push(columns.parents.length)
    for (const parent of fact.parents) columns.parents.push(parentIndex(parent))
    columns.authoredAt.push(fact.authoredAt)
    columns.committedAt.push(fact.committedAt)
    columns.authorOffset.push(fact.authorOffset ?? unknownOffset)
    addPeople(fact)
    columns.flags.push(
      (fact.parents.length > 1 ? commitFlag.merge : 0) |
        (fact.bot ? commitFlag.bot : 0) |
        (fact.assisted ? commitFlag.assisted : 0),
    )
    columns.kind.push(fact.kind === null ? 0 : commitKinds.indexOf(fact.kind) + 1)
    if (fact.reverts.length > 0) reverts.set(index, fact.reverts)
    addChanges(fact)
    return true
  }

  // A parent read already is its index; one that is still to come, or never comes, waits under its hash as ~number.
  function parentIndex(hash: string): number {
    return indexByHash.find(hash) ?? ~parentHashes.idOf(hash)
  }

  function addPeople(fact: CommitFact) {
    columns.author.push(people.idOf(fact.author))
    columns.coauthorStart.push(columns.coauthors.length)
    for (const coauthor of fact.coauthors) columns.coauthors.push(people.idOf(coauthor))
  }

  function addChanges(fact: CommitFact) {
    columns.changeStart.push(columns.changePath.length)
    for (const change of fact.changes) {
      columns.changePath.push(paths.idOf(change.path))
      columns.changeStatus.push(change.status.charCodeAt(0))
      columns.changeFrom.push(change.from === undefined ? -1 : paths.idOf(change.from))
    }
  }

  function parentsOf(index: number): number[] {
    const parents: number[] = []
    const end = index + 1 < hashes.length ? columns.parentStart.at(index + 1) : columns.parents.length
    for (let p = columns.parentStart.at(index); p < end; p++) {
      const stored = columns.parents.at(p)
      const parent = stored >= 0 ? stored : indexByHash.find(parentHashes.nameOf(~stored))
      if (parent !== undefined && !parents.includes(parent)) parents.push(parent)
    }
    return parents
  }

  return {
    ...columns,
    get length() {
      return hashes.length
    },
    get people() {
      return people.size
    },
    hashes,
    paths,
    reverts,
    add,
    parentsOf,
    indexOf: (hash: string) => indexByHash.find(hash),
  }
}

/** Whole numbers for strings, counted from 0 in the order of their first appearance. */
function interned() {
  const ids = new Map<string, number>()
  const names: string[] = []
  return {
    get size() {
      return names.length
    },
    nameOf: (id: number) => names[id] ?? '',
    find: (name: string) => ids.get(name),
    idOf(name: string): number {
      const known = ids.get(name)
      if (known !== undefined) return known
      ids.set(name, names.length)
      names.push(name)
      return names.length - 1
    },
  }
}
