import type { Words } from '#kernel/shape.ts'
import { capacitySteps } from '#engines/forecast/capacity-steps.ts'
import type {
  CapacityStep,
  ForecastBet,
  ForecastInput,
  ForecastTeam,
} from '#engines/forecast/forecast-input.ts'
import { limits } from '#engines/forecast/forecast-input.ts'
import { readDay, workingDays } from '#engines/forecast/working-days.ts'
import { dayAfter } from './day-after.ts'
import { orderBets } from './order-bets.ts'
import type { Plan, PlannedBet, PlannedTeam, SizeRange } from './plan-shape.ts'
import { remainingSize } from './remaining-size.ts'
import { daysBetween } from './working-history.ts'

/** A bet that cannot be forecast, and why. */
export interface LeftOut {
  readonly key: string
  readonly reason: Words
}

export interface PlanInput {
  readonly input: ForecastInput
  readonly leftOut: readonly LeftOut[]
}

/** How many calendar days somebody new needs to full pace where nobody says, and what they take of another's time. */
const usualRampUp = { days: 90, startShare: 0.25, mentoring: 0.2 } as const

/** The plan as the forecast takes it: bets in order with what remains of them, teams with their history and capacity. */
export function toForecastInput(
  plan: Plan,
  { trials, seed }: { readonly trials: number; readonly seed: number },
): PlanInput {
  const teams = new Map(plan.teams.map((team) => [team.key, team]))
  const all = new Map(plan.bets.map((bet) => [bet.key, bet]))
  const leftOut: LeftOut[] = []
  const bets: ForecastBet[] = []
  const isIn = new Set<string>()
  const breaks = daysOff(plan)
  const isAlwaysOff = hasNoWorkingDay(plan.start, breaks)
  for (const bet of inTurn(orderBets(plan.bets))) {
    const made = isAlwaysOff ? { reason: neverAtWork } : toBet(bet, plan, teams)
    if ('reason' in made) leftOut.push({ key: bet.key, reason: made.reason })
    else {
      const waits = waitsFor(bet, all, isIn)
      if (waits !== null) leftOut.push({ key: bet.key, reason: waits })
      else if (bets.length >= limits.bets) leftOut.push({ key: bet.key, reason: tooMany })
      else {
        bets.push({ ...made, after: bet.after.filter((key) => isIn.has(key)) })
        isIn.add(bet.key)
      }
    }
  }
  return {
    input: {
      start: plan.start,
      trials,
      seed,
      breaks,
      teams: plan.teams.filter(({ daily }) => daily !== null).map((team) => toTeam(team, plan)),
      bets,
    },
    leftOut,
  }
}

/** Days on which nobody works. */
function daysOff({ breaks }: Plan): string[] {
  const ofAll = breaks.filter(({ teams }) => teams.length === 0)
  return [...new Set(ofAll.flatMap(({ from, until }) => daysBetween(from, until)))].sort()
}

function hasNoWorkingDay(start: string, breaks: readonly string[]): boolean {
  const off = new Set(breaks.flatMap((day) => readDay(day) ?? []))
  return workingDays(readDay(start) ?? 0, off).length === 0
}

/** What a bet waits for stands before it, whatever its place: else it could never be begun. */
function inTurn(bets: readonly PlannedBet[]): PlannedBet[] {
  const open = new Map(bets.map((bet) => [bet.key, bet]))
  const placed = new Set<string>()
  const turn: PlannedBet[] = []
  const place = (bet: PlannedBet, above: ReadonlySet<string>) => {
    if (placed.has(bet.key) || above.has(bet.key)) return
    for (const key of bet.after) {
      const before = open.get(key)
      if (before) place(before, new Set([...above, bet.key]))
    }
    placed.add(bet.key)
    turn.push(bet)
  }
  for (const bet of bets) place(bet, new Set())
  return turn
}

function toBet(
  bet: PlannedBet,
  plan: Plan,
  teams: ReadonlyMap<string, PlannedTeam>,
): Omit<ForecastBet, 'after'> | { readonly reason: Words } {
  if (bet.teams.length === 0) return { reason: noTeam }
  const sizes: Record<string, SizeRange> = {}
  for (const key of bet.teams) {
    const team = teams.get(key)
    if (!team) return { reason: unknownTeam(key) }
    if (team.daily === null) return { reason: ownsNothing(team.name) }
    if (team.people === 0)
      return {
        reason: team.changes.some(({ kind }) => kind === 'joins') ? nobodyYet(team.name) : nobody(team.name),
      }
    const size = remainingSize(bet, key, plan)
    if (size === null) return { reason: noSize }
    // A team that has nothing to do for it is not waited for.
    if (size[1] > 0) sizes[key] = size
  }
  const working = Object.keys(sizes)
  if (working.length === 0) return { reason: nothingLeft }
  return {
    key: bet.key,
    teams: working,
    size: sizes,
    ...(bet.splitRate && { splitRate: bet.splitRate }),
    ...(bet.risks.length > 0 && {
      risks: bet.risks.map(({ chance, size }) => ({ chance: chance / 100, size })),
    }),
    ...(bet.earliest !== null && bet.earliest > plan.start && { earliest: bet.earliest }),
    // A day before 1970 has passed by whatever is reckoned from now on.
    ...(bet.wanted !== null && bet.wanted >= '1970-01-01' && { wanted: bet.wanted }),
  }
}

