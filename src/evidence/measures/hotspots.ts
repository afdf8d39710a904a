import type { Evidence } from './evidence.ts'
import type { Scope, Window } from './measure.ts'
import { peopleChanges } from './people-changes.ts'
import { headFilesIn } from './scope-files.ts'
import { lastDays } from './windows.ts'

/** Days of changes that make a hotspot, and over which files are seen to change together. */
export const structureDays = 365

/** A file at the head that people changed, with how much and how tangled it is. */
export interface Hotspot {
  /** Index into `History.files`. */
  readonly file: number
  readonly path: string
  readonly changes: number
  /** Sum of the indentation levels of its non-blank lines. */
  readonly complexity: number
  readonly lines: number
  /** `changes × complexity`. */
  readonly score: number
  readonly generated: boolean
}

export interface HotspotOptions {
  /** True for the ranking of generated, vendored and lock files, which stand apart. */
  readonly generated?: boolean
  /** The last 365 days unless given. */
  readonly window?: Window
}

/**
 * The files at the head that people changed in 365 days, by score, then by path. Empty until the files were read; what
 * cannot be read as text is left out.
 */
export function hotspots(evidence: Evidence, scope: Scope, options: HotspotOptions = {}): Hotspot[] {
  const { history, content } = evidence
  if (content === null) return []
  const generated = options.generated ?? false
  const window = options.window ?? lastDays(evidence.asOf, structureDays)
  const changes = changesByFile(evidence, peopleChanges(evidence, scope, window).commits)
  const ranked: Hotspot[] = []
  for (const file of headFilesIn(evidence, scope)) {
    const changed = changes[file] ?? 0
    const complexity = content.complexity[file] ?? -1
    if (changed === 0 || complexity < 0 || (evidence.generated[file] === 1) !== generated) continue
    const lines = content.lines[file] ?? 0
    const path = history.files[file] ?? ''
    ranked.push({ file, path, changes: changed, complexity, lines, score: changed * complexity, generated })
  }
  return ranked.sort((a, b) => b.score - a.score || (a.path < b.path ? -1 : 1))
}

/** In how many of the commits each file of the history was changed. */
function changesByFile({ history }: Evidence, commits: readonly number[]): Int32Array {
  const changes = new Int32Array(history.files.length)
  const seenIn = new Int32Array(history.files.length).fill(-1)
  for (const commit of commits) {
    for (
      let change = history.changeStart[commit] ?? 0;
      change < (history.changeStart[commit + 1] ?? 0);
      change++
    ) {
      const file = history.changeFile[change] ?? 0
      if (seenIn[file] === commit) continue
      seenIn[file] = commit
      changes[file] = (changes[file] ?? 0) + 1
    }
  }
  return changes
}
