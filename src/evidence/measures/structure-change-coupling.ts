import { couplingRule } from './change-pairs.ts'
import { coupledChanges, couplings, type FileCoupling } from './coupling.ts'
import type { Evidence } from './evidence.ts'
import { noFigure, tooFew } from './figure.ts'
import { structureDays } from './hotspots.ts'
import type { Figure, Measure, Scope, Window } from './measure.ts'
import { changesIn } from './scope-changes.ts'
import { structureScopes } from './structure-scopes.ts'
import { lastDays } from './windows.ts'

const { changes, shared, degree, filesPerChange } = couplingRule

export const changeCoupling: Measure = {
  ...structureScopes,
  id: 'structure.change-coupling',
  version: 1,
  unit: 'count',
  title: { en: 'Change coupling', de: 'Änderungskopplung' },
  counted: { one: { en: 'pair', de: 'Paar' }, other: { en: 'pairs', de: 'Paare' } },
  definition: {
    en: `Pairs of files at the head that keep changing together. Degree = changes that touch both ÷ mean of the changes of each × 100. A pair counts from ${changes} changes each, ${shared} shared changes and a degree of ${degree}; changes of more than ${filesPerChange} files are left out before anything is counted (the defaults of code-maat). The last ${structureDays} days only: how files hang together today is the question, and a long past would thin it out. Merges and changes by bots are left out; generated files form no pair, because a lock file always changes with its manifest. For a component, the pairs of which at least one file lies in it.`,
    de: `Paare von Dateien am Head, die sich immer wieder gemeinsam ändern. Grad = Änderungen an beiden ÷ Mittel der Änderungen jeder einzelnen × 100. Ein Paar zählt ab ${changes} Änderungen je Datei, ${shared} gemeinsamen Änderungen und einem Grad von ${degree}; Änderungen an mehr als ${filesPerChange} Dateien fallen weg, bevor gezählt wird (die Vorgaben von code-maat). Nur die letzten ${structureDays} Tage: Die Frage ist, was heute zusammenhängt, und eine lange Vergangenheit würde das verdünnen. Merges und Änderungen von Bots bleiben außen vor; erzeugte Dateien bilden kein Paar, denn eine Lock-Datei ändert sich immer mit ihrem Manifest. Bei einer Komponente die Paare, von denen mindestens eine Datei in ihr liegt.`,
  },
  sampleRule: {
    en: `At least ${shared} changes in the window: with fewer there can be no pair.`,
    de: `Mindestens ${shared} Änderungen im Zeitraum: Bei weniger kann es kein Paar geben.`,
  },
  sources: [
    'https://github.com/adamtornhill/code-maat',
    'Tornhill: Your Code as a Crime Scene, 2nd edition 2024',
  ],
  partNames: {
    crossingComponents: { en: 'Across components', de: 'Über Komponenten hinweg' },
    bots: { en: 'Changes by bots', de: 'Änderungen von Bots' },
    large: {
      en: `Changes of more than ${filesPerChange} files`,
      de: `Änderungen an mehr als ${filesPerChange} Dateien`,
    },
  },
  window: (asOf) => lastDays(asOf, structureDays),
  compute: computeChangeCoupling,
}

function computeChangeCoupling(evidence: Evidence, scope: Scope, asked: Window | null): Figure {
  if (evidence.history.length === 0) return noFigure({ code: 'empty-history' })
  const window = asked ?? lastDays(evidence.asOf, structureDays)
  const { commits, large, byBots } = coupledChanges(evidence, window)
  const dropped = { bots: byBots, large }
  if (commits.length < shared)
    return noFigure(tooFew('changes', shared, commits.length), { sample: commits.length, dropped })
  const pairs = couplings(evidence, scope, window)
  return {
    value: pairs.length,
    sample: commits.length,
    parts: { crossingComponents: pairs.filter((pair) => pair.crossesComponents).length },
    dropped,
    facts: changesOfBoth(evidence, inScope(evidence, scope, commits), pairs),
  }
}

/** Those of the commits that changed both files of at least one pair. */
function changesOfBoth(
  evidence: Evidence,
  commits: readonly number[],
  pairs: readonly FileCoupling[],
): number[] {
  if (pairs.length === 0) return []
  const { changeStart, changeFile, files } = evidence.history
  const partners = new Map<number, number[]>()
  for (const { fileA, fileB } of pairs) {
    const known = partners.get(fileA)
    if (known === undefined) partners.set(fileA, [fileB])
    else known.push(fileB)
  }
  const changedIn = new Int32Array(files.length).fill(-1)
  const isOfBoth = (commit: number, from: number, to: number) => {
    for (let change = from; change < to; change++) {
      for (const partner of partners.get(changeFile[change] ?? -1) ?? [])
        if (changedIn[partner] === commit) return true
    }
    return false
  }
  return commits.filter((commit) => {
    const from = changeStart[commit] ?? 0
    const to = changeStart[commit + 1] ?? from
    for (let change = from; change < to; change++) changedIn[changeFile[change] ?? 0] = commit
    return isOfBoth(commit, from, to)
  })
}

/** Those of the commits, which are in order, that touch the scope. */
function inScope(evidence: Evidence, scope: Scope, commits: readonly number[]): readonly number[] {
  if (scope.kind !== 'component') return commits
  const touches = new Uint8Array(evidence.history.length)
  for (const commit of changesIn(evidence, scope)) touches[commit] = 1
  return commits.filter((commit) => touches[commit] === 1)
}
