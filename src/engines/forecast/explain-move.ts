import type { ForecastBet, ForecastInput, ForecastTeam } from './forecast-input.ts'
import { play } from './forecast.ts'
import type { SimulateOptions } from './simulate.ts'
import { dayAt } from './percentiles.ts'
import { readForecastInput } from './read-forecast-input.ts'
import { countBefore, dayText, readDay, workingDays } from './working-days.ts'

/** Why the 85 % day of a bet moved between two forecasts, in working days; later is positive. */
export interface Move {
  readonly from: string
  readonly to: string
  readonly days: number
  /** In the order in which they are put in; they add up to `days`. */
  readonly because: readonly { readonly group: MoveGroup; readonly days: number }[]
}

/**
 * `scope`: what is left to do from when on; a team that keeps its pace leaves it at 0 while days go by. `pace`: the history
 * that is drawn from. `order`: the order of the bets, what depends on what, earliest days, how many at once. `people`:
 * capacity and breaks.
 */
export type MoveGroup = 'scope' | 'pace' | 'order' | 'people'

/**
 * Puts what changed from one forecast to the other into the earlier one, group by group, and sees how far the day moves
 * with each. All five forecasts draw the same numbers, with the trials and the seed of the later one. Null where one of
 * them has no such day.
 */
export function explainMove(
  before: ForecastInput,
  after: ForecastInput,
  key: string,
  options: Pick<SimulateOptions, 'mayGoOn'> = {},
): Move | null {
  const steps = [
    before,
    withScope(before, after),
    withPace(before, after),
    withOrder(before, after),
    after,
  ].map((input) => day85({ ...input, trials: after.trials ?? 10_000, seed: after.seed ?? 1 }, key, options))
  const [first, last] = [steps[0] ?? null, steps.at(-1) ?? null]
  if (first === null || last === null) return null
  // One calendar for all, so that the parts add up: the later one, reaching back to the earlier day.
  const breaks = new Set((after.breaks ?? []).flatMap((day) => readDay(day) ?? []))
  const calendar = workingDays(Math.min(...steps.map((step) => step?.day ?? Infinity)), breaks)
  const place = (step: { day: number } | null | undefined, otherwise: number) =>
    step ? countBefore(calendar, step.day) : otherwise
  const places: number[] = []
  // A day that lies out of sight in between moves nothing by itself: the next group takes over from the last known one.
  for (const step of steps) places.push(place(step, places.at(-1) ?? 0))
  return {
    from: first.date,
    to: last.date,
    days: (places.at(-1) ?? 0) - (places[0] ?? 0),
    because: groups.map((group, at) => ({ group, days: (places[at + 1] ?? 0) - (places[at] ?? 0) })),
  }
}

const groups = ['scope', 'pace', 'order', 'people'] as const satisfies readonly MoveGroup[]

function day85(
  input: ForecastInput,
  key: string,
  options: Pick<SimulateOptions, 'mayGoOn'>,
): { day: number; date: string } | null {
  const prepared = readForecastInput(input)
  const bet = prepared.bets.findIndex((one) => one.key === key)
  if (bet === -1) return null
  const { layout, countsOf } = play(prepared, options)
  if (layout.hopeless[bet]) return null
  const day = dayAt(countsOf(bet), prepared.trials, 85)
  const number = day === null ? undefined : layout.days[day - 1]
  return number === undefined ? null : { day: number, date: dayText(number) }
}

/** The later bets with their sizes, from the later start on; order, dependencies and teams as they were. */
function withScope(before: ForecastInput, after: ForecastInput): ForecastInput {
  const earlier = new Map(before.bets.map((bet) => [bet.key, bet]))
  const keys = new Set(after.bets.map((bet) => bet.key))
  const bets = inEarlierOrder(before.bets, after.bets).map((bet) => {
    const was = earlier.get(bet.key)
    const { after: _after, earliest: _earliest, ...scope } = bet
    return was ? { ...scope, ...orderOf(was, keys) } : bet
  })
  return { ...before, start: after.start, teams: allTeams(before.teams, after.teams), bets }
}

function withPace(before: ForecastInput, after: ForecastInput): ForecastInput {
  const scoped = withScope(before, after)
  const later = new Map(after.teams.map((team) => [team.name, team]))
  return {
    ...scoped,
    teams: scoped.teams.map((team) => ({ ...team, daily: later.get(team.name)?.daily ?? team.daily })),
  }
}

/** Everything but what belongs to people is as in the later one. */
function withOrder(before: ForecastInput, after: ForecastInput): ForecastInput {
  const earlier = new Map(before.teams.map((team) => [team.name, team]))
  return {
    ...after,
    ...(before.breaks ? { breaks: before.breaks } : { breaks: [] }),
    teams: after.teams.map((team) => {
      const was = earlier.get(team.name)
      return was ? { ...team, capacity: was.capacity ?? [] } : team
    }),
  }
}

function orderOf({ after = [], earliest }: ForecastBet, keys: ReadonlySet<string>): Partial<ForecastBet> {
  return { after: after.filter((key) => keys.has(key)), ...(earliest !== undefined && { earliest }) }
}

/** The later bets: those that were there in the order they had, a new one behind the one it now stands behind. */
function inEarlierOrder(before: readonly ForecastBet[], after: readonly ForecastBet[]): ForecastBet[] {
  const later = new Map(after.map((bet) => [bet.key, bet]))
  const known = new Set(before.map(({ key }) => key))
  const ordered = before.flatMap(({ key }) => later.get(key) ?? [])
  for (const [at, bet] of after.entries()) {
    if (known.has(bet.key)) continue
    const behind = after[at - 1]?.key
    ordered.splice(ordered.findIndex(({ key }) => key === behind) + 1, 0, bet)
  }
  return ordered
}

function allTeams(before: readonly ForecastTeam[], after: readonly ForecastTeam[]): ForecastTeam[] {
  const known = new Set(before.map(({ name }) => name))
  return [...before, ...after.filter(({ name }) => !known.has(name))]
}
