import type { History } from '../history/history.ts'

/**
 * For every commit the position in `arrived` of the first commit there that contains it, or -1. Each commit is visited
 * once: O(commits + arrivals), however many arrivals there are. An arrival of -1 contains nothing.
 */
export function firstContaining(history: History, arrived: readonly number[]): Int32Array {
  const first = new Int32Array(history.length).fill(-1)
  const open: number[] = []
  for (const [position, commit] of arrived.entries()) {
    if (commit < 0 || first[commit] !== -1) continue
    first[commit] = position
    open.push(commit)
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const end = history.parentStart[at + 1] ?? 0
      for (let slot = history.parentStart[at] ?? 0; slot < end; slot++) {
        const parent = history.parents[slot] ?? -1
        if (first[parent] !== -1) continue
        first[parent] = position
        open.push(parent)
      }
    }
  }
  return first
}
