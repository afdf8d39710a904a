import type { Evidence } from './evidence.ts'
import { noFigure, tooFew } from './figure.ts'
import { knowledgeScopes } from './knowledge-scopes.ts'
import type { Figure, Measure, Scope, Window } from './measure.ts'
import { bandStart } from './people-band.ts'
import { humansOf, peopleChanges } from './people-changes.ts'
import { lastDays } from './windows.ts'

const spreadDays = 365
const peopleNeeded = 5

export const spread: Measure = {
  ...knowledgeScopes,
  scopes: ['repository', 'component'],
  id: 'knowledge.spread',
  version: 1,
  unit: 'share',
  title: { en: 'Concentration of changes', de: 'Konzentration der Änderungen' },
  definition: {
    en: `How unevenly the changes of the last ${spreadDays} days fall on the people who made them, as Gini coefficient: 0 means that all made equally many, close to 1 that nearly all come from one. Co-authors have made a change as well; merges and bots are left out. The number of people is told in bands only: 1, 2 to 4, 5 and more.`,
    de: `Wie ungleich sich die Änderungen der letzten ${spreadDays} Tage auf die verteilen, die sie gemacht haben, als Gini-Koeffizient: 0 heißt, alle haben gleich viele gemacht, nahe 1, dass fast alle von einer Person kommen. Co-Autoren haben eine Änderung ebenfalls gemacht; Merges und Bots bleiben außen vor. Die Zahl der Personen wird nur in Stufen genannt: 1, 2 bis 4, 5 und mehr.`,
  },
  sampleRule: {
    en: 'At least five people: with fewer the coefficient would give away how much each of them did, and the band says enough.',
    de: 'Mindestens fünf Personen: Bei weniger verriete der Koeffizient, wie viel jede von ihnen getan hat, und die Stufe sagt genug.',
  },
  sources: ['Gini: Variabilità e mutabilità, 1912'],
  partNames: {
    peopleAtLeast: { en: 'People, at least', de: 'Personen, mindestens' },
    bots: { en: 'Changes by bots', de: 'Änderungen von Bots' },
  },
  window: (asOf) => lastDays(asOf, spreadDays),
  compute: computeSpread,
}

function computeSpread(evidence: Evidence, scope: Scope, asked: Window | null): Figure {
  if (evidence.history.length === 0) return noFigure({ code: 'empty-history' })
  const window = asked ?? lastDays(evidence.asOf, spreadDays)
  const { commits, byBots } = peopleChanges(evidence, scope, window)
  const counts = changesPerPerson(evidence, commits)
  if (counts.length === 0) return noFigure(tooFew('changes', 1, 0), { dropped: { bots: byBots } })
  const known = { parts: { peopleAtLeast: bandStart(counts.length) }, dropped: { bots: byBots } }
  // Not even the sample then: with one person it would be what that person did.
  if (counts.length < peopleNeeded) return noFigure({ code: 'group-too-small', needed: peopleNeeded }, known)
  return { ...known, value: gini(counts), sample: commits.length }
}

/** How many of the commits each person made who made any, in no telling order. */
export function changesPerPerson(evidence: Evidence, commits: readonly number[]): number[] {
  const counts = new Map<number, number>()
  for (const commit of commits) {
    for (const person of humansOf(evidence, commit)) counts.set(person, (counts.get(person) ?? 0) + 1)
  }
  return [...counts.values()]
}

/** Gini coefficient of at least one positive number: Σ (2i − n − 1)·xᵢ ÷ (n·Σ xᵢ), x sorted upwards, i from 1. */
export function gini(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort()
  let weighted = 0
  let total = 0
  for (const [index, value] of sorted.entries()) {
    weighted += (2 * (index + 1) - sorted.length - 1) * value
    total += value
  }
  return weighted / (sorted.length * total)
}
