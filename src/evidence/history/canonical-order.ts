import type { CommitColumns } from './commit-columns.ts'
import { isStep, type Steps } from './steps.ts'

/**
 * Positions of the commits reachable from `head`, parents before children; among those that could come next the
 * earlier committer instant, then the smaller hash, goes first. O(n log n).
 */
export function* canonicalOrder(commits: CommitColumns, head: number): Steps<Int32Array> {
  const missing = yield* missingParents(commits, head)
  const children = yield* childLists(commits, missing)
  const heap = readyHeap(commits)
  for (let at = 0; at < missing.length; at++) if (missing[at] === 0) heap.push(at)
  const order = new Int32Array(children.reachable)
  for (let next = 0; next < order.length; next++) {
    if (isStep(next)) yield
    const at = heap.pop()
    order[next] = at
    for (let c = children.start[at] ?? 0; c < (children.start[at + 1] ?? 0); c++) {
      const child = children.list[c] ?? 0
      missing[child] = (missing[child] ?? 0) - 1
      if (missing[child] === 0) heap.push(child)
    }
  }
  return order
}

/** Number of parents of each reachable commit; -1 marks what the head does not reach. */
function* missingParents(commits: CommitColumns, head: number): Steps<Int32Array> {
  const missing = new Int32Array(commits.length).fill(-1)
  const open = [head]
  missing[head] = 0
  let seen = 0
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (isStep(seen++)) yield
    for (const parent of commits.parentsOf(at)) {
      if (parent >= missing.length) continue // it came in between
      missing[at] = (missing[at] ?? 0) + 1
      if (missing[parent] === -1) {
        missing[parent] = 0
        open.push(parent)
      }
    }
  }
  return missing
}

interface ChildLists {
  readonly start: Int32Array
  readonly list: Int32Array
  readonly reachable: number
}

function* childLists(commits: CommitColumns, missing: Int32Array): Steps<ChildLists> {
  const start = new Int32Array(missing.length + 1)
  let reachable = 0
  for (let at = 0; at < missing.length; at++) {
    if (isStep(at)) yield
    if (missing[at] === -1) continue
    reachable++
    for (const parent of commits.parentsOf(at)) {
      if (parent < missing.length) start[parent + 1] = (start[parent + 1] ?? 0) + 1
    }
  }
  for (let at = 0; at < missing.length; at++) start[at + 1] = (start[at + 1] ?? 0) + (start[at] ?? 0)
  const list = new Int32Array(start[missing.length] ?? 0)
  const filled = start.slice()
  for (let at = 0; at < missing.length; at++) {
    if (isStep(at)) yield
    if (missing[at] === -1) continue
    for (const parent of commits.parentsOf(at)) {
      if (parent >= missing.length) continue
      const slot = filled[parent] ?? 0
      list[slot] = at
      filled[parent] = slot + 1
    }
  }
  return { start, list, reachable }
}

function readyHeap(commits: CommitColumns) {
  const heap: number[] = []
  const before = (a: number, b: number) => {
    const difference = commits.committedAt.at(a) - commits.committedAt.at(b)
    return difference === 0 ? (commits.hashes[a] ?? '') < (commits.hashes[b] ?? '') : difference < 0
  }
  const swap = (a: number, b: number) => {
    const held = heap[a] ?? 0
    heap[a] = heap[b] ?? 0
    heap[b] = held
  }
  return {
    push(at: number) {
      heap.push(at)
      for (let child = heap.length - 1; child > 0;) {
        const parent = (child - 1) >> 1
        if (!before(heap[child] ?? 0, heap[parent] ?? 0)) return
        swap(child, parent)
        child = parent
      }
    },
    pop(): number {
      const top = heap[0]
      if (top === undefined) throw new Error('The commit graph holds a cycle.')
      const last = heap.pop() ?? top
      if (heap.length === 0) return top
      heap[0] = last
      for (let parent = 0; ;) {
        const left = 2 * parent + 1
        if (left >= heap.length) return top
        const right = left + 1
        const least = right < heap.length && before(heap[right] ?? 0, heap[left] ?? 0) ? right : left
        if (!before(heap[least] ?? 0, heap[parent] ?? 0)) return top
        swap(least, parent)
        parent = least
      }
    },
  }
}
