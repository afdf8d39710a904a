import type { Evidence } from './evidence.ts'
import { noFigure, tooFew } from './figure.ts'
import type { Figure, Measure, Scope, Window } from './measure.ts'
import { isEdge } from './people-changes.ts'
import { isDeliveredByBots } from './scope-changes.ts'
import { isFileIn } from './scope-files.ts'
import { structureScopes } from './structure-scopes.ts'
import { day, fullWeeks, isWithin, week } from './windows.ts'

/** Days within which a deleted line counts as reworked. */
const reworkDays = 21
const linesNeeded = 100

export const churnRework: Measure = {
  ...structureScopes,
  id: 'structure.churn-rework',
  version: 1,
  unit: 'share',
  title: { en: 'Lines reworked soon', de: 'Bald überarbeitete Zeilen' },
  definition: {
    en: `Of the lines that delivered changes of the window added, the share that another delivered change deleted or rewrote within ${reworkDays} days. The window ends ${reworkDays} days before the week of as-of, so that every line has had its ${reworkDays} days. Changes that hold nothing but bots’ commits, and generated and binary files, are left out.`,
    de: `Von den Zeilen, die gelieferte Änderungen des Zeitraums hinzugefügt haben, der Anteil, den eine andere gelieferte Änderung innerhalb von ${reworkDays} Tagen gelöscht oder neu geschrieben hat. Der Zeitraum endet ${reworkDays} Tage vor der Woche des Stichtags, damit jede Zeile ihre ${reworkDays} Tage hatte. Änderungen, die nur Commits von Bots enthalten, sowie erzeugte und binäre Dateien bleiben außen vor.`,
  },
  sampleRule: {
    en: `Lines must have been counted, and at least ${linesNeeded} lines added in the window. Lines deleted by a change whose clock puts it before they were added are left out and counted.`,
    de: `Die Zeilen müssen gezählt und mindestens ${linesNeeded} Zeilen im Zeitraum hinzugefügt worden sein. Zeilen, gelöscht von einer Änderung, deren Uhr sie vor das Hinzufügen legt, bleiben außen vor und werden gezählt.`,
  },
  sources: ['Pluralsight Flow, “Rework”: https://help.pluralsight.com/hc/en-us/articles/24425443133076'],
  partNames: {
    bots: { en: 'Delivered changes by bots', de: 'Gelieferte Änderungen von Bots' },
    skewed: {
      en: 'Lines deleted by a change that claims to be older',
      de: 'Zeilen, gelöscht von einer Änderung, die älter sein will',
    },
  },
  window: reworkWindow,
  compute: computeChurnRework,
}

/** The full weeks that ended 21 days before the week of as-of: line survival must have been followed from its start. */
function reworkWindow(asOf: number, weeks: number): Window {
  return fullWeeks(asOf - reworkDays * day, weeks)
}

function computeChurnRework(evidence: Evidence, scope: Scope, asked: Window | null): Figure {
  const { history, lines } = evidence
  if (history.length === 0) return noFigure({ code: 'empty-history' })
  if (lines === null) return noFigure({ code: 'not-read-yet', what: 'lines' })
  const window = asked ?? reworkWindow(evidence.asOf, 13)
  const isIn = isFileIn(evidence, scope)
  const length = Math.max(0, Math.ceil((window.to - window.from) / week))
  const weeks = Array.from({ length }, () => ({ added: 0, deletedSoon: 0 }))
  const total = { added: 0, deletedSoon: 0 }
  const facts = new Set<number>()
  const bots = new Set<number>()
  let skewedLines = 0
  for (const { commit, file, added, deletedSoon, skewed = 0 } of lines.survival) {
    const at = history.committedAt[commit] ?? Number.NaN
    if (!isWithin(window, at) || added === 0 || evidence.generated[file] === 1 || !isIn(file)) continue
    if (isEdge(evidence, commit)) continue
    if (isDeliveredByBots(evidence, commit)) {
      bots.add(commit)
      continue
    }
    facts.add(commit)
    skewedLines += skewed
    for (const sum of [total, weeks[Math.floor((at - window.from) / week)]]) {
      if (sum === undefined) continue
      sum.added += added - skewed
      sum.deletedSoon += deletedSoon
    }
  }
  const known = {
    sample: total.added,
    series: weeks.map(({ added, deletedSoon }, index) => ({
      from: window.from + index * week,
      value: added === 0 ? null : deletedSoon / added,
      sample: added,
    })),
    dropped: { bots: bots.size, skewed: skewedLines },
    facts: [...facts].sort((a, b) => a - b),
  }
  if (total.added < linesNeeded) return noFigure(tooFew('lines', linesNeeded, total.added), known)
  return { ...known, value: total.deletedSoon / total.added }
}
