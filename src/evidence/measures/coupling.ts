import { changePairs, couplingRule, type ChangePair, type ChangeSets } from './change-pairs.ts'
import type { Evidence } from './evidence.ts'
import { structureDays } from './hotspots.ts'
import type { Scope, Window } from './measure.ts'
import { oncePerParts, type Parts } from './once-per-parts.ts'
import { peopleChanges } from './people-changes.ts'
import { isFileIn } from './scope-files.ts'
import { lastDays } from './windows.ts'

/** Two files, or two components, that keep changing together; the more coupled of all come first. */
export interface Coupling {
  /** Path, or name of the component; `a` before `b` in code unit order. */
  readonly a: string
  readonly b: string
  /** Shared changes ÷ mean of both's changes × 100, to one decimal. */
  readonly degree: number
  readonly shared: number
  /** Mean of both's changes. */
  readonly averageChanges: number
  /** True where the two lie in different components, or one in none. */
  readonly crossesComponents: boolean
}

/** Two files with their numbers and the commits that changed both. */
export interface FileCoupling extends Coupling {
  readonly fileA: number
  readonly fileB: number
}

/**
 * Pairs of files at the head that changed together in 365 days, of which at least one belongs to the scope; by degree,
 * then by shared changes, then by path. Changes over 30 files do not count at all, generated files form no pair.
 */
export function couplings(evidence: Evidence, scope: Scope, window?: Window): FileCoupling[] {
  const isIn = isFileIn(evidence, scope)
  return couplingOf(evidence, window).files.filter(({ fileA, fileB }) => isIn(fileA) || isIn(fileB))
}

/** Pairs of components that changed together, by the same rule. Changes of files that are gone by now count as well. */
export function componentCouplings(evidence: Evidence, window?: Window): Coupling[] {
  return couplingOf(evidence, window).components
}

/** The changes that coupling is counted in, oldest first, and how many were left out. */
export function coupledChanges(evidence: Evidence, window?: Window) {
  const { commits, large, byBots } = couplingOf(evidence, window)
  return { commits, large, byBots }
}

interface CouplingTable {
  /** The changes that it was made from, large ones included. */
  readonly all: readonly number[]
  readonly commits: readonly number[]
  readonly large: number
  readonly files: FileCoupling[]
  readonly components: Coupling[]
}

// The two windows that are asked for again and again: this one and, for the trend, the one before. They move with as-of,
// but as long as the changes within them stay, so do their tables.
const tables = oncePerParts(['components', 'componentOf', 'generated'], (): CouplingTable[] => [])
const tablesKept = 2

function couplingOf(evidence: Evidence, asked?: Window): CouplingTable & { readonly byBots: number } {
  const window = asked ?? lastDays(evidence.asOf, structureDays)
  const { commits: all, byBots } = peopleChanges(evidence, { kind: 'repository', name: '' }, window)
  const known = tables(evidence)
  const found = known.find((table) => isSame(table.all, all))
  if (found !== undefined) return { ...found, byBots }
  const table = calculate(evidence, all)
  known.unshift(table)
  known.length = Math.min(known.length, tablesKept)
  return { ...table, byBots }
}

function isSame(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((value, at) => value === b[at])
}

type CouplingParts = Parts<'components' | 'componentOf' | 'generated'>

function calculate(evidence: CouplingParts, all: readonly number[]): CouplingTable {
  const { history, components } = evidence
  const { commits, sets } = smallChanges(evidence, all)
  const atHead = new Uint8Array(history.files.length)
  for (const file of history.filesAtHead) atHead[file] = 1 - (evidence.generated[file] ?? 0)
  return {
    all,
    commits,
    large: all.length - commits.length,
    files: changePairs(sets, history.files.length, (file) => atHead[file] === 1)
      .map((pair) => nameFiles(evidence, pair))
      .sort(byDegree),
    components: changePairs(componentSets(evidence, sets), components.length, () => true)
      .map((pair) => nameComponents(evidence, pair))
      .sort(byDegree),
  }
}

/** The changes of at most thirty files, each with its files. */
function smallChanges({ history }: CouplingParts, all: readonly number[]) {
  const sets = { start: [0], items: [] as number[] } // filled below
  const commits: number[] = []
  const seenIn = new Int32Array(history.files.length).fill(-1)
  for (const commit of all) {
    const first = sets.items.length
    for (
      let change = history.changeStart[commit] ?? 0;
      change < (history.changeStart[commit + 1] ?? 0);
      change++
    ) {
      const file = history.changeFile[change] ?? 0
      if (seenIn[file] === commit) continue
      seenIn[file] = commit
      sets.items.push(file)
    }
    if (sets.items.length - first > couplingRule.filesPerChange) sets.items.length = first
    else {
      commits.push(commit)
      sets.start.push(sets.items.length)
    }
  }
  return { commits, sets }
}

/** The same changes with the components of their files, generated ones left out, in place of the files. */
function componentSets({ components, componentOf, generated }: CouplingParts, files: ChangeSets): ChangeSets {
  const start = [0]
  const items: number[] = []
  const seenIn = new Int32Array(components.length).fill(-1)
  for (let set = 0; set + 1 < files.start.length; set++) {
    for (let at = files.start[set] ?? 0; at < (files.start[set + 1] ?? 0); at++) {
      const file = files.items[at] ?? 0
      const component = componentOf[file] ?? -1
      if (component === -1 || generated[file] === 1 || seenIn[component] === set) continue
      seenIn[component] = set
      items.push(component)
    }
    start.push(items.length)
  }
  return { start, items }
}

function nameFiles({ history, componentOf }: CouplingParts, pair: ChangePair): FileCoupling {
  const [first, second] = [history.files[pair.a] ?? '', history.files[pair.b] ?? '']
  const [fileA, fileB] = first < second ? [pair.a, pair.b] : [pair.b, pair.a]
  const [componentA, componentB] = [componentOf[pair.a] ?? -1, componentOf[pair.b] ?? -1]
  return { ...named(pair, first, second), fileA, fileB, crossesComponents: componentA !== componentB }
}

function nameComponents({ components }: CouplingParts, pair: ChangePair): Coupling {
  return named(pair, components[pair.a]?.name ?? '', components[pair.b]?.name ?? '')
}

function named({ shared, changesA, changesB }: ChangePair, first: string, second: string): Coupling {
  const [a, b] = first < second ? [first, second] : [second, first]
  const averageChanges = (changesA + changesB) / 2
  return {
    a,
    b,
    degree: Math.round((1000 * shared) / averageChanges) / 10,
    shared,
    averageChanges,
    crossesComponents: true,
  }
}

function byDegree(a: Coupling, b: Coupling): number {
  // Compared as whole numbers, because two degrees that look alike after rounding may differ.
  const difference = b.shared * a.averageChanges - a.shared * b.averageChanges
  return difference || b.shared - a.shared || compare(a.a, b.a) || compare(a.b, b.b)
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
