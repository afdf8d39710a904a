import { deliveryScopes, deliveryWindow } from './delivery-scopes.ts'
import type { Evidence } from './evidence.ts'
import { noFigure, shareOf, tooFew } from './figure.ts'
import type { Figure, Measure, Scope, Window } from './measure.ts'
import { verdictsIn } from './verdicts.ts'
import { weeklySeries } from './weekly-series.ts'

const deploymentsNeeded = 5

export const changeFailureRate: Measure = {
  ...deliveryScopes,
  id: 'delivery.change-failure-rate',
  version: 1,
  unit: 'share',
  title: { en: 'Change failure rate', de: 'Fehlerquote der Deployments' },
  definition: {
    en: 'Failed deployments as a share of the deployments of the window. A deployment failed when it was rolled back or caused at least one incident: the one that the incident names, else the latest of the affected component in the seven days before; several incidents of one deployment count once. Where git alone speaks, a release stands in, and it failed when within seven days a release followed that differs in the patch part only, or when within fourteen days one of its changes was reverted. A failed deployment counts for every component it concerns.',
    de: 'Anteil der fehlgeschlagenen an den Deployments des Zeitraums. Fehlgeschlagen ist ein Deployment, das zurückgerollt wurde oder mindestens eine Störung verursacht hat: dasjenige, das die Störung nennt, sonst das letzte der betroffenen Komponente in den sieben Tagen davor; mehrere Störungen eines Deployments zählen einmal. Wo nur Git spricht, steht ein Release an dieser Stelle; es gilt als fehlgeschlagen, wenn binnen sieben Tagen ein Release folgte, das sich nur in der Patch-Stelle unterscheidet, oder binnen vierzehn Tagen eine seiner Änderungen zurückgenommen wurde. Ein fehlgeschlagenes Deployment zählt für jede Komponente, die es betrifft.',
  },
  sampleRule: {
    en: 'At least five deployments. The latest ones count as well, although their seven or fourteen days may not be over yet; their share is shown.',
    de: 'Mindestens fünf Deployments. Auch die jüngsten zählen, obwohl ihre sieben oder vierzehn Tage noch laufen können; ihr Anteil wird gezeigt.',
  },
  sources: ['https://dora.dev/guides/dora-metrics-four-keys/'],
  partNames: {
    mayStillFail: {
      en: 'Not failed so far, but their days are not over yet',
      de: 'Bisher nicht fehlgeschlagen, ihre Tage laufen aber noch',
    },
  },
  compute: computeChangeFailureRate,
}

function computeChangeFailureRate(evidence: Evidence, scope: Scope, asked: Window | null): Figure {
  const window = deliveryWindow(evidence, asked)
  const verdicts = verdictsIn(evidence, scope, window)
  if ('code' in verdicts) return noFigure(verdicts)

  const { list, ...joined } = verdicts
  const failed = list.filter((verdict) => verdict.failed)
  const commits = new Set(failed.map((verdict) => verdict.arrival.commit).filter((commit) => commit !== -1))
  const known = {
    ...joined,
    sample: list.length,
    series: weeklySeries(
      window,
      list.map(({ arrival, failed }) => ({ at: arrival.at, value: failed ? 1 : 0 })),
      (values) => shareOf(values.filter((value) => value === 1).length, values.length),
    ),
    facts: [...commits].sort((a, b) => a - b),
  }
  if (list.length < deploymentsNeeded)
    return noFigure(tooFew('deployments', deploymentsNeeded, list.length), known)
  return {
    ...known,
    value: failed.length / list.length,
    parts: { mayStillFail: list.filter((verdict) => verdict.open).length / list.length },
  }
}
