import { arrivalsIn, concerning, noArrivals } from './arrivals.ts'
import { deliveryScopes, deliveryWindow } from './delivery-scopes.ts'
import type { Evidence } from './evidence.ts'
import { noFigure, tooFew } from './figure.ts'
import { historySince, knownWeeks, weeksNeeded } from './known-weeks.ts'
import type { Figure, Measure, Scope, Window } from './measure.ts'
import { medianOf } from './percentiles.ts'
import { weeklySeries } from './weekly-series.ts'
import { isWithin } from './windows.ts'

export const deploymentFrequency: Measure = {
  ...deliveryScopes,
  id: 'delivery.deployment-frequency',
  version: 1,
  unit: 'per-week',
  title: { en: 'Deployment frequency', de: 'Deployment-Häufigkeit' },
  definition: {
    en: 'Deployments to production per week: the median over the full weeks of the window. Where no source tells of deployments, releases (tags with a version, pre-releases left out) stand in for them. A component counts the deployments that name it or hold a change of its files.',
    de: 'Deployments in die Produktion je Woche: der Median über die vollen Wochen des Zeitraums. Wo keine Quelle Deployments meldet, stehen Releases (Tags mit Version, ohne Vorabversionen) an ihrer Stelle. Für eine Komponente zählen die Deployments, die sie nennen oder eine Änderung ihrer Dateien enthalten.',
  },
  sampleRule: {
    en: 'At least four full weeks since the first commit, or since the first deployment a source told of. A week without a deployment counts as zero; weeks before that beginning are unknown and do not count.',
    de: 'Mindestens vier volle Wochen seit dem ersten Commit oder seit dem ersten Deployment, das eine Quelle gemeldet hat. Eine Woche ohne Deployment zählt als null; Wochen vor diesem Beginn sind unbekannt und zählen nicht.',
  },
  sources: ['https://dora.dev/guides/dora-metrics-four-keys/'],
  partNames: {
    total: { en: 'Deployments in the window', de: 'Deployments im Zeitraum' },
    mean: { en: 'Mean per week', de: 'Mittelwert je Woche' },
  },
  compute: computeDeploymentFrequency,
}

function computeDeploymentFrequency(evidence: Evidence, scope: Scope, asked: Window | null): Figure {
  const window = deliveryWindow(evidence, asked)
  const arrivals = arrivalsIn(evidence, scope)
  const concerned = concerning(arrivals).map(([, arrival]) => arrival)
  if (concerned.length === 0) return noFigure(noArrivals(evidence))

  const since = arrivals.proxy ? historySince(evidence) : (arrivals.list[0]?.at ?? Number.NaN)
  const weeks = new Set(knownWeeks(window, since))
  const within = concerned.filter((arrival) => isWithin(window, arrival.at))
  const series = weeklySeries(
    window,
    within.map(({ at }) => ({ at, value: 1 })),
    (deployments, from) => (weeks.has(from) ? deployments.length : null),
  )
  const counts = series.flatMap((point) => (point.value === null ? [] : [point.value]))
  const deployed = new Set(within.map((arrival) => arrival.commit).filter((commit) => commit !== -1))
  const known = {
    sample: within.length,
    proxy: arrivals.proxy,
    series,
    facts: [...deployed].sort((a, b) => a - b),
  }
  if (counts.length < weeksNeeded) return noFigure(tooFew('weeks', weeksNeeded, counts.length), known)
  return {
    ...known,
    value: medianOf(counts),
    parts: { total: within.length, mean: counts.reduce((sum, count) => sum + count, 0) / counts.length },
  }
}
