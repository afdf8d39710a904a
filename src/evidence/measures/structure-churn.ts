import type { Evidence } from './evidence.ts'
import { noFigure, tooFew } from './figure.ts'
import { historySince, knownWeeks, weeksNeeded } from './known-weeks.ts'
import type { Figure, Measure, Scope, Window } from './measure.ts'
import { peopleChanges } from './people-changes.ts'
import { medianOf } from './percentiles.ts'
import { isFileIn } from './scope-files.ts'
import { structureScopes } from './structure-scopes.ts'
import { fullWeeks, week } from './windows.ts'

export const churn: Measure = {
  ...structureScopes,
  id: 'structure.churn',
  version: 1,
  unit: 'lines',
  title: { en: 'Churn', de: 'Bewegte Zeilen' },
  counted: {
    one: { en: 'line per week', de: 'Zeile pro Woche' },
    other: { en: 'lines per week', de: 'Zeilen pro Woche' },
  },
  definition: {
    en: 'Lines added plus lines deleted per week; the median over the full weeks of the window. A changed line is one deleted and one added. Merges, changes by bots, generated files and binary files are left out. A component has the lines of its own files only.',
    de: 'Hinzugefügte plus gelöschte Zeilen je Woche; der Median über die vollen Wochen des Zeitraums. Eine geänderte Zeile ist eine gelöschte und eine hinzugefügte. Merges, Änderungen von Bots, erzeugte und binäre Dateien bleiben außen vor. Eine Komponente hat nur die Zeilen ihrer eigenen Dateien.',
  },
  sampleRule: {
    en: `Lines must have been counted, and the history must cover at least ${weeksNeeded} full weeks of the window; weeks before its beginning are unknown, not zero.`,
    de: `Die Zeilen müssen gezählt sein, und die Historie muss mindestens ${weeksNeeded} volle Wochen des Zeitraums abdecken; Wochen vor ihrem Beginn sind unbekannt, nicht null.`,
  },
  sources: [
    'Nagappan, Ball: Use of Relative Code Churn Measures to Predict System Defect Density, ICSE 2005',
  ],
  partNames: {
    added: { en: 'Lines added in the window', de: 'Hinzugefügte Zeilen im Zeitraum' },
    deleted: { en: 'Lines deleted in the window', de: 'Gelöschte Zeilen im Zeitraum' },
    bots: { en: 'Changes by bots', de: 'Änderungen von Bots' },
  },
  window: fullWeeks,
  compute: computeChurn,
}

function computeChurn(evidence: Evidence, scope: Scope, asked: Window | null): Figure {
  const { history } = evidence
  if (history.length === 0) return noFigure({ code: 'empty-history' })
  if (evidence.lines === null) return noFigure({ code: 'not-read-yet', what: 'lines' })
  const window = asked ?? fullWeeks(evidence.asOf, 13)
  const { commits, byBots } = peopleChanges(evidence, scope, window)
  const isIn = isFileIn(evidence, scope)
  const weeks = knownWeeks(window, historySince(evidence)).map((from) => ({ from, value: 0, sample: 0 }))
  const facts: number[] = []
  let [added, deleted] = [0, 0]
  for (const commit of commits) {
    const lines = linesOf(evidence, commit, isIn)
    if (lines === null) continue
    facts.push(commit)
    added += lines.added
    deleted += lines.deleted
    const bucket = weeks.find(({ from }) => isInWeek(from, history.committedAt[commit] ?? Number.NaN))
    if (bucket === undefined) continue
    bucket.value += lines.added + lines.deleted
    bucket.sample++
  }
  const known = {
    sample: facts.length,
    series: weeks,
    facts,
    dropped: { bots: byBots },
    parts: { added, deleted },
  }
  const median = medianOf(weeks.map((each) => each.value))
  if (median === null || weeks.length < weeksNeeded)
    return noFigure(tooFew('weeks', weeksNeeded, weeks.length), known)
  return { ...known, value: median }
}

function isInWeek(from: number, instant: number): boolean {
  return instant >= from && instant < from + week
}

/** Lines of one commit in the files asked for, or null where none of them was counted. */
function linesOf({ history, lines, generated }: Evidence, commit: number, isIn: (file: number) => boolean) {
  let counted: { added: number; deleted: number } | null = null
  for (
    let change = history.changeStart[commit] ?? 0;
    change < (history.changeStart[commit + 1] ?? 0);
    change++
  ) {
    const file = history.changeFile[change] ?? -1
    const source = history.changeSource[change] ?? -1
    const added = lines?.added[source] ?? -1
    const deleted = lines?.deleted[source] ?? -1
    if (added < 0 || deleted < 0 || generated[file] === 1 || !isIn(file)) continue
    counted ??= { added: 0, deleted: 0 }
    counted.added += added
    counted.deleted += deleted
  }
  return counted
}
