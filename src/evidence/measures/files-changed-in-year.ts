import { filesOf, hasFlag, type History, type TreeFile } from '../history/history.ts'
import { isWithin, lastDays } from '../measures/windows.ts'

/** Blobs of the files at the head that were changed within a year: no measure looks into others. */
export function filesChangedInYear(history: History, tree: readonly TreeFile[], asOf: number): string[] {
  const window = lastDays(asOf, 365)
  const changed = new Set<number>()
  for (let commit = 0; commit < history.length; commit++) {
    if (hasFlag(history, commit, 'merge') || !isWithin(window, history.committedAt[commit] ?? 0)) continue
    for (const file of filesOf(history, commit)) changed.add(file)
  }
  const paths = new Set(
    Array.from(history.filesAtHead)
      .filter((file) => changed.has(file))
      .map((file) => history.files[file] ?? ''),
  )
  return tree.filter(({ path }) => paths.has(path)).map(({ blob }) => blob)
}
