import { couplingRule } from './change-pairs.ts'
import { coupledChanges, couplings, type FileCoupling } from './coupling.ts'
import type { Evidence } from './evidence.ts'
import { noFigure, tooFew } from './figure.ts'
import { structureDays } from './hotspots.ts'
import type { Figure, Measure, Scope, Window } from './measure.ts'
import { structureScopes } from './structure-scopes.ts'
import { lastDays } from './windows.ts'

const { changes, shared, degree, filesPerChange } = couplingRule

export const changeCoupling: Measure = {
  ...structureScopes,
  id: 'structure.change-coupling',
  version: 1,
  unit: 'count',
  title: { en: 'Change coupling', de: 'Änderungskopplung' },
  definition: {
    en: `Pairs of files at the head that keep changing together. Degree = changes that touch both ÷ mean of the changes of each × 100. A pair counts from ${changes} changes each, ${shared} shared changes and a degree of ${degree}; changes of more than ${filesPerChange} files are left out before anything is counted (the defaults of code-maat). The last ${structureDays} days only: how files hang together today is the question, and a long past would thin it out. Merges and changes by bots are left out; generated files form no pair, because a lock file always changes with its manifest. For a component, the pairs of which at least one file lies in it.`,
    de: `Paare von Dateien am Head, die sich immer wieder gemeinsam ändern. Grad = Änderungen an beiden ÷ Mittel der Änderungen jeder einzelnen × 100. Ein Paar zählt ab ${changes} Änderungen je Datei, ${shared} gemeinsamen Änderungen und einem Grad von ${degree}; Änderungen an mehr als ${filesPerChange} Dateien fallen weg, bevor gezählt wird (die Vorgaben von code-maat). Nur die letzten ${structureDays} Tage: Die Frage ist, was heute zusammenhängt, und eine lange Vergangenheit würde das verdünnen. Merges und Änderungen von Bots bleiben außen vor; erzeugte Dateien bilden kein Paar, denn eine Lock-Datei ändert sich immer mit ihrem Manifest. Bei einer Komponente die Paare, von denen mindestens eine Datei in ihr liegt.`,
  },
  sampleRule: {
    en: `At least ${shared} changes in the window: with fewer there can be no pair.`,
    de: `Mindestens ${shared} Änderungen im Fenster: Bei weniger kann es kein Paar geben.`,
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
    facts: changesOfBoth(evidence, commits, pairs),
  }
}

/** Those of the commits that changed both files of at least one pair. */
function changesOfBoth(
  { history }: Evidence,
  commits: readonly number[],
  pairs: readonly FileCoupling[],
): number[] {
  const partners = new Map<number, number[]>()
  for (const { fileA, fileB } of pairs) {
    const known = partners.get(fileA)
    if (known === undefined) partners.set(fileA, [fileB])
    else known.push(fileB)
  }
  const changedIn = new Int32Array(history.files.length).fill(-1)
  return commits.filter((commit) => {
    const files = history.changeFile.subarray(history.changeStart[commit], history.changeStart[commit + 1])
    for (const file of files) changedIn[file] = commit
    return files.some((file) => partners.get(file)?.some((partner) => changedIn[partner] === commit))
  })
}
