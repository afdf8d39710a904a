import { deliveryScopes, deliveryWindow } from './delivery-scopes.ts'
import type { Evidence } from './evidence.ts'
import { leftOut, noFigure, tooFew } from './figure.ts'
import type { Figure, Measure, Scope, Window } from './measure.ts'
import { medianOf, percentilesOf } from './percentiles.ts'
import { verdictsIn } from './verdicts.ts'
import { weeklySeries } from './weekly-series.ts'
import { hour } from './windows.ts'

const recoveriesNeeded = 3

export const recoveryTime: Measure = {
  ...deliveryScopes,
  id: 'delivery.recovery-time',
  version: 1,
  unit: 'hours',
  title: {
    en: 'Failed deployment recovery time',
    de: 'Dauer der Wiederherstellung',
  },
  definition: {
    en: 'For every failed deployment of the window, how long the failure lasted: from the start of its first incident to the end of its last, or, where it was rolled back without an incident, from the deployment to the next one that was not; the median, with the 75th and 90th percentile. Where git alone speaks, from the failed release to the one that repaired it: the release that differs in the patch part only, or the first that contains the revert, whichever came first.',
    de: 'Für jedes fehlgeschlagene Deployment des Zeitraums, wie lange der Fehler dauerte: vom Beginn seiner ersten bis zum Ende seiner letzten Störung oder, wo es ohne Störung zurückgerollt wurde, vom Deployment bis zum nächsten, das es nicht wurde; der Median, dazu das 75. und 90. Perzentil. Wo nur Git spricht, vom fehlgeschlagenen Release bis zu dem, das es reparierte: das Release, das sich nur in der Patch-Stelle unterscheidet, oder das erste, das die Rücknahme enthält, je nachdem, was früher kam.',
  },
  sampleRule: {
    en: 'At least three recoveries. Failures that still last are left out and counted; without any failure there is no time to state.',
    de: 'Mindestens drei Wiederherstellungen. Fehler, die noch andauern, bleiben außen vor und werden gezählt; ohne Fehler gibt es keine Zeit zu nennen.',
  },
  sources: ['https://dora.dev/guides/dora-metrics-four-keys/'],
  partNames: {
    notRecoveredYet: { en: 'Failures that still last', de: 'Noch andauernde Fehler' },
    negative: { en: 'Ended before they began, by their clock', de: 'Laut Uhr vor ihrem Beginn beendet' },
  },
  compute: computeRecoveryTime,
}

function computeRecoveryTime(evidence: Evidence, scope: Scope, asked: Window | null): Figure {
  const window = deliveryWindow(evidence, asked)
  const verdicts = verdictsIn(evidence, scope, window)
  if ('code' in verdicts) return noFigure(verdicts)

  const { list, ...joined } = verdicts
  const failed = list.filter((verdict) => verdict.failed)
  const ended = failed.flatMap(({ arrival, failedFrom, recoveredAt }) =>
    recoveredAt === null ? [] : [{ arrival, at: arrival.at, value: (recoveredAt - failedFrom) / hour }],
  )
  const recoveries = ended.filter((recovery) => recovery.value >= 0)
  const commits = new Set(recoveries.map(({ arrival }) => arrival.commit).filter((commit) => commit !== -1))
  const known = {
    ...joined,
    sample: recoveries.length,
    series: weeklySeries(window, recoveries, medianOf),
    facts: [...commits].sort((a, b) => a - b),
    ...leftOut({ notRecoveredYet: failed.length - ended.length, negative: ended.length - recoveries.length }),
  }
  if (recoveries.length < recoveriesNeeded) {
    return noFigure(tooFew('failed-deployments', recoveriesNeeded, recoveries.length), known)
  }
  const percentiles = percentilesOf(recoveries.map((recovery) => recovery.value))
  return { ...known, value: percentiles.p50, percentiles }
}
