/**
 * Splits a history along its head's first-parent line: each commit is delivered by the first commit on that line that
 * reaches it. Commits are numbered parents first, so the head is the last one. O(n).
 */
export function deliver(parentStart: Int32Array, parents: Int32Array, length: number) {
  const firstParent = (at: number) => {
    const first = parentStart[at] ?? 0
    return first < (parentStart[at + 1] ?? 0) ? (parents[first] ?? -1) : -1
  }
  let delivered = 0
  for (let at = length - 1; at >= 0; at = firstParent(at)) delivered++
  const line = new Int32Array(delivered)
  for (let at = length - 1; at >= 0; at = firstParent(at)) line[--delivered] = at
  const deliveredBy = new Int32Array(length).fill(-1)
  for (const at of line) {
    const open = [at]
    deliveredBy[at] = at
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      for (let p = parentStart[next] ?? 0; p < (parentStart[next + 1] ?? 0); p++) {
        const parent = parents[p] ?? -1
        if (deliveredBy[parent] !== -1) continue
        deliveredBy[parent] = at
        open.push(parent)
      }
    }
  }
  return { delivered: line, deliveredBy }
}
