import type { Evidence } from './evidence.ts'
import { noFigure, tooFew } from './figure.ts'
import { hotspots, structureDays } from './hotspots.ts'
import type { Figure, Measure, Scope, Window } from './measure.ts'
import { peopleChanges } from './people-changes.ts'
import { structureScopes, touching } from './structure-scopes.ts'
import { lastDays } from './windows.ts'

const topFiles = 10

export const hotspot: Measure = {
  ...structureScopes,
  id: 'structure.hotspot',
  version: 1,
  unit: 'share',
  title: { en: 'Hotspots', de: 'Hotspots' },
  definition: {
    en: `How far the changing and tangled code is concentrated: the share of all scores that the ${topFiles} files with the highest score hold together. A file’s score = changes of the last ${structureDays} days × complexity; complexity is the sum of the indentation levels of its non-blank lines, a level being a tab or the file’s most common step of spaces. Files at the head that people changed in that time; merges and changes by bots are left out, generated, vendored and lock files stand apart.`,
    de: `Wie sehr sich der bewegte und verschachtelte Code ballt: der Anteil, den die ${topFiles} Dateien mit der höchsten Punktzahl an allen Punkten haben. Punktzahl einer Datei = Änderungen der letzten ${structureDays} Tage × Komplexität; Komplexität ist die Summe der Einrückungstiefen ihrer nicht leeren Zeilen, eine Stufe ist ein Tabulator oder der häufigste Leerzeichenschritt der Datei. Dateien am Head, die Menschen in dieser Zeit geändert haben; Merges und Änderungen von Bots bleiben außen vor, erzeugte, fremde und Lock-Dateien stehen für sich.`,
  },
  sampleRule: {
    en: `More than ${topFiles} files with a score above zero, otherwise the share would always be the whole.`,
    de: `Mehr als ${topFiles} Dateien mit einer Punktzahl über null, sonst wäre der Anteil immer das Ganze.`,
  },
  sources: [
    'Tornhill: Your Code as a Crime Scene, 2nd edition 2024',
    'https://github.com/simonrenoult/code-complexity',
  ],
  partNames: {
    topFile: { en: 'Share of the first file', de: 'Anteil der ersten Datei' },
    bots: { en: 'Changes by bots', de: 'Änderungen von Bots' },
    generated: { en: 'Generated files', de: 'Erzeugte Dateien' },
  },
  window: (asOf) => lastDays(asOf, structureDays),
  compute: computeHotspot,
}

function computeHotspot(evidence: Evidence, scope: Scope, asked: Window | null): Figure {
  if (evidence.history.length === 0) return noFigure({ code: 'empty-history' })
  if (evidence.content === null) return noFigure({ code: 'not-read-yet', what: 'files' })
  const window = asked ?? lastDays(evidence.asOf, structureDays)
  const { commits, byBots } = peopleChanges(evidence, scope, window)
  const ranked = hotspots(evidence, scope, { window }).filter((file) => file.score > 0)
  const generated = hotspots(evidence, scope, { window, generated: true }).length
  const top = ranked.slice(0, topFiles)
  const known = {
    sample: ranked.length,
    facts: touching(evidence, commits, new Set(top.map(({ file }) => file))),
    dropped: { bots: byBots, generated },
  }
  if (ranked.length <= topFiles) return noFigure(tooFew('files', topFiles + 1, ranked.length), known)
  const scoreOf = (files: typeof ranked) => files.reduce((sum, { score }) => sum + score, 0)
  const all = scoreOf(ranked)
  return { ...known, value: scoreOf(top) / all, parts: { topFile: scoreOf(top.slice(0, 1)) / all } }
}
