import type { Evidence } from './evidence.ts'
import type { Reason, Scope } from './measure.ts'
import { oncePerParts, type Parts } from './once-per-parts.ts'
import { firstContaining } from './release-containment.ts'
import { changesIn, type ComponentParts } from './scope-changes.ts'

/** A version that reached its users: a deployment, or a release that stands in for one. */
export interface Arrival {
  /** Id of the deployment, or tag of the release. */
  readonly name: string
  /** Milliseconds since 1970. */
  readonly at: number
  /** Index into the history, or -1 where the commit is not in it. */
  readonly commit: number
  readonly component: string | null
  readonly rolledBack: boolean
  readonly planned: boolean | null
}

/** The arrivals that take part in a scope, in the order in which they arrived. */
export interface Arrivals {
  readonly list: readonly Arrival[]
  /** True where releases stand in because no source tells of deployments. */
  readonly proxy: boolean
  /** Position in `list` of the first arrival that contains each commit, or -1. */
  readonly firstOf: Int32Array
  /** By position in `list`: 1 where the arrival concerns the scope. */
  readonly concerns: Uint8Array
}

/**
 * What arrived up to as-of: deployments where a source tells of them, else releases that are no pre-releases; by
 * instant, those of one instant by the position of their commits. A component is concerned by the deployments that name
 * it and by arrivals that hold a change of its files; a deployment that names another component delivers nothing to it.
 */
export function arrivalsIn(evidence: Evidence, scope: Scope): Arrivals {
  return byScope(evidence)(scope)
}

/** Why a scope without any arrival has no figure. */
export function noArrivals(evidence: Evidence): Reason {
  if (evidence.history.length === 0) return { code: 'empty-history' }
  return { code: 'no-data', source: evidence.deployments === null ? 'releases' : 'deployments' }
}

/** The arrivals that concern the scope, with their positions. */
export function concerning(arrivals: Arrivals): [position: number, arrival: Arrival][] {
  return [...arrivals.list.entries()].filter(([position]) => arrivals.concerns[position] === 1)
}

function byScope(evidence: Evidence): (scope: Scope) => Arrivals {
  const all = allArrivals(evidence).filter((arrival) => arrival.at <= evidence.asOf)
  // In order, so that as many up to another as-of are the same ones.
  const latest = remembered(evidence)
  if (latest.answer?.arrivals !== all.length)
    latest.answer = { arrivals: all.length, of: scopesOf(evidence, all) }
  return latest.answer.of
}

interface Remembered {
  answer?: { readonly arrivals: number; readonly of: (scope: Scope) => Arrivals }
}
type ArrivalParts = Parts<'releases' | 'deployments'> & ComponentParts

const remembered = oncePerParts(
  ['releases', 'deployments', 'components', 'componentOf', 'repository'],
  (): Remembered => ({}),
)

function scopesOf(evidence: ArrivalParts, all: readonly Arrival[]) {
  const known = new Map<string, Arrivals>()
  const whole = contain(evidence, all)
  return (scope: Scope): Arrivals => {
    if (scope.kind !== 'component') return whole
    const answer = known.get(scope.name) ?? ofComponent(evidence, whole, scope)
    known.set(scope.name, answer)
    return answer
  }
}

/** Whatever arrives, in order, also after as-of. */
const allArrivals = oncePerParts(['releases', 'deployments'], (evidence): readonly Arrival[] => {
  const arrivals: Arrival[] =
    evidence.deployments?.map(({ id, ...deployment }) => ({ name: id, ...deployment })) ??
    evidence.releases
      .filter((release) => !release.prerelease)
      .map(({ tag, at, commit }) => ({
        name: tag,
        at,
        commit,
        component: null,
        rolledBack: false,
        planned: null,
      }))
  return arrivals.sort((a, b) => a.at - b.at || a.commit - b.commit || (a.name < b.name ? -1 : 1))
})

function contain(evidence: ArrivalParts, list: readonly Arrival[]): Arrivals {
  const firstOf = firstContaining(
    evidence.history,
    list.map((arrival) => arrival.commit),
  )
  return {
    list,
    proxy: evidence.deployments === null,
    firstOf,
    concerns: new Uint8Array(list.length).fill(1),
  }
}

function ofComponent(evidence: ArrivalParts, whole: Arrivals, scope: Scope): Arrivals {
  const isForeign = (arrival: Arrival) => arrival.component !== null && arrival.component !== scope.name
  const own = whole.list.some(isForeign)
    ? contain(
        evidence,
        whole.list.filter((arrival) => !isForeign(arrival)),
      )
    : whole
  const concerns = Uint8Array.from(own.list, (arrival) => (arrival.component === null ? 0 : 1))
  for (const change of changesIn(evidence, scope)) {
    const position = own.firstOf[change] ?? -1
    if (position !== -1) concerns[position] = 1
  }
  return { ...own, concerns }
}
