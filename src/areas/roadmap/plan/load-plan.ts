import { dayOf } from '#evidence/facts/day-of.ts'
import { readAllRecords, type OperationContext } from '#kernel'
import type { RecordShape } from '#kernel/shape.ts'
import { horizonYears } from '#engines/forecast/working-days.ts'
import { limits } from '#engines/forecast/forecast-input.ts'
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
  // So many working days lie within three times as many days, whatever the breaks of usual companies.
  const earliest = dayOf(now - 3 * windowDays * day - 366 * day)
  const days = workingDaysBefore(
    start,
    windowDays,
    daysOff(breaks.flatMap((each) => clipped(each, earliest, start))),
  )
  const people = Map.groupBy(await readAllRecords(context, 'person'), ({ fields }) => textOf(fields['team']))
  const teams = await readAllRecords(context, 'team')
  return {
    plan: {
      start,
      bets: alignment.bets.filter(({ archivedAt }) => archivedAt === null).map(readBet),
      teams: teams.map((team) => toTeam(team, { alignment, days, people, start })),
      breaks: breaks.flatMap((each) => clipped(each, start, yearsLater(start, horizonYears))),
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
}

function toTeam(
  { key, title, fields }: RecordShape,
  { alignment, days, people, start }: Surroundings,
): PlannedTeam {
  const owns = alignment.owners.has(key)
  const [since, begins] = [Date.parse(days[0] ?? start), Date.parse(start)]
  // The day that runs is no whole day of history yet.
  const own = alignment.joined.filter(
    ({ change }, at) =>
      change.at >= since && change.at < begins && !change.byBots && alignment.teams[at]?.includes(key),
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
    daily: owns ? (isJoined ? joined : all).map((count) => Math.min(count, limits.changesADay)) : null,
    counted: isJoined ? 'joined' : 'all',
    ...teamPeople(people.get(key) ?? [], key, start),
  }
}

function readBreak({ fields }: RecordShape): PlannedBreak {
  const from = textOf(fields['from']) ?? ''
  return { from, until: textOf(fields['until']) ?? from, teams: textsOf(fields['teams']) }
}

/** A break as far as it lies between two days, both included; nothing where it does not. */
function clipped(each: PlannedBreak, first: string, last: string): PlannedBreak[] {
  const from = each.from < first ? first : each.from
  const until = each.until > last ? last : each.until
  return from <= until ? [{ ...each, from, until }] : []
}

function yearsLater(text: string, years: number): string {
  return `${Number(text.slice(0, 4)) + years}${text.slice(4).replace('-02-29', '-02-28')}`
}

function daysOff(breaks: readonly PlannedBreak[]): ReadonlySet<string> {
  return new Set(
    breaks.filter(({ teams }) => teams.length === 0).flatMap(({ from, until }) => daysBetween(from, until)),
  )
}

function doneByTeam({ joined, teams }: Alignment): Plan['done'] {
  const done: Record<string, Record<string, number>> = {}
  for (const [at, { bets, change }] of joined.entries())
    if (!change.byBots)
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
