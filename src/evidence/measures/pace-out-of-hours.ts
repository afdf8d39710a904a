import { hasFlag, unknownOffset } from '../history/history.ts'
import type { Evidence } from './evidence.ts'
import { noFigure } from './figure.ts'
import type { Figure, Measure, Scope, SeriesPoint, Window } from './measure.ts'
import { oncePerParts } from './once-per-parts.ts'
import { changesIn } from './scope-changes.ts'
import { suppressDerivable } from './suppress-derivable.ts'
import { day, fullWeeks, hour, isWithin, week } from './windows.ts'

const windowWeeks = 13
const windowsShown = 4
const peopleNeeded = 5

export const outOfHours: Measure = {
  id: 'pace.out-of-hours',
  version: 1,
  unit: 'share',
  title: { en: 'Work out of hours', de: 'Arbeit außerhalb üblicher Zeiten' },
  definition: {
    en: `Share of the changes that were written outside Monday to Friday, 7:00 to 20:00, by the clock of whoever wrote them: the author’s instant with the offset recorded in the commit, so that time zones and daylight saving are accounted for. Always ${windowWeeks} full weeks, beside the ${windowWeeks} weeks before them. Merges and bots are left out. It says when commits were made, not how long anybody worked.`,
    de: `Anteil der Änderungen, die außerhalb von Montag bis Freitag, 7 bis 20 Uhr, geschrieben wurden, nach der Uhr derer, die sie schrieben: Zeitpunkt des Autors mit der im Commit festgehaltenen Abweichung, sodass Zeitzone und Sommerzeit berücksichtigt sind. Immer ${windowWeeks} volle Wochen, daneben die ${windowWeeks} Wochen davor. Merges und Bots bleiben außen vor. Die Zahl sagt, wann Commits entstanden, nicht, wie lange jemand gearbeitet hat.`,
  },
  sampleRule: {
    en: `At least ${peopleNeeded} different people in the very scope and window; a component is also left out where it, what remains beside it or its difference from another could be worked out by subtraction for fewer people. There is no list of commits. Changes without a usable offset are left out and counted.`,
    de: `Mindestens ${peopleNeeded} verschiedene Personen in genau diesem Bereich und Zeitraum; eine Komponente bleibt auch dann leer, wenn sie, der Rest neben ihr oder ihr Unterschied zu einer anderen sich durch Abziehen für weniger Personen errechnen ließe. Eine Liste der Commits gibt es nicht. Änderungen ohne brauchbare Zeitzonenangabe bleiben außen vor und werden gezählt.`,
  },
  sources: ['Claes, Mäntylä, Kuutila, Adams: Do Programmers Work at Night or During the Weekend?, ICSE 2018'],
  partNames: {
    unknownOffset: {
      en: 'Changes without a usable offset',
      de: 'Änderungen ohne brauchbare Zeitzonenangabe',
    },
  },
  scopes: ['repository', 'component'],
  personNear: true,
  audience: 'company',
  // The weeks asked for are ignored: two windows that differ by a week would tell of that week.
  window: (asOf) => fullWeeks(asOf, windowWeeks),
  compute: computeOutOfHours,
}

function computeOutOfHours(evidence: Evidence, scope: Scope, asked: Window | null): Figure {
  if (evidence.history.length === 0) return noFigure({ code: 'empty-history' })
  const window = asked ?? fullWeeks(evidence.asOf, windowWeeks)
  if (window.to - window.from !== windowWeeks * week || fullWeeks(window.to, 1).to !== window.to) {
    throw new Error(`Work out of hours is only told for ${windowWeeks} full weeks.`)
  }
  const series: SeriesPoint[] = []
  for (let back = windowsShown - 1; back >= 0; back--) {
    const shift = back * windowWeeks * week
    series.push(pointOf(evidence, scope, { from: window.from - shift, to: window.to - shift }))
  }
  const { value, sample } = series.at(-1) ?? { value: null, sample: 0 }
  if (value === null) return noFigure({ code: 'group-too-small', needed: peopleNeeded }, { series })
  return { value, sample, series, dropped: { unknownOffset: writtenIn(evidence, scope, window).unknown } }
}

function pointOf(evidence: Evidence, scope: Scope, window: Window): SeriesPoint {
  const { known } = writtenIn(evidence, scope, window)
  if (!isShown(evidence, scope, window, known)) return { from: window.from, value: null, sample: 0 }
  const outside = known.filter((commit) => isOutside(evidence, commit))
  return { from: window.from, value: outside.length / known.length, sample: known.length }
}

function isShown(evidence: Evidence, scope: Scope, window: Window, known: readonly number[]): boolean {
  if (scope.kind === 'component') return shownComponents(evidence, window).has(scope.name)
  return new Set(known.map((commit) => evidence.history.author[commit])).size >= peopleNeeded
}

const shownByWindow = oncePerParts(
  ['components', 'componentOf'],
  () => new Map<number, ReadonlySet<string>>(),
)

function shownComponents(evidence: Evidence, window: Window): ReadonlySet<string> {
  const remembered = shownByWindow(evidence)
  const answer = remembered.get(window.from) ?? findShown(evidence, window)
  remembered.set(window.from, answer)
  return answer
}

function findShown(evidence: Evidence, window: Window): ReadonlySet<string> {
  const knownIn = (scope: Scope) => writtenIn(evidence, scope, window).known
  const cells = evidence.components.map(({ name }) => ({ name, facts: knownIn({ kind: 'component', name }) }))
  const all = knownIn({ kind: 'repository', name: evidence.repository })
  return suppressDerivable(all, cells, (commit) => evidence.history.author[commit] ?? -1, peopleNeeded)
}

/** Changes that people wrote within the window, by the author's instant: with an offset, and the number without. */
function writtenIn(evidence: Evidence, scope: Scope, window: Window) {
  const { history } = evidence
  const known: number[] = []
  let unknown = 0
  for (const commit of changesIn(evidence, scope)) {
    if (!isWithin(window, history.authoredAt[commit] ?? Number.NaN)) continue
    if (hasFlag(history, commit, 'bot')) continue
    if (history.authorOffset[commit] === unknownOffset) unknown++
    else known.push(commit)
  }
  return { known, unknown }
}

function isOutside({ history }: Evidence, commit: number): boolean {
  const local = (history.authoredAt[commit] ?? 0) + (history.authorOffset[commit] ?? 0) * 60_000
  // Days since 1970-01-01, a Thursday: Monday is 0.
  const weekday = (((Math.floor(local / day) + 3) % 7) + 7) % 7
  const hourOfDay = Math.floor(local / hour) - Math.floor(local / day) * 24
  return weekday > 4 || hourOfDay < 7 || hourOfDay >= 20
}
