import type { CommitStore } from './commit-columns.ts'

/** Lines added and deleted by `History.changeSource`; -1 where a change was not counted. */
export interface LineColumns {
  readonly added: Int32Array
  readonly deleted: Int32Array
  /** Takes in the counts of one commit; what names no known change is passed over. */
  add(hash: string, counts: Iterable<readonly [path: string, added: number, deleted: number]>): void
}

/** Starts columns with nothing counted for the commits read so far. */
export function lineColumns(commits: CommitStore): LineColumns {
  const added = new Int32Array(commits.changePath.length).fill(-1)
  const deleted = new Int32Array(commits.changePath.length).fill(-1)
  return {
    added,
    deleted,
    add(hash, counts) {
      const at = commits.indexOf(hash)
      if (at === undefined) return
      const end = at + 1 < commits.length ? commits.changeStart.at(at + 1) : added.length
      const changeByPath = new Map<number, number>()
      for (let change = commits.changeStart.at(at); change < end; change++) {
        changeByPath.set(commits.changePath.at(change), change)
      }
      for (const [path, addedLines, deletedLines] of counts) {
        const change = changeByPath.get(commits.paths.find(path) ?? -1)
        if (change === undefined) continue
        added[change] = addedLines
        deleted[change] = deletedLines
      }
    },
  }
}
