import type { BetOutlook, RoadmapForecast } from '../answer-forecast.ts'
import type { Grouping } from './roadmap-view.ts'

/** Bets that stand together; without a name those that belong nowhere, or all of them. */
export interface BetGroup {
  readonly key: string
  readonly name: string | null
  readonly bets: readonly BetOutlook[]
}

const horizons = ['now', 'next', 'later']

/** The bets in groups, in each in the order of work; a bet of several teams or goals stands with each. */
export function groupBets(
  bets: readonly BetOutlook[],
  by: Grouping,
  teams: RoadmapForecast['teams'],
): readonly BetGroup[] {
  if (by === 'none') return bets.length > 0 ? [{ key: '', name: null, bets }] : []
  const groups = { horizon: () => byHorizon(bets), team: () => byTeam(bets, teams), goal: () => byGoal(bets) }
  return groups[by]().filter((group) => group.bets.length > 0)
}

function byHorizon(bets: readonly BetOutlook[]): BetGroup[] {
  return [...horizons, null].map((horizon) => ({
    key: horizon ?? '',
    name: horizon,
    bets: bets.filter((bet) => bet.horizon === horizon),
  }))
}

function byTeam(bets: readonly BetOutlook[], teams: RoadmapForecast['teams']): BetGroup[] {
  const known = new Set(teams.map(({ key }) => key))
  return [
    ...teams.map(({ key, name }) => ({ key, name, bets: bets.filter((bet) => bet.teams.includes(key)) })),
    { key: '', name: null, bets: bets.filter((bet) => !bet.teams.some((team) => known.has(team))) },
  ]
}

/** Goals in the order in which work reaches them. */
function byGoal(bets: readonly BetOutlook[]): BetGroup[] {
  const goals = new Map(bets.flatMap((bet) => bet.goals.map(({ key, title }) => [key, title] as const)))
  return [
    ...[...goals].map(([key, name]) => ({
      key,
      name,
      bets: bets.filter((bet) => bet.goals.some((goal) => goal.key === key)),
    })),
    { key: '', name: null, bets: bets.filter((bet) => bet.goals.length === 0) },
  ]
}
