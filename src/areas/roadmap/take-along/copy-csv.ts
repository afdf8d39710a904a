import { csvText, type FlatRow } from '#workspace/files/csv-text.ts'
import type { Audience, CopyBet, QuarterRange, RoadmapCopy } from './copy-shape.ts'

/** The copy as a table, a row for each bet; its columns are those that its audience has. */
export function copyCsv({ audience, groups }: RoadmapCopy): string {
  const rows = groups.flatMap(({ horizon, bets }) => bets.map((bet) => ({ horizon, ...rowOf(bet) })))
  return csvText(
    rows,
    columns[audience].filter((name) => isShown(name, rows)),
  )
}

const columns: Readonly<Record<Audience, readonly string[]>> = {
  team: 'key title state horizon goals teams wanted chance p50 p70 p85 p95 care'.split(' '),
  board: 'key title state horizon goals teams from until likelihood'.split(' '),
  outside: ['title', 'horizon', 'from', 'until'],
}

/** Keys and teams stand in no header where the audience gets none. */
function isShown(name: string, rows: readonly FlatRow[]): boolean {
  return name === 'key'
    ? rows.some(({ key }) => key !== null)
    : name !== 'teams' || rows.some(({ key }) => key !== null)
}

function rowOf({ key, title, state, goals, teams, days, wanted, range }: CopyBet): FlatRow {
  return {
    key,
    title,
    state,
    goals,
    teams,
    wanted: wanted?.day ?? null,
    chance: plain(wanted?.told),
    p50: days?.p50 ?? null,
    p70: days?.p70 ?? null,
    p85: days?.p85 ?? null,
    p95: days?.p95 ?? null,
    care: days === null ? null : days.marked ? 'yes' : 'no',
    ...quarters(range),
  }
}

function quarters(range: QuarterRange | null): FlatRow {
  return { from: range?.from ?? null, until: range?.until ?? null, likelihood: plain(range?.told) }
}

/** A space that does not break is one that no spreadsheet looks for. */
const plain = (told: string | null | undefined) => told?.replaceAll('\u{a0}', ' ') ?? null
