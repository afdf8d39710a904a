import { deliveredWithin, deliveryScopes, deliveryWindow } from './delivery-scopes.ts'
import type { Evidence } from './evidence.ts'
import { noFigure, tooFew } from './figure.ts'
import { historySince, knownWeeks, weeksNeeded } from './known-weeks.ts'
import type { Figure, Measure, Scope, SeriesPoint, Window } from './measure.ts'
import { isDeliveredByBots } from './scope-changes.ts'
import { weeklySeries } from './weekly-series.ts'
import { day, isWithin, week } from './windows.ts'

const workingDays = 5

export const throughput: Measure = {
  ...deliveryScopes,
  id: 'delivery.throughput',
  version: 1,
  unit: 'count',
  title: { en: 'Throughput', de: 'Durchsatz' },
  counted: {
    one: { en: 'per working day', de: 'pro Arbeitstag' },
    other: { en: 'per working day', de: 'pro Arbeitstag' },
  },
  definition: {
    en: 'Delivered changes per working day: commits that arrived on the main line, a merge with all it brings in counted once, over the full weeks of the window, divided by five working days a week. What arrives on a Saturday or Sunday counts to its week. Days are UTC days.',
    de: 'Gelieferte Änderungen je Arbeitstag: Commits, die auf der Hauptlinie ankamen, ein Merge mit allem, was er hereinbringt, einmal gezählt, über die vollen Wochen des Zeitraums, geteilt durch fünf Arbeitstage je Woche. Was samstags oder sonntags ankommt, zählt zu seiner Woche. Tage sind UTC-Tage.',
  },
  sampleRule: {
    en: 'At least four full weeks since the first commit. A week without a change counts as zero; weeks before the first commit do not count.',
    de: 'Mindestens vier volle Wochen seit dem ersten Commit. Eine Woche ohne Änderung zählt als null; Wochen vor dem ersten Commit zählen nicht.',
  },
  sources: ['https://scrumguides.org/scrum-kanban.html'],
  partNames: {
    withoutBots: { en: 'Without changes by bots', de: 'Ohne Änderungen von Bots' },
  },
  compute: computeThroughput,
}

function computeThroughput(evidence: Evidence, scope: Scope, asked: Window | null): Figure {
  const { history } = evidence
  if (history.length === 0) return noFigure({ code: 'empty-history' })
  const window = deliveryWindow(evidence, asked)
  const weeks = knownWeeks(window, historySince(evidence))
  const starts = new Set(weeks)
  const startOf = (at: number) => window.from + Math.floor((at - window.from) / week) * week
  const instantOf = (commit: number) => history.committedAt[commit] ?? Number.NaN
  const delivered = deliveredWithin(evidence, scope, window).filter((commit) =>
    starts.has(startOf(instantOf(commit))),
  )
  const known = {
    sample: delivered.length,
    series: weeklySeries(
      window,
      Array.from(delivered, (commit) => ({ at: instantOf(commit), value: 1 })),
      (changes, from) => (starts.has(from) ? changes.length / workingDays : null),
    ),
    facts: [...delivered],
  }
  if (weeks.length < weeksNeeded) return noFigure(tooFew('weeks', weeksNeeded, weeks.length), known)

  const days = weeks.length * workingDays
  const byPeople = delivered.filter((commit) => !isDeliveredByBots(evidence, commit))
  return {
    ...known,
    value: delivered.length / days,
    ...(byPeople.length < delivered.length ? { parts: { withoutBots: byPeople.length / days } } : {}),
  }
}

/** Delivered changes on each UTC day of the window, Saturdays and Sundays included: what a forecast samples from. */
export function dailyThroughput(evidence: Evidence, scope: Scope, window: Window): SeriesPoint[] {
  const days = Math.ceil((window.to - window.from) / day)
  const counts = Array.from({ length: days }, () => 0)
  for (const commit of deliveredWithin(evidence, scope, window)) {
    const at = evidence.history.committedAt[commit] ?? Number.NaN
    if (!isWithin(window, at)) continue
    const index = Math.floor((at - window.from) / day)
    counts[index] = (counts[index] ?? 0) + 1
  }
  return counts.map((count, index) => ({ from: window.from + index * day, value: count, sample: count }))
}
