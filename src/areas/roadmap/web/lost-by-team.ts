import type { LostRow } from '../pivot/pivot-shape.ts'

/** What a team delivered for all that stops. */
export interface TeamLoss {
  /** Null for what no team owned. */
  readonly team: string | null
  readonly name: string | null
  readonly changes: number
  readonly inQuarter: number | null
  readonly ofQuarter: number | null
  readonly rows: readonly LostRow[]
}

/** The teams whose work is lost, the most first; bets for which nothing was done are left out. */
export function lostByTeam(rows: readonly LostRow[]): TeamLoss[] {
  const byTeam = Map.groupBy(
    rows.filter(({ changes }) => changes > 0),
    ({ team }) => team,
  )
  return [...byTeam]
    .map(([team, own]) => ({
      team,
      name: own[0]?.name ?? null,
      changes: own.reduce((sum, { changes }) => sum + changes, 0),
      inQuarter: own.some(({ inQuarter }) => inQuarter === null)
        ? null
        : own.reduce((sum, { inQuarter }) => sum + (inQuarter ?? 0), 0),
      ofQuarter: own[0]?.ofQuarter ?? null,
      rows: own.toSorted((a, b) => b.changes - a.changes),
    }))
    .sort((a, b) => b.changes - a.changes)
}
