import type { BetForecast, ForecastAnswer } from '#engines/forecast/forecast-answer.ts'
import type { Language } from '#kernel/shape.ts'
import { nameTeams } from '../name-teams.ts'
import { daysLater } from '../plan/days-later.ts'
import { orderBets } from '../plan/order-bets.ts'
import type { Plan, PlannedBet } from '../plan/plan-shape.ts'
import { toForecastInput } from '../plan/to-forecast-input.ts'
import { runForecast } from '../run-forecast.ts'
import { isOpen } from './apply-scenario.ts'
import type { BetInPlan, ComparedBet, ComparedPlan, ComparisonShape } from './comparison-shape.ts'
import { effortOf } from './effort.ts'
import { expectedCost } from './expected-changes.ts'
import { peopleOverTime } from './people-over-time.ts'
import type { NamedScenario, ReadComparison } from './read-comparison.ts'

/** Reckons each of the plans from the same seed, so that they differ by what was changed and by no luck. */
export async function answerComparison(read: ReadComparison): Promise<ComparisonShape> {
  const { plans, goals, trials, seed, language } = read
  const forecasts = await Promise.all(plans.map((each) => forecastOf(each, { trials, seed, language })))
  const [today] = plans
  const start = today?.plan.start ?? read.asOf.slice(0, 10)
  return {
    asOf: read.asOf,
    start,
    trials,
    seed,
    window: read.window,
    plans: plans.map((each, at) => toPlan(each, forecasts[at] ?? new Map(), language)),
    bets: allBets(plans).map((bet) => toBet(bet, plans, forecasts)),
    stopped: (today?.plan.bets ?? [])
      .filter(({ state }) => state === 'stopped')
      .map(({ key, title }) => ({ key, title })),
    goals,
    teams: (today?.plan.teams ?? []).map(({ key, name }) => ({ key, name })),
    unread: read.unread,
  }
}

type Forecasts = ReadonlyMap<string, Omit<BetInPlan, 'later'>>

async function forecastOf(
  { plan }: NamedScenario,
  { trials, seed, language }: { trials: number; seed: number; language: Language },
): Promise<Forecasts> {
  const { input, leftOut } = toForecastInput(plan, { trials, seed })
  const answer: Pick<ForecastAnswer, 'bets'> =
    input.bets.length === 0 ? { bets: [] } : await runForecast(input)
  return new Map([
    ...answer.bets.map((bet) => [bet.key, told(bet, plan, language)] as const),
    ...leftOut.map(
      ({ key, reason }) =>
        [key, { dates: null, marked: false, reason: reason[language], wanted: null }] as const,
    ),
  ])
}

function told(
  { dates, marked, reason, wanted }: BetForecast,
  { teams }: Plan,
  language: Language,
): Omit<BetInPlan, 'later'> {
  return {
    dates,
    marked: marked === true,
    reason: reason ? nameTeams(reason[language], teams) : null,
    wanted: wanted ? { chance: wanted.chance, over95: wanted.over95 } : null,
  }
}

/** In the order of today, and behind them what only a scenario brings in. */
function allBets(plans: readonly NamedScenario[]): PlannedBet[] {
  const found = new Map<string, PlannedBet>()
  for (const { plan } of plans)
    for (const bet of orderBets(plan.bets)) if (!found.has(bet.key)) found.set(bet.key, bet)
  return [...found.values()]
}

function toBet(
  bet: PlannedBet,
  plans: readonly NamedScenario[],
  forecasts: readonly Forecasts[],
): ComparedBet {
  const { key, title, horizon, order, size, goals, teams, wanted, wantedReason } = bet
  const today = forecasts[0]?.get(key)?.dates?.['85'] ?? null
  return {
    key,
    title,
    horizon,
    order,
    size,
    goals,
    teams,
    wanted,
    wantedReason,
    inPlans: plans.map(({ plan }, at) => {
      const own = forecasts[at]?.get(key)
      if (!own || !plan.bets.some((each) => each.key === key && isOpen(each))) return null
      const date = own.dates?.['85'] ?? null
      const later = today === null || date === null ? null : daysLater(today, date)
      return { ...own, later: at === 0 ? null : later }
    }),
  }
}

function toPlan(scenario: NamedScenario, forecasts: Forecasts, language: Language): ComparedPlan {
  const { key, title, plan, betsIn, betsOut, goalsWithoutBets, notApplied } = scenario
  return {
    key,
    title,
    betsIn,
    betsOut,
    goalsWithoutBets,
    notApplied: notApplied.map(({ path, subject, reason }) => ({ path, subject, reason: reason[language] })),
    cost: expectedCost(plan),
    effort: effortOf(plan, (bet) => forecasts.get(bet)?.dates ?? null),
    people: plan.teams.map((team) => ({ team: team.key, steps: peopleOverTime(team) })),
  }
}
