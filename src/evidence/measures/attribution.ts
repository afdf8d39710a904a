import type { Arrival } from './arrivals.ts'
import type { Incident } from './evidence.ts'
import { day } from './windows.ts'

/** An incident is charged to nothing that arrived longer before it than this. */
export const attributionWindow = 7 * day

/**
 * What caused the incident, as far as anything is known to have. A link that says so decides, even where it names
 * something unknown. Without one it is the latest of the arrivals (oldest first) of the affected component at or before
 * the start, at most seven days before; an arrival or incident without a component concerns all of them.
 */
export function causeOf(incident: Incident, arrivals: readonly Arrival[]): Arrival | undefined {
  if (incident.causedBy !== null) return arrivals.find((arrival) => arrival.name === incident.causedBy)
  const latest = arrivals.findLast(
    ({ at, component }) =>
      at <= incident.startedAt &&
      (component === null || incident.component === null || component === incident.component),
  )
  return latest !== undefined && incident.startedAt - latest.at <= attributionWindow ? latest : undefined
}

/** The incidents charged to each arrival. */
export function attribute(
  incidents: readonly Incident[],
  arrivals: readonly Arrival[],
): Map<Arrival, Incident[]> {
  const charged = new Map<Arrival, Incident[]>()
  for (const incident of incidents) {
    const cause = causeOf(incident, arrivals)
    if (cause === undefined) continue
    const others = charged.get(cause)
    if (others) others.push(incident)
    else charged.set(cause, [incident])
  }
  return charged
}
