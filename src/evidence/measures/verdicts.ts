import { arrivalsIn, concerning, noArrivals, type Arrival, type Arrivals } from './arrivals.ts'
import { attribute, attributionWindow } from './attribution.ts'
import type { Evidence, Incident } from './evidence.ts'
import type { Reason, Scope, Window } from './measure.ts'
import { oncePerEvidence } from './once-per-evidence.ts'
import { repairs, revertWindow } from './release-repairs.ts'
import { isWithin } from './windows.ts'

/** What became of one arrival, by everything known up to as-of. */
export interface Verdict {
  readonly arrival: Arrival
  readonly failed: boolean
  /** Instants from which and to which a failure lasted; the second is null while it lasts. */
  readonly failedFrom: number
  readonly recoveredAt: number | null
  /** True while the time in which it could still turn out to have failed is not over. */
  readonly open: boolean
}

export interface Verdicts {
  readonly list: readonly Verdict[]
  readonly proxy: boolean
  /** Share of the window's incidents that have a known cause; absent where there was none to join. */
  readonly coverage?: number
}

/**
 * The verdict on every arrival of the window that concerns the scope, or why there is none. Where a source tells of
 * incidents they decide, and with them what was rolled back; tags and reverts decide only where nothing but git speaks.
 */
export function verdictsIn(evidence: Evidence, scope: Scope, window: Window): Verdicts | Reason {
  const arrivals = arrivalsIn(evidence, scope)
  const concerned = concerning(arrivals)
  if (concerned.length === 0) return noArrivals(evidence)
  if (evidence.incidents === null && evidence.deployments !== null)
    return { code: 'no-data', source: 'incidents' }
  const judge = evidence.incidents === null ? byRepairs(evidence, arrivals) : byIncidents(evidence, arrivals)
  const list = concerned
    .filter(([, arrival]) => isWithin(window, arrival.at))
    .map(([position, arrival]) => judge(position, arrival))
  return { list, proxy: arrivals.proxy, ...incidentCoverage(evidence, scope, window) }
}

type Judge = (position: number, arrival: Arrival) => Verdict

// Without deployments every scope has the same list: the releases that are no pre-releases.
function byRepairs(evidence: Evidence, arrivals: Arrivals): Judge {
  const repairedBy = new Map<number, number>()
  for (const { failed, by } of repairs(evidence)) {
    const known = repairedBy.get(failed) ?? -1
    repairedBy.set(failed, known === -1 ? by : by === -1 ? known : Math.min(known, by))
  }
  return (position, arrival) => {
    const by = repairedBy.get(position)
    return {
      arrival,
      failed: by !== undefined,
      failedFrom: arrival.at,
      recoveredAt: arrivals.list[by ?? -1]?.at ?? null,
      open: by === undefined && evidence.asOf - arrival.at < revertWindow,
    }
  }
}

function byIncidents(evidence: Evidence, arrivals: Arrivals): Judge {
  const { charged } = attribution(evidence)
  return (position, arrival) => {
    const incidents = charged.get(arrival) ?? []
    const failed = arrival.rolledBack || incidents.length > 0
    return {
      arrival,
      failed,
      ...(incidents.length > 0
        ? outage(incidents, evidence.asOf)
        : { failedFrom: arrival.at, recoveredAt: nextGood(arrivals.list, position) }),
      open: !failed && evidence.asOf - arrival.at < attributionWindow,
    }
  }
}

// Over all arrivals, whatever the scope, so that an incident is charged to the same one in each of them.
const attribution = oncePerEvidence((evidence) => {
  const { list } = arrivalsIn(evidence, { kind: 'repository', name: evidence.repository })
  const incidents = (evidence.incidents ?? []).filter((incident) => incident.startedAt <= evidence.asOf)
  const charged = attribute(incidents, list)
  return { incidents, charged, joined: new Set([...charged.values()].flat()) }
})

function outage(incidents: readonly Incident[], asOf: number) {
  const ends = incidents.map(({ resolvedAt }) =>
    resolvedAt === null || resolvedAt > asOf ? Number.POSITIVE_INFINITY : resolvedAt,
  )
  const end = Math.max(...ends)
  return {
    failedFrom: Math.min(...incidents.map((incident) => incident.startedAt)),
    recoveredAt: end === Number.POSITIVE_INFINITY ? null : end,
  }
}

function nextGood(arrivals: readonly Arrival[], position: number): number | null {
  const component = arrivals[position]?.component ?? null
  const next = arrivals.find(
    (arrival, index) =>
      index > position &&
      !arrival.rolledBack &&
      (component === null || arrival.component === null || arrival.component === component),
  )
  return next?.at ?? null
}

function incidentCoverage(evidence: Evidence, scope: Scope, window: Window) {
  const { incidents, joined } = attribution(evidence)
  const concerned = incidents.filter(
    ({ startedAt, component }) =>
      isWithin(window, startedAt) &&
      (scope.kind !== 'component' || component === null || component === scope.name),
  )
  if (concerned.length === 0) return {}
  return { coverage: concerned.filter((incident) => joined.has(incident)).length / concerned.length }
}
