import { dayOf } from '#evidence/facts/day-of.ts'
import { readAllRecords, type OperationContext } from '#kernel'
import type { RecordShape } from '#kernel/shape.ts'
import { loadAlignment, type Alignment } from '../alignment/load-alignment.ts'
import type { Plan, PlannedBreak, PlannedTeam } from './plan-shape.ts'
import { readBet, numberOf, textOf, textsOf } from './read-bet.ts'
import { teamPeople } from './team-people.ts'
import { countOnDays, daysBetween, workingDaysBefore } from './working-history.ts'

const day = 86_400_000

/** How far back it is looked for what was delivered for a bet. */
const remembered = 2 * 365 * day

/** Fewer active days say nothing about pace; then all that was delivered is looked at. */
const activeDaysNeeded = 5

export interface LoadedPlan {
  readonly plan: Plan
  readonly alignment: Alignment
  /** First and last working day of the history that pace is drawn from; null where there is none. */
  readonly window: { readonly from: string; readonly until: string; readonly days: number } | null
}

/** Today’s plan: the bets that are ahead, the teams with their pace over so many working days, and who joins or leaves. */
export async function loadPlan(
  context: OperationContext,
  { windowDays }: { readonly windowDays: number },
): Promise<LoadedPlan> {
  const now = context.clock().getTime()
  const start = dayOf(now)
  const alignment = await loadAlignment(context, { from: now - remembered, to: now })
  const breaks = (await readAllRecords(context, 'break')).map(readBreak)
  const days = workingDaysBefore(start, windowDays, daysOff(breaks))
  const people = Map.groupBy(await readAllRecords(context, 'person'), ({ fields }) => textOf(fields['team']))
  const teams = await readAllRecords(context, 'team')
  return {
    plan: {
      start,
      bets: alignment.bets.map(readBet),
      teams: teams.map((team) =>
        toTeam(team, { alignment, days, people, start, isOnly: teams.length === 1 }),
      ),
      breaks: breaks.filter(({ until }) => until >= start),
      done: doneByTeam(alignment),
    },
    alignment,
    window: toWindow(days),
  }
}

interface Surroundings {
  readonly alignment: Alignment
  readonly days: readonly string[]
  readonly people: ReadonlyMap<string | null, readonly RecordShape[]>
  readonly start: string
  readonly isOnly: boolean
}

function toTeam(
  { key, title, fields }: RecordShape,
  { alignment, days, people, start, isOnly }: Surroundings,
): PlannedTeam {
  const owns = alignment.owners.has(key)
  // Where there is one team, all work is its work.
  const own = alignment.joined.filter(
    ({ change }, at) => !change.byBots && (owns ? alignment.teams[at]?.includes(key) : isOnly),
  )
  const onDays = (changes: typeof own) =>
    countOnDays(
      changes.map(({ change }) => change.at),
      days,
    )
  const [all, joined] = [onDays(own), onDays(own.filter(({ way }) => way !== null))]
  const isJoined = active(joined) >= activeDaysNeeded && sum(joined) * 2 >= sum(all)
  return {
    key,
    name: title,
    parallel: numberOf(fields['parallel']) ?? 1,
    daily: owns || isOnly ? (isJoined ? joined : all) : null,
    counted: isJoined ? 'joined' : 'all',
    ...teamPeople(people.get(key) ?? [], key, start),
  }
}

function readBreak({ fields }: RecordShape): PlannedBreak {
  const from = textOf(fields['from']) ?? ''
  return { from, until: textOf(fields['until']) ?? from, teams: textsOf(fields['teams']) }
}

function daysOff(breaks: readonly PlannedBreak[]): ReadonlySet<string> {
  return new Set(
    breaks.filter(({ teams }) => teams.length === 0).flatMap(({ from, until }) => daysBetween(from, until)),
  )
}

function doneByTeam({ joined, teams }: Alignment): Plan['done'] {
  const done: Record<string, Record<string, number>> = {}
  for (const [at, { bets }] of joined.entries())
    for (const bet of bets)
      for (const team of teams[at] ?? []) {
        const own = (done[bet] ??= {})
        own[team] = (own[team] ?? 0) + 1
      }
  return done
}

function toWindow(days: readonly string[]): LoadedPlan['window'] {
  const [from, until] = [days[0], days.at(-1)]
  return from === undefined || until === undefined ? null : { from, until, days: days.length }
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)
const active = (counts: readonly number[]) => counts.filter((count) => count > 0).length
