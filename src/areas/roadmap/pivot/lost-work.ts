import type { Alignment } from '../alignment/load-alignment.ts'

/** Delivered changes for a bet that stops. */
export interface CountedLoss {
  readonly bet: string
  /** Null for what no team owned. */
  readonly team: string | null
  readonly changes: number
  readonly inQuarter: number
  /** All that the team delivered in the quarter; null where there is no team. */
  readonly ofQuarter: number | null
}

type Counted = Pick<Alignment, 'joined' | 'teams'>

/**
 * For each bet what each team delivered for it: in all that is remembered, in the half-open quarter, and beside that all
 * that the team delivered in the quarter. Changes of bots are nobody’s effort. A bet for which nothing was done has a row.
 */
export function lostWork(
  bets: readonly string[],
  { joined, teams }: Counted,
  quarter: { readonly from: number; readonly to: number },
): CountedLoss[] {
  const [all, within, ofTeams] = [
    new Map<string, number>(),
    new Map<string, number>(),
    new Map<string, number>(),
  ]
  for (const [at, { bets: own, change }] of joined.entries()) {
    if (change.byBots) continue
    const isWithin = change.at >= quarter.from && change.at < quarter.to
    const owners = teams[at]?.length ? teams[at] : [none]
    for (const team of owners) {
      if (isWithin) add(ofTeams, team)
      for (const bet of own) {
        add(all, `${bet} ${team}`)
        if (isWithin) add(within, `${bet} ${team}`)
      }
    }
  }
  const everyone = [...new Set([...all.keys()].map(teamIn))].sort()
  return bets.flatMap((bet) => {
    const rows = everyone.flatMap((team): CountedLoss[] => {
      const changes = all.get(`${bet} ${team}`)
      if (changes === undefined) return []
      const inQuarter = within.get(`${bet} ${team}`) ?? 0
      return team === none
        ? [{ bet, team: null, changes, inQuarter, ofQuarter: null }]
        : [{ bet, team, changes, inQuarter, ofQuarter: ofTeams.get(team) ?? 0 }]
    })
    return rows.length > 0 ? rows : [{ bet, team: null, changes: 0, inQuarter: 0, ofQuarter: null }]
  })
}

/** Sorts behind every key. */
const none = '~'

const teamIn = (pair: string) => pair.slice(pair.indexOf(' ') + 1)

function add(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1)
}

/** At most so many rows: of all teams together where they were too many, the largest first. */
export function atMost(rows: readonly CountedLoss[], most: number): readonly CountedLoss[] {
  if (rows.length <= most) return rows
  const sum = (own: readonly CountedLoss[], of: 'changes' | 'inQuarter') =>
    own.reduce((total, row) => total + row[of], 0)
  return [...Map.groupBy(rows, ({ bet }) => bet)]
    .map(([bet, own]) => ({
      bet,
      team: null,
      changes: sum(own, 'changes'),
      inQuarter: sum(own, 'inQuarter'),
      ofQuarter: null,
    }))
    .sort((a, b) => b.changes - a.changes)
    .slice(0, most)
}
