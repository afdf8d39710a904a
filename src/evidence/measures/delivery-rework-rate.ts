import { arrivalsIn, concerning, noArrivals } from './arrivals.ts'
import { deliveryScopes, deliveryWindow } from './delivery-scopes.ts'
import type { Evidence } from './evidence.ts'
import { noFigure, shareOf, tooFew } from './figure.ts'
import type { Figure, Measure, Scope, Window } from './measure.ts'
import { repairs } from './release-repairs.ts'
import { weeklySeries } from './weekly-series.ts'
import { isWithin } from './windows.ts'

const deploymentsNeeded = 5

export const reworkRate: Measure = {
  ...deliveryScopes,
  id: 'delivery.rework-rate',
  version: 1,
  unit: 'share',
  title: { en: 'Deployment rework rate', de: 'Anteil der Reparatur-Deployments' },
  definition: {
    en: 'Share of the deployments of the window that were not planned but made to repair a fault users met. Where git alone speaks, a release stands in, and it was a repair when it differs in the patch part only from one in the seven days before, or is the first to contain the revert, made within fourteen days, of a change of an earlier release.',
    de: 'Anteil der Deployments des Zeitraums, die nicht geplant waren, sondern einen Fehler beheben sollten, auf den Nutzer stießen. Wo nur Git spricht, steht ein Release an dieser Stelle; es gilt als Reparatur, wenn es sich nur in der Patch-Stelle von einem aus den sieben Tagen davor unterscheidet oder als erstes die Rücknahme einer Änderung eines früheren Releases enthält, die binnen vierzehn Tagen erfolgte.',
  },
  sampleRule: {
    en: 'At least five deployments of which it is known whether they were planned; the others are left out and lower the coverage.',
    de: 'Mindestens fünf Deployments, von denen bekannt ist, ob sie geplant waren; die übrigen bleiben außen vor und senken die Abdeckung.',
  },
  sources: ['https://dora.dev/guides/dora-metrics-four-keys/'],
  compute: computeReworkRate,
}

function computeReworkRate(evidence: Evidence, scope: Scope, asked: Window | null): Figure {
  const window = deliveryWindow(evidence, asked)
  const arrivals = arrivalsIn(evidence, scope)
  const concerned = concerning(arrivals)
  if (concerned.length === 0) return noFigure(noArrivals(evidence))

  const repairing = arrivals.proxy ? new Set(repairs(evidence).map((repair) => repair.by)) : null
  const within = concerned.filter(([, arrival]) => isWithin(window, arrival.at))
  const told = within.flatMap(([position, arrival]) => {
    const planned = repairing === null ? arrival.planned : !repairing.has(position)
    return planned === null ? [] : [{ arrival, at: arrival.at, value: planned ? 0 : 1 }]
  })
  const reworked = told.filter((deployment) => deployment.value === 1)
  const commits = new Set(reworked.map(({ arrival }) => arrival.commit).filter((commit) => commit !== -1))
  const known = {
    sample: told.length,
    proxy: arrivals.proxy,
    series: weeklySeries(window, told, (values) =>
      shareOf(values.filter((value) => value === 1).length, values.length),
    ),
    facts: [...commits].sort((a, b) => a - b),
    ...(arrivals.proxy || within.length === 0 ? {} : { coverage: told.length / within.length }),
  }
  if (told.length < deploymentsNeeded)
    return noFigure(tooFew('deployments', deploymentsNeeded, told.length), known)
  return { ...known, value: reworked.length / told.length }
}
