import { arrivalsIn, concerning, noArrivals } from './arrivals.ts'
import { deliveryScopes, deliveryWindow } from './delivery-scopes.ts'
import type { Evidence } from './evidence.ts'
import { leftOut, noFigure, tooFew } from './figure.ts'
import { leadTimeStages } from './lead-time-stages.ts'
import { arrivedChanges, type LeadTime } from './lead-times.ts'
import type { Figure, Measure, Scope, Window } from './measure.ts'
import { medianOf, percentilesOf } from './percentiles.ts'
import { changesIn } from './scope-changes.ts'
import { weeklySeries } from './weekly-series.ts'
import { isWithin } from './windows.ts'

const changesNeeded = 5

export const leadTime: Measure = {
  ...deliveryScopes,
  id: 'delivery.lead-time',
  version: 1,
  unit: 'hours',
  title: { en: 'Lead time for changes', de: 'Durchlaufzeit von Änderungen' },
  definition: {
    en: 'For every change (a commit that is no merge, those of bots included) that a deployment of the window is the first to contain: from the instant its author recorded to the deployment; the median, with the 75th and 90th percentile. First to contain: the commit is reachable from this deployment and from no earlier one. What the first deployment of all contains is left out, because nothing says since when it was on its way. Where no source tells of deployments, releases stand in for them. Where a forge tells of change requests, its stages stand beside it for the whole repository and always the last 13 full weeks: written to opened, opened to first human answer, answer to merge, merge to deployment, each as the median of the changes that went through it.',
    de: 'Für jede Änderung (ein Commit, der kein Merge ist, auch die von Bots), die ein Deployment des Zeitraums als erstes enthält: vom Zeitpunkt, den der Autor festhielt, bis zum Deployment; der Median, dazu das 75. und 90. Perzentil. Als erstes: Der Commit ist von diesem Deployment aus erreichbar und von keinem früheren. Der Inhalt des allerersten Deployments bleibt außen vor, weil nichts sagt, seit wann er unterwegs war. Wo keine Quelle Deployments meldet, stehen Releases an ihrer Stelle. Wo eine Plattform Pull oder Merge Requests meldet, stehen für das ganze Repository und immer die letzten 13 vollen Wochen die Abschnitte daneben: Schreiben bis Öffnen, Öffnen bis zur ersten menschlichen Antwort, Antwort bis Merge, Merge bis Deployment, jeweils als Median der Änderungen, die ihn durchliefen.',
  },
  sampleRule: {
    en: 'At least five changes, and for a stage five by at least five people. Changes whose author instant lies after their deployment are left out and counted.',
    de: 'Mindestens fünf Änderungen, für einen Abschnitt fünf von mindestens fünf Personen. Änderungen, deren Autorzeitpunkt nach ihrem Deployment liegt, bleiben außen vor und werden gezählt.',
  },
  sources: ['https://dora.dev/guides/dora-metrics-four-keys/'],
  partNames: {
    withoutBots: { en: 'Median without changes by bots', de: 'Median ohne Änderungen von Bots' },
    coding: { en: 'Written to opened', de: 'Schreiben bis Öffnen' },
    waitingForReview: { en: 'Opened to first answer', de: 'Öffnen bis erste Antwort' },
    inReview: { en: 'First answer to merge', de: 'Erste Antwort bis Merge' },
    waitingForDeployment: { en: 'Merge to deployment', de: 'Merge bis Deployment' },
    withoutRequest: {
      en: 'Changes without a known change request, in no stage',
      de: 'Änderungen ohne bekannten Request, in keinem Abschnitt',
    },
    negative: {
      en: 'Written after their deployment, by their clock',
      de: 'Laut Uhr nach ihrem Deployment geschrieben',
    },
    unknownCommit: {
      en: 'Deployments of a commit that is not in the history',
      de: 'Deployments eines Commits, der nicht zur Historie gehört',
    },
  },
  compute: computeLeadTime,
}

function computeLeadTime(evidence: Evidence, scope: Scope, asked: Window | null): Figure {
  const window = deliveryWindow(evidence, asked)
  const arrivals = arrivalsIn(evidence, scope)
  const concerned = concerning(arrivals)
  if (concerned.length === 0) return noFigure(noArrivals(evidence))

  const arrived = arrivedChanges(evidence, scope, window)
  const times = arrived.filter((change) => change.hours >= 0)
  const unknown = concerned.filter(([, { commit, at }]) => commit === -1 && isWithin(window, at))
  const stages = stagesOf(evidence, scope, window, times)
  const known: Partial<Figure> = {
    sample: times.length,
    proxy: arrivals.proxy,
    series: weeklySeries(
      window,
      times.map(({ at, hours }) => ({ at, value: hours })),
      medianOf,
    ),
    facts: times.map((change) => change.commit),
    ...leftOut({
      negative: arrived.length - times.length,
      unknownCommit: unknown.length,
      withoutRequest: stages?.withoutRequest ?? 0,
    }),
    ...deployedShare(evidence, scope, window, arrivals.firstOf),
  }
  if (times.length < changesNeeded) return noFigure(tooFew('changes', changesNeeded, times.length), known)

  const percentiles = percentilesOf(times.map((change) => change.hours))
  const byPeople = times.filter((change) => !change.bot)
  const withoutBots = medianOf(byPeople.map((change) => change.hours))
  const mixed = byPeople.length < times.length && byPeople.length >= changesNeeded && withoutBots !== null
  const parts = { ...(mixed ? { withoutBots } : {}), ...stages?.parts }
  return {
    ...known,
    sample: times.length,
    value: percentiles.p50,
    percentiles,
    ...(Object.keys(parts).length > 0 ? { parts } : {}),
  }
}

// Near to people, as all that tells of reviews: in one window and one scope, so that nothing can be had by subtraction.
function stagesOf(evidence: Evidence, scope: Scope, window: Window, times: readonly LeadTime[]) {
  const fixed = deliveryWindow(evidence, null)
  const isFixed = window.from === fixed.from && window.to === fixed.to
  return isFixed && scope.kind === 'repository' ? leadTimeStages(evidence, times) : null
}

// Coverage: of the changes that came to the main line in the window, the share that any deployment up to as-of contains.
function deployedShare(evidence: Evidence, scope: Scope, window: Window, firstOf: Int32Array) {
  const { committedAt, deliveredBy } = evidence.history
  const deliveredAt = (commit: number) => committedAt[deliveredBy[commit] ?? -1] ?? Number.NaN
  const changes = changesIn(evidence, scope).filter((commit) => isWithin(window, deliveredAt(commit)))
  if (changes.length === 0) return {}
  return { coverage: changes.filter((commit) => firstOf[commit] !== -1).length / changes.length }
}
