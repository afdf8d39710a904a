import { deliveredWithin, deliveryScopes, deliveryWindow } from './delivery-scopes.ts'
import type { Evidence } from './evidence.ts'
import { leftOut, noFigure, tooFew } from './figure.ts'
import type { Figure, Measure, Scope, Window } from './measure.ts'
import { isEdge } from './people-changes.ts'
import { medianOf, nearestRank, percentilesOf } from './percentiles.ts'
import { commitsOfDelivered, filesOfDelivered, isDeliveredByBots } from './scope-changes.ts'
import { weeklySeries } from './weekly-series.ts'

const changesNeeded = 5

export const batchSize: Measure = {
  ...deliveryScopes,
  id: 'delivery.batch-size',
  version: 1,
  unit: 'count',
  title: { en: 'Batch size', de: 'Losgröße' },
  counted: { one: { en: 'file', de: 'Datei' }, other: { en: 'files', de: 'Dateien' } },
  definition: {
    en: 'Files per delivered change: a commit on the main line, together with everything that its merge brought in, so that merging and squashing give the same figure; the median, with the 75th and 90th percentile. Where lines were counted, also the lines added and deleted, generated files left out. A component has the changes that touch it, each with all its files.',
    de: 'Dateien je gelieferter Änderung: ein Commit auf der Hauptlinie mit allem, was sein Merge hereinbrachte, sodass Merge und Squash dieselbe Zahl ergeben; der Median, dazu das 75. und 90. Perzentil. Wo Zeilen gezählt sind, auch die hinzugefügten und gelöschten Zeilen, ohne erzeugte Dateien. Zu einer Komponente gehören die Änderungen, die sie berühren, jede mit allen ihren Dateien.',
  },
  sampleRule: {
    en: 'At least five delivered changes. In a shallow clone the commits at its boundary are left out and counted: they look as if they had made every file.',
    de: 'Mindestens fünf gelieferte Änderungen. In einem flachen Klon bleiben die Commits an seiner Grenze außen vor und werden gezählt: Sie sehen aus, als hätten sie jede Datei angelegt.',
  },
  sources: ['https://dora.dev/capabilities/working-in-small-batches/'],
  partNames: {
    lines: { en: 'Lines, median', de: 'Zeilen, Median' },
    linesP90: { en: 'Lines, 90th percentile', de: 'Zeilen, 90. Perzentil' },
    withoutBots: { en: 'Median without changes by bots', de: 'Median ohne Änderungen von Bots' },
    boundary: {
      en: 'Commits at the boundary of a shallow clone',
      de: 'Commits an der Grenze eines flachen Klons',
    },
  },
  compute: computeBatchSize,
}

function computeBatchSize(evidence: Evidence, scope: Scope, asked: Window | null): Figure {
  const { history } = evidence
  if (history.length === 0) return noFigure({ code: 'empty-history' })
  const window = deliveryWindow(evidence, asked)
  const all = deliveredWithin(evidence, scope, window)
  const delivered = all.filter((commit) => !isEdge(evidence, commit))
  const sizes = Array.from(delivered, (commit) => ({
    commit,
    at: history.committedAt[commit] ?? Number.NaN,
    value: filesOfDelivered(evidence, commit).size,
  }))
  const known = {
    sample: sizes.length,
    series: weeklySeries(window, sizes, medianOf),
    facts: [...delivered],
    ...leftOut({ boundary: all.length - delivered.length }),
  }
  if (sizes.length < changesNeeded) return noFigure(tooFew('changes', changesNeeded, sizes.length), known)

  const percentiles = percentilesOf(sizes.map((size) => size.value))
  const byPeople = sizes.filter((size) => !isDeliveredByBots(evidence, size.commit)).map((size) => size.value)
  const withoutBots =
    byPeople.length < sizes.length && byPeople.length >= changesNeeded ? medianOf(byPeople) : null
  const parts = { ...lineParts(evidence, delivered), ...(withoutBots === null ? {} : { withoutBots }) }
  return {
    ...known,
    value: percentiles.p50,
    percentiles,
    ...(Object.keys(parts).length > 0 ? { parts } : {}),
  }
}

function lineParts(evidence: Evidence, delivered: Int32Array) {
  const counted = Array.from(delivered, (commit) => linesOf(evidence, commit)).filter(
    (lines) => lines !== null,
  )
  if (counted.length < changesNeeded) return {}
  const sorted = Float64Array.from(counted).sort()
  return { lines: nearestRank(sorted, 50), linesP90: nearestRank(sorted, 90) }
}

/** Lines added and deleted by a delivered change, or null where none of them were counted. */
function linesOf(evidence: Evidence, delivered: number): number | null {
  const { history, lines } = evidence
  if (lines === null) return null
  let total: number | null = null
  for (const commit of commitsOfDelivered(evidence, delivered)) {
    for (
      let change = history.changeStart[commit] ?? 0;
      change < (history.changeStart[commit + 1] ?? 0);
      change++
    ) {
      const source = history.changeSource[change] ?? -1
      const added = lines.added[source] ?? -1
      if (added < 0 || evidence.generated[history.changeFile[change] ?? -1] === 1) continue
      total = (total ?? 0) + added + Math.max(0, lines.deleted[source] ?? 0)
    }
  }
  return total
}
