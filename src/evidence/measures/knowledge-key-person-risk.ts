import type { Evidence } from './evidence.ts'
import { noFigure, tooFew } from './figure.ts'
import { avelino, knowledgeScopes, truckFactorTool, unknowable } from './knowledge-scopes.ts'
import { silentAfterDays, silentFiles } from './knowledge-silent-files.ts'
import type { Figure, Measure, Scope, Window } from './measure.ts'
import { isEdge } from './people-changes.ts'
import { deliveredIn, isDeliveredByBots } from './scope-changes.ts'
import { scopeTruckFactor } from './truck-factor.ts'
import { isWithin, lastDays } from './windows.ts'

const weighedDays = 90

export const keyPersonRisk: Measure = {
  ...knowledgeScopes,
  scopes: ['repository'],
  id: 'knowledge.key-person-risk',
  version: 1,
  unit: 'share',
  title: { en: 'Key-person risk', de: 'Schlüsselpersonen-Risiko' },
  definition: {
    en: `How much of the current work falls on components with a truck factor of 1. Each component weighs as much as its delivered changes of the last ${weighedDays} days (those that hold nothing but bots’ commits left out); a change that touches several components counts in each. The figure is the weight of the components with truck factor 1 as a share of all weight. Beside it stand their number, and the number of files, generated ones left out, all of whose authors have written no commit for ${silentAfterDays} days.`,
    de: `Wie viel der laufenden Arbeit auf Komponenten mit Truck-Faktor 1 fällt. Jede Komponente wiegt so viel wie ihre gelieferten Änderungen der letzten ${weighedDays} Tage (ohne solche, die nur Commits von Bots enthalten); eine Änderung an mehreren Komponenten zählt bei jeder. Die Zahl ist das Gewicht der Komponenten mit Truck-Faktor 1 als Anteil am gesamten Gewicht. Daneben stehen ihre Anzahl und die Zahl der Dateien, ohne erzeugte, deren Autoren alle seit ${silentAfterDays} Tagen keinen Commit geschrieben haben.`,
  },
  sampleRule: {
    en: `At least one delivered change to a component within ${weighedDays} days. A shallow clone has no figure.`,
    de: `Mindestens eine gelieferte Änderung an einer Komponente innerhalb von ${weighedDays} Tagen. Ein flacher Klon hat keine Zahl.`,
  },
  sources: [avelino, truckFactorTool],
  partNames: {
    componentsAtRisk: { en: 'Components with truck factor 1', de: 'Komponenten mit Truck-Faktor 1' },
    silentFiles: {
      en: `Files whose authors have been silent for ${silentAfterDays} days`,
      de: `Dateien, deren Autoren seit ${silentAfterDays} Tagen schweigen`,
    },
  },
  window: (asOf) => lastDays(asOf, weighedDays),
  compute: computeKeyPersonRisk,
}

function computeKeyPersonRisk(evidence: Evidence, scope: Scope, asked: Window | null): Figure {
  const window = asked ?? lastDays(evidence.asOf, weighedDays)
  const reason = unknowable(evidence, evidence.history.filesAtHead.length)
  if (reason !== null) return noFigure(reason)
  const delivered = new Set<number>()
  let weight = 0
  let weightAtRisk = 0
  let componentsAtRisk = 0
  for (const { name } of evidence.components) {
    const component: Scope = { kind: 'component', name }
    const changes = deliveredByPeople(evidence, component, window)
    for (const change of changes) delivered.add(change)
    weight += changes.length
    if (scopeTruckFactor(evidence, component).factor !== 1) continue
    componentsAtRisk++
    weightAtRisk += changes.length
  }
  const known = {
    sample: delivered.size,
    parts: { componentsAtRisk, silentFiles: silentFiles(evidence, scope).length },
  }
  return weight === 0 ? noFigure(tooFew('changes', 1, 0), known) : { ...known, value: weightAtRisk / weight }
}

function deliveredByPeople(evidence: Evidence, scope: Scope, window: Window): Int32Array {
  const { committedAt } = evidence.history
  return deliveredIn(evidence, scope).filter(
    (commit) =>
      isWithin(window, committedAt[commit] ?? Number.NaN) &&
      !isEdge(evidence, commit) &&
      !isDeliveredByBots(evidence, commit),
  )
}
