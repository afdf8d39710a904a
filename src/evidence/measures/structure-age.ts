import type { Evidence } from './evidence.ts'
import { noFigure, tooFew } from './figure.ts'
import { lastChanges } from './knowledge-silent-files.ts'
import type { Figure, Measure, Scope } from './measure.ts'
import { percentilesOf } from './percentiles.ts'
import { headFilesIn } from './scope-files.ts'
import { structureScopes } from './structure-scopes.ts'
import { day } from './windows.ts'

const twoYears = 730

export const age: Measure = {
  ...structureScopes,
  id: 'structure.age',
  version: 1,
  unit: 'days',
  title: { en: 'Age of the code', de: 'Alter des Codes' },
  definition: {
    en: `Days from the last change of a file at the head to as-of, changes by bots included; the median over the files, with the 75th and 90th percentile and the share of files unchanged for more than ${twoYears} days. Generated, vendored and lock files are left out.`,
    de: `Tage von der letzten Änderung einer Datei am Head bis zum Stichtag, auch durch Bots; der Median über die Dateien, dazu das 75. und 90. Perzentil und der Anteil der Dateien, die seit mehr als ${twoYears} Tagen unverändert sind. Erzeugte, fremde und Lock-Dateien bleiben außen vor.`,
  },
  sampleRule: {
    en: 'At least one file. Files whose last change claims to be later than as-of, and files that no change explains, are left out and counted. A shallow clone has no figure.',
    de: 'Mindestens eine Datei. Dateien, deren letzte Änderung angeblich nach dem Stichtag liegt, und Dateien, die keine Änderung erklärt, bleiben außen vor und werden gezählt. Ein flacher Klon hat keine Zahl.',
  },
  sources: ['Tornhill: Your Code as a Crime Scene, 2nd edition 2024'],
  partNames: {
    overTwoYears: {
      en: 'Unchanged for more than two years (share)',
      de: 'Seit über zwei Jahren unverändert (Anteil)',
    },
    generated: { en: 'Generated files', de: 'Erzeugte Dateien' },
    negative: { en: 'Changed after as-of, by their clock', de: 'Laut Uhr nach dem Stichtag geändert' },
    unexplained: { en: 'Files without a known change', de: 'Dateien ohne bekannte Änderung' },
  },
  window: () => null,
  compute: computeAge,
}

function computeAge(evidence: Evidence, scope: Scope): Figure {
  const { history, asOf } = evidence
  if (history.length === 0) return noFigure({ code: 'empty-history' })
  if (evidence.boundaryCommits > 0) return noFigure({ code: 'no-data', source: 'whole-history' })
  const last = lastChanges(evidence)
  const ages: number[] = []
  const facts = new Set<number>()
  const dropped = { generated: 0, negative: 0, unexplained: 0 }
  for (const file of headFilesIn(evidence, scope)) {
    const commit = last[file] ?? -1
    const days = (asOf - (history.committedAt[commit] ?? Number.NaN)) / day
    if (evidence.generated[file] === 1) dropped.generated++
    else if (commit === -1) dropped.unexplained++
    else if (days < 0) dropped.negative++
    else {
      ages.push(days)
      facts.add(commit)
    }
  }
  if (ages.length === 0) return noFigure(tooFew('files', 1, 0), { dropped })
  const percentiles = percentilesOf(ages)
  return {
    value: percentiles.p50,
    percentiles,
    sample: ages.length,
    parts: { overTwoYears: ages.filter((days) => days > twoYears).length / ages.length },
    dropped,
    facts: [...facts].sort((a, b) => a - b),
  }
}
