import { readAllRecords, type OperationContext } from '#kernel'
import type { RecordShape } from '#kernel/shape.ts'
import { deliveredChanges, type DeliveredChanges } from '#evidence/facts/delivered-changes.ts'
import { rowsOf, textOf } from '../plan/read-bet.ts'
import { readAssignments } from './assignments.ts'
import { joinChanges, type JoinableBet, type JoinedChange } from './join-changes.ts'
import { teamsOfChanges, type Ownership } from './team-of-change.ts'

/** Delivered changes with their bets and their teams, as far as the actor may see these. */
export interface Alignment {
  readonly delivered: DeliveredChanges
  readonly joined: readonly JoinedChange[]
  /** Keys of the teams of each of the joined changes, in the same order. */
  readonly teams: readonly (readonly string[])[]
  /** Of the teams that may be seen, by their keys. */
  readonly teamNames: ReadonlyMap<string, string>
  /** Those that were put away, too. */
  readonly bets: readonly RecordShape[]
  /** Keys of the teams that own or owned a component, or of the only one that there is. */
  readonly owners: ReadonlySet<string>
}

/** Joins what was delivered in the half-open window to bets and teams. */
export async function loadAlignment(
  context: OperationContext,
  window: { readonly from: number; readonly to: number },
): Promise<Alignment> {
  const delivered = await deliveredChanges(context, window)
  // What was done for a bet or by a team stays so when the record is put away.
  const bets = await readAllRecords(context, 'bet', 'with archived')
  const assigned = await readAssignments(context)
  const teams = await readAllRecords(context, 'team', 'with archived')
  const ownerships = teams.flatMap(ownershipsOf)
  const only = onlyTeam(teams, ownerships)
  const goals = new Set((await readAllRecords(context, 'goal', 'with archived')).map(({ key }) => key))
  const joined = joinChanges(delivered.changes, bets.map(toJoinable), assigned, goals)
  const teamsOf = teamsOfChanges(ownerships)
  return {
    delivered,
    joined,
    teams: joined.map(({ change }) => (only === null ? teamsOf(change) : [only])),
    teamNames: new Map(teams.map(({ key, title }) => [key, title])),
    bets,
    owners: new Set([...ownerships.map(({ team }) => team), ...(only === null ? [] : [only])]),
  }
}

/** Where there is one team and nobody said what it owns, all work is its work. */
function onlyTeam(teams: readonly RecordShape[], ownerships: readonly Ownership[]): string | null {
  const [only, ...more] = teams.filter(({ archivedAt }) => archivedAt === null)
  return only && more.length === 0 && ownerships.length === 0 ? only.key : null
}

function toJoinable({ key, fields, createdAt }: RecordShape): JoinableBet {
  return {
    key,
    // Where nobody says when it began, it is not older than what was written of it.
    from: textOf(fields['started']) ?? createdAt.slice(0, 10),
    until: textOf(fields['ended']),
    paths: rowsOf(fields['paths']).map((row) => ({
      repository: textOf(row['repository']),
      pattern: String(row['pattern']),
    })),
  }
}

function ownershipsOf({ key, fields }: RecordShape): Ownership[] {
  return rowsOf(fields['components']).map((row) => ({
    team: key,
    repository: String(row['repository']),
    component: String(row['component']),
    from: String(row['from']),
    until: textOf(row['until']),
  }))
}
