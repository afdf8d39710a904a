import { arrivalsIn } from './arrivals.ts'
import type { Evidence } from './evidence.ts'
import type { Scope, Window } from './measure.ts'
import { changesIn, isByBots } from './scope-changes.ts'
import { hour, isWithin } from './windows.ts'

/** The way of one change from its author to its users. */
export interface LeadTime {
  /** Index into the history. */
  readonly commit: number
  /** From the author's instant to the arrival's; negative where a clock was wrong. */
  readonly hours: number
  /** Name of the release or deployment that first contained it. */
  readonly release: string
  /** The arrival's instant, milliseconds since 1970. */
  readonly at: number
  readonly bot: boolean
}

/**
 * Every change of the scope that first arrived within the window, oldest commit first, those with negative hours
 * included. What the first arrival of all contains is left out: nothing says since when it was on its way.
 */
export function arrivedChanges(evidence: Evidence, scope: Scope, window: Window): LeadTime[] {
  const { history } = evidence
  const { list, firstOf } = arrivalsIn(evidence, scope)
  const beginning = list.findIndex((arrival) => arrival.commit !== -1)
  const arrived: LeadTime[] = []
  for (const commit of changesIn(evidence, scope)) {
    const position = firstOf[commit] ?? -1
    const arrival = list[position]
    if (arrival === undefined || position === beginning || !isWithin(window, arrival.at)) continue
    const hours = (arrival.at - (history.authoredAt[commit] ?? Number.NaN)) / hour
    arrived.push({
      commit,
      hours,
      release: arrival.name,
      at: arrival.at,
      bot: isByBots(history, commit),
    })
  }
  return arrived
}

/** The lead times that `delivery.lead-time` is made of: as `arrivedChanges`, without negative ones. */
export function leadTimes(evidence: Evidence, scope: Scope, window: Window): LeadTime[] {
  return arrivedChanges(evidence, scope, window).filter((change) => change.hours >= 0)
}

/** A step of the distribution: changes with `from` ≤ hours < `to`. */
export interface LeadTimeBucket {
  readonly from: number
  /** Infinity for the last one. */
  readonly to: number
  readonly changes: number
}

/** Bounds in hours: 1, 2, 4, … up to 32,768 (3.7 years), each twice the one before, as spans of time are read. */
const leadTimeBounds: readonly number[] = [0, ...Array.from({ length: 16 }, (_, power) => 2 ** power)]

/** How lead times spread over steps that double; steps beyond the longest are left out, empty ones between are not. */
export function leadTimeDistribution(times: readonly Pick<LeadTime, 'hours'>[]): LeadTimeBucket[] {
  const counts = leadTimeBounds.map(() => 0)
  for (const { hours } of times) {
    const step = leadTimeBounds.findLastIndex((bound) => hours >= bound)
    if (step !== -1) counts[step] = (counts[step] ?? 0) + 1
  }
  const last = counts.findLastIndex((count) => count > 0)
  return counts.slice(0, last + 1).map((changes, step) => ({
    from: leadTimeBounds[step] ?? 0,
    to: leadTimeBounds[step + 1] ?? Number.POSITIVE_INFINITY,
    changes,
  }))
}
