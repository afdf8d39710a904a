import { daysBetween } from '../plan/working-history.ts'
import type { Plan, PlannedTeam } from '../plan/plan-shape.ts'
import { isOpen } from './apply-scenario.ts'
import { peopleOverTime } from './people-over-time.ts'

/** What a plan takes of teams until its bets are done, in person-weeks of five working days. */
export interface Effort {
  readonly teams: readonly TeamEffort[]
  /** Of all teams together; null where one of its bets is not done within ten years, or nothing could be counted. */
  readonly weeks: Weeks
  /** Bets without a forecast: how long teams work on them nobody knows. */
  readonly uncounted: readonly string[]
  /** Teams in which nobody is recorded: how many work in them nobody knows. */
  readonly unknown: readonly string[]
}

/** With as likely as not, and with 85 %. */
export type Weeks = Readonly<Record<'50' | '85', number | null>>

interface TeamEffort {
  readonly team: string
  readonly weeks: Weeks
}

type Dates = Readonly<Record<string, string | null>> | null

/**
 * For each team the people that it has on each working day, from the start of the plan to the day of its last bet. Whoever
 * ramps up counts whole from their first day: their time is spent, whatever their pace is.
 */
export function effortOf(plan: Plan, datesOf: (bet: string) => Dates): Effort {
  const open = plan.bets.filter(isOpen)
  const uncounted = open.filter(({ key }) => datesOf(key) === null).map(({ key }) => key)
  const counted = open.filter(({ key }) => datesOf(key) !== null)
  const busy = plan.teams.filter(({ key }) => counted.some(({ teams }) => teams.includes(key)))
  const known = busy.filter(({ people }) => people !== null)
  const teams = known.map((team): TeamEffort => {
    const own = counted.filter(({ teams }) => teams.includes(team.key))
    const until = (level: '50' | '85') => lastOf(own.map(({ key }) => datesOf(key)?.[level] ?? null))
    return {
      team: team.key,
      weeks: { '50': weeksUntil(plan, team, until('50')), '85': weeksUntil(plan, team, until('85')) },
    }
  })
  return {
    teams,
    weeks: { '50': sumOf(teams, '50'), '85': sumOf(teams, '85') },
    uncounted,
    unknown: busy.filter(({ people }) => people === null).map(({ key }) => key),
  }
}

/** The last of the days; null where one of them is not within sight. */
function lastOf(days: readonly (string | null)[]): string | null {
  return days.reduce((last, day) => (last === null || day === null ? null : day > last ? day : last))
}

function weeksUntil(plan: Plan, team: PlannedTeam, until: string | null): number | null {
  if (until === null) return null
  const off = new Set(
    plan.breaks
      .filter(({ teams }) => teams.length === 0 || teams.includes(team.key))
      .flatMap(({ from, until: last }) => daysBetween(from, last)),
  )
  const steps = peopleOverTime(team)
  let days = 0
  let at = 0
  for (const day of daysBetween(plan.start, until)) {
    while ((steps[at + 1]?.from ?? '9999') <= day) at += 1
    if (!isWeekend(day) && !off.has(day)) days += Math.max(0, steps[at]?.people ?? 0)
  }
  return Math.round((days / 5) * 10) / 10
}

const isWeekend = (day: string) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())

function sumOf(teams: readonly TeamEffort[], level: '50' | '85'): number | null {
  if (teams.length === 0) return null
  let sum = 0
  for (const { weeks } of teams) {
    const own = weeks[level]
    if (own === null) return null
    sum += own
  }
  return Math.round(sum * 10) / 10
}