/** Why a bet cannot be forecast because of another that it waits for; null where nothing stands in its way. */
function waitsFor(
  bet: PlannedBet,
  all: ReadonlyMap<string, PlannedBet>,
  isIn: ReadonlySet<string>,
): Words | null {
  const missing = bet.after.find((key) => {
    const other = all.get(key)
    return other !== undefined && other.state !== 'shipped' && !isIn.has(key)
  })
  if (missing === undefined) return null
  return {
    en: `It waits for ${missing}, which has no forecast.`,
    de: `Sie wartet auf ${missing}, wofür es keine Prognose gibt.`,
  }
}

function toTeam(team: PlannedTeam, plan: Plan): ForecastTeam {
  const own = plan.breaks.filter(({ teams }) => teams.includes(team.key))
  const steps = [...capacityOf(team)]
  return {
    name: team.key,
    daily: team.daily ?? [],
    parallel: team.parallel,
    ...(steps.length + own.length > 0 && {
      capacity: withBreaks(
        steps,
        own.map(({ from, until }) => [from, until] as const),
      ),
    }),
  }
}

function capacityOf(team: PlannedTeam): readonly CapacityStep[] {
  if (team.people === null || team.people === 0 || team.changes.length === 0) return []
  return capacitySteps(
    team.people,
    team.changes.flatMap((change) =>
      // Several people at once are taken one by one, the last of them in part.
      sharesOf(change.share).map((share) =>
        change.kind === 'leaves'
          ? ({ kind: 'leaves', on: change.on, share } as const)
          : ({
              kind: 'joins',
              on: change.on,
              share,
              rampUpDays: change.rampUpDays ?? usualRampUp.days,
              startShare: usualRampUp.startShare,
              mentorCost: change.mentoring ?? usualRampUp.mentoring,
            } as const),
      ),
    ),
  )
}

function sharesOf(share: number): number[] {
  const whole = Math.floor(share)
  const rest = share - whole
  return [...Array.from({ length: whole }, () => 1), ...(rest > 1e-9 ? [rest] : [])]
}

/** A team that has its own break has no capacity in it, and what it had before afterwards. */
function withBreaks(
  steps: readonly CapacityStep[],
  breaks: readonly (readonly [from: string, until: string])[],
): CapacityStep[] {
  const isOff = (day: string) => breaks.some(([from, until]) => from <= day && day <= until)
  const factorOn = (day: string) => steps.findLast(({ from }) => from <= day)?.factor ?? 1
  const changes = new Set([
    ...steps.map(({ from }) => from),
    ...breaks.flatMap(([from, until]) => [from, dayAfter(until)]),
  ])
  return [...changes].sort().map((day) => ({ from: day, factor: isOff(day) ? 0 : factorOn(day) }))
}

const noTeam = {
  en: 'No team works on it. Name the teams of the bet.',
  de: 'Kein Team arbeitet daran. Nenne die Teams der Wette.',
}
const noSize = {
  en: 'It has no size. Say at least and at most how many changes it takes, or name finished bets that it resembles.',
  de: 'Sie hat keine Größe. Sag, wie viele Änderungen sie mindestens und höchstens braucht, oder nenne beendete Wetten, denen sie ähnelt.',
}
const nothingLeft = {
  en: 'No team has anything left to do for it.',
  de: 'Kein Team hat noch etwas dafür zu tun.',
}
const unknownTeam = (key: string) => ({
  en: `The team ${key} is not there any more.`,
  de: `Das Team ${key} gibt es nicht mehr.`,
})
const ownsNothing = (name: string) => ({
  en: `${name} owns no component, so nothing is known of its pace. Say in the team what it owns.`,
  de: `${name} gehört keine Komponente, also weiß man nichts über das Tempo. Sag beim Team, was ihm gehört.`,
})
const nobody = (name: string) => ({
  en: `Nobody works in ${name} any more.`,
  de: `In ${name} arbeitet niemand mehr.`,
})
const nobodyYet = (name: string) => ({
  en: `Nobody works in ${name} yet, so it has no pace of its own.`,
  de: `In ${name} arbeitet noch niemand, also gibt es kein eigenes Tempo.`,
})
const tooMany: Words = {
  en: `It stands behind the first ${limits.bets} bets; more are not forecast.`,
  de: `Sie steht hinter den ersten ${limits.bets} Wetten; mehr werden nicht prognostiziert.`,
}
const neverAtWork: Words = {
  en: 'Breaks leave no working day within ten years.',
  de: 'Die arbeitsfreien Zeiten lassen binnen zehn Jahren keinen Arbeitstag.',
}
