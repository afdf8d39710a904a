import { hasFlag } from '../history/history.ts'
import type { Evidence } from './evidence.ts'
import { noFigure, tooFew } from './figure.ts'
import type { Figure, Measure, Scope, Window } from './measure.ts'
import { oncePerParts } from './once-per-parts.ts'
import { humansOf } from './people-changes.ts'
import { commitsOfDelivered } from './scope-changes.ts'
import { day, fullWeeks, isWithin, week } from './windows.ts'

const cohortWeeks = 52
const newcomersNeeded = 5
const settledAfter = 10

export const onboarding: Measure = {
  id: 'knowledge.onboarding',
  version: 1,
  unit: 'days',
  title: { en: 'Onboarding', de: 'Einarbeitung' },
  definition: {
    en: `Days until half of the newcomers have had their tenth delivered change, told in whole weeks, rounded up: always a multiple of seven. Newcomers are the people whose first delivered change falls into the last ${cohortWeeks} full weeks; each one’s time runs from the first to the tenth. A delivered change belongs to the authors and co-authors of the commits it brought in; bots are left out. Those who have not had their tenth yet count among all, so that the slow are not forgotten.`,
    de: `Tage, bis die Hälfte der Neuen ihre zehnte gelieferte Änderung hatte, in ganzen Wochen, aufgerundet: immer ein Vielfaches von sieben. Neu sind die Personen, deren erste gelieferte Änderung in die letzten ${cohortWeeks} vollen Wochen fällt; bei jeder läuft die Zeit von der ersten bis zur zehnten. Eine gelieferte Änderung gehört den Autoren und Co-Autoren der Commits, die sie hereinbrachte; Bots bleiben außen vor. Wer die zehnte noch nicht hatte, zählt bei allen mit, damit die Langsamen nicht vergessen werden.`,
  },
  sampleRule: {
    en: `At least ${newcomersNeeded} newcomers, half of whom have had their tenth delivered change. There is no list of commits. People whose clocks put the tenth before the first are left out and counted. A shallow clone has no figure: everybody looks new in it.`,
    de: `Mindestens ${newcomersNeeded} neue Personen, von denen die Hälfte ihre zehnte gelieferte Änderung hatte. Eine Liste der Commits gibt es nicht. Personen, deren Uhren die zehnte vor die erste legen, bleiben außen vor und werden gezählt. Ein flacher Klon hat keine Zahl: In ihm sehen alle neu aus.`,
  },
  sources: ['https://getdx.com/blog/developer-onboarding/ (time to the tenth pull request)'],
  partNames: {
    negative: { en: 'People with clocks that run backwards', de: 'Personen mit rückwärts gehenden Uhren' },
  },
  scopes: ['repository'],
  personNear: true,
  audience: 'leadership',
  // The weeks asked for are ignored: two cohorts that differ by a week would tell of one person.
  window: (asOf) => fullWeeks(asOf, cohortWeeks),
  compute: computeOnboarding,
}

function computeOnboarding(evidence: Evidence, _scope: Scope, asked: Window | null): Figure {
  if (evidence.history.length === 0) return noFigure({ code: 'empty-history' })
  if (evidence.boundaryCommits > 0) return noFigure({ code: 'no-data', source: 'whole-history' })
  const window = asked ?? fullWeeks(evidence.asOf, cohortWeeks)
  const newcomers = firstChanges(evidence).filter(([first = Number.NaN]) => isWithin(window, first))
  const cohort = newcomers.map((changes) => daysToSettle(changes, evidence.asOf)).filter((days) => days >= 0)
  const known = { sample: cohort.length, dropped: { negative: newcomers.length - cohort.length } }
  if (cohort.length < newcomersNeeded)
    return noFigure(tooFew('newcomers', newcomersNeeded, cohort.length), known)
  const half = Math.ceil(cohort.length / 2)
  const settled = cohort.filter((days) => days !== Number.POSITIVE_INFINITY).sort((a, b) => a - b)
  const value = settled[half - 1]
  // Not how many have: told week by week, that would give away the span of the first one.
  return value === undefined ? noFigure({ code: 'not-half-yet' }, known) : { ...known, value }
}

/**
 * Days from the first to the tenth delivered change in weeks that were begun, at least one: the exact span of one person
 * could be found in the history. Infinite while there are fewer changes up to as-of, negative where clocks ran backwards.
 */
function daysToSettle(changes: readonly number[], asOf: number): number {
  const [first, tenth] = [changes[0] ?? Number.NaN, changes[settledAfter - 1]]
  if (tenth === undefined || tenth > asOf) return Number.POSITIVE_INFINITY
  const span = tenth - first
  return span < 0 ? -1 : (Math.max(1, Math.ceil(span / week)) * week) / day
}

/** The instants of everybody's first ten delivered changes, in the order of the main line; nobody is told apart. */
const firstChanges = oncePerParts([], (evidence): number[][] => {
  const { history } = evidence
  const changes: number[][] = []
  for (const delivered of history.delivered) {
    const people = new Set<number>()
    for (const commit of commitsOfDelivered(evidence, delivered)) {
      if (hasFlag(history, commit, 'merge')) continue
      for (const person of humansOf(evidence, commit)) people.add(person)
    }
    for (const person of people) {
      const known = (changes[person] ??= [])
      if (known.length < settledAfter) known.push(history.committedAt[delivered] ?? Number.NaN)
    }
  }
  return changes.filter((each) => each.length > 0)
})
