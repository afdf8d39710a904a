import { dayOf } from '#evidence/facts/day-of.ts'
import type { DeliveredChange } from '#evidence/facts/delivered-changes.ts'
import { pathPatterns } from '#evidence/git/path-patterns.ts'

/** How a change came to its bets, in the order in which it is tried. */
export const joinWays = ['message', 'branch', 'trailer', 'path', 'assigned'] as const
export type JoinWay = (typeof joinWays)[number]

/** What of a bet decides which changes belong to it. */
export interface JoinableBet {
  readonly key: string
  /** Days between which its path rules hold; null while it has not ended. */
  readonly from: string
  readonly until: string | null
  readonly paths: readonly { readonly repository: string | null; readonly pattern: string }[]
}

export interface JoinedChange {
  readonly change: DeliveredChange
  /** Keys of the bets; none where nothing joins the change to one. */
  readonly bets: readonly string[]
  readonly way: JoinWay | null
  /** Keys of the goals that it names itself. */
  readonly goals: readonly string[]
}

/** Names a change among those of all repositories. */
export function placeOf({ repository, hash }: Pick<DeliveredChange, 'repository' | 'hash'>): string {
  return `${repository.id} ${hash}`
}

/**
 * Joins each change to bets: by a key in its message or in the branch that it merges, by a trailer, by the path rules of
 * bets that were under way, by what a person said; the first of these that finds something decides.
 */
export function joinChanges(
  changes: readonly DeliveredChange[],
  bets: readonly JoinableBet[],
  assigned: ReadonlyMap<string, string>,
  goals: ReadonlySet<string> = new Set(),
): JoinedChange[] {
  const known = new Set(bets.map(({ key }) => key))
  const byPath = pathRules(bets)
  return changes.map((change) => ({
    change,
    goals:
      change.named.length === 0 ? none : change.named.map(({ key }) => key).filter((key) => goals.has(key)),
    ...betsOf(change),
  }))

  function betsOf(change: DeliveredChange): Pick<JoinedChange, 'bets' | 'way'> {
    if (change.named.length > 0) {
      const named = namedBy(change)
      if (named !== null) return named
    }
    const ruled = byPath(change)
    if (ruled.length > 0) return { bets: ruled, way: 'path' }
    const said = assigned.size === 0 ? undefined : assigned.get(placeOf(change))
    return said !== undefined && known.has(said) ? { bets: [said], way: 'assigned' } : nothing
  }

  function namedBy(change: DeliveredChange): Pick<JoinedChange, 'bets' | 'way'> | null {
    for (const way of ['message', 'branch', 'trailer'] as const) {
      const keys = change.named.flatMap((name) => (name.way === way && known.has(name.key) ? [name.key] : []))
      if (keys.length > 0) return { bets: keys, way }
    }
    return null
  }
}

/** Most changes name nothing and belong to no bet. */
const none: readonly string[] = []
const nothing = { bets: none, way: null }

/** The bets one of whose rules means most of the files of a change, those alone that were under way on its day. */
function pathRules(bets: readonly JoinableBet[]): (change: DeliveredChange) => readonly string[] {
  const rules = bets.flatMap((bet) => bet.paths.map((rule) => ({ bet, ...rule })))
  if (rules.length === 0) return () => []
  const patterns = pathPatterns(rules.map(({ pattern }) => pattern))
  return ({ paths, repository, at }) => {
    const day = dayOf(at)
    const met = new Map<string, number>()
    for (const path of paths) {
      const keys = new Set(
        patterns.all(path).flatMap((place) => {
          const rule = rules[place]
          return rule && isMeant(rule, repository.name, day) ? [rule.bet.key] : []
        }),
      )
      for (const key of keys) met.set(key, (met.get(key) ?? 0) + 1)
    }
    const most = Math.max(0, ...met.values())
    // A change that touches a rule's files in passing is not work on the bet.
    return most * 2 < paths.length ? [] : [...met].flatMap(([key, files]) => (files === most ? [key] : []))
  }
}

function isMeant(
  { bet, repository }: { readonly bet: JoinableBet; readonly repository: string | null },
  name: string,
  day: string,
): boolean {
  if (repository !== null && repository !== name) return false
  return day >= bet.from && (bet.until === null || day <= bet.until)
}
