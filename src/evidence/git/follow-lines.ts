import { day } from '../measures/windows.ts'
import type { PatchEntry } from './parse-patch.ts'
import { replaceLines, type Segment } from './replace-lines.ts'

/** Lines that one change added to one file, and what became of them so far. */
export interface Birth {
  readonly commit: number
  /** The change's instant, milliseconds since 1970. */
  readonly at: number
  /** The file, under the last path it had. */
  readonly file: { path: string }
  added: number
  deletedSoon: number
  /** Deleted by a change that claims to be older: its clock, or this one's, went wrong. */
  skewed: number
}

/** A line deleted within this time had not lasted. */
const soon = 21 * day

/** What a file holds: whose lines stand where; null for what was there before the first change. */
interface Content {
  readonly file: { path: string }
  readonly segments: readonly Segment<Birth | null>[]
}

const before: readonly Segment<Birth | null>[] = [{ lines: Infinity, birth: null }]

/**
 * Follows the lines of all files through a line of changes, each told with its difference to the one before it. What
 * stood in a file before the first change that was told has no birth; a rename carries a file's lines along.
 */
export function followLines() {
  const contents = new Map<string, Content>()
  const births: Birth[] = []

  /** Takes the next change. */
  function apply(commit: number, at: number, entries: readonly PatchEntry[]) {
    // All entries speak of the files as they were before the change: two files may have swapped their names.
    const after = entries.flatMap((entry) => {
      const content = contentAfter(entry, commit, at)
      return content === null ? [] : [content]
    })
    for (const { status, path, from } of entries)
      if (status === 'D') contents.delete(path)
      else if (from !== undefined) contents.delete(from)
    for (const content of after) contents.set(content.file.path, content)
  }

  function contentAfter(entry: PatchEntry, commit: number, at: number): Content | null {
    const known = entry.status === 'A' ? undefined : contents.get(entry.from ?? entry.path)
    const file = known?.file ?? { path: entry.path }
    const old = known?.segments ?? (entry.status === 'A' ? [] : before)
    const birth: Birth = { commit, at, file, added: 0, deletedSoon: 0, skewed: 0 }
    for (const { newLines } of entry.hunksOfNewType ?? entry.hunks) birth.added += newLines
    if (birth.added > 0) births.push(birth)
    const onGone = (born: Birth | null, lines: number) => {
      if (born !== null) countGone(born, at, lines)
    }
    const changed = replaceLines(old, entry.hunks, birth, onGone)
    if (entry.status === 'D') return null
    file.path = entry.path
    if (entry.hunksOfNewType) return { file, segments: replaceLines([], entry.hunksOfNewType, birth, onGone) }
    // A binary file that changed: whatever text stands there later, nobody saw it come.
    return { file, segments: entry.contentChanged && entry.hunks.length === 0 ? before : changed }
  }

  /** Forgets what stands in the files: in those that were changed unseen, or in all. */
  function forget(paths: readonly string[] | null) {
    if (paths === null) contents.clear()
    else for (const path of paths) contents.delete(path)
  }

  return {
    apply,
    forget,
    births,
    isThere: (birth: Birth) => contents.get(birth.file.path)?.file === birth.file,
  }
}

function countGone(born: Birth, at: number, lines: number) {
  const age = at - born.at
  if (age < 0) born.skewed += lines
  else if (age <= soon) born.deletedSoon += lines
}
