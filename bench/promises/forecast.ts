import type { ForecastInput } from '#engines/forecast/forecast-input.ts'
import { forecast } from '#engines/forecast/forecast.ts'
import { layOut } from '#engines/forecast/lay-out.ts'
import { readForecastInput } from '#engines/forecast/read-forecast-input.ts'
import { nextOf, seedStream, wordsPerStream } from '#engines/forecast/sfc32.ts'
import { simulate } from '#engines/forecast/simulate.ts'
import type { BenchReport } from '../bench-report.ts'
import { chance } from '../chance.ts'
import { median } from '../median.ts'
import type { BenchArguments } from '../read-bench-arguments.ts'
import { verdict } from '../verdict.ts'

const [teams, bets, trials] = [6, 60, 10_000]

/** A plan of bets of five to ten changes for six teams, with dependencies, against the generator that it draws from. */
export async function forecastBench({ runs }: BenchArguments): Promise<BenchReport> {
  const small = planOf(teams, bets, trials)
  const [twiceTheTrials, twiceTheBets] = [planOf(teams, bets, 2 * trials), planOf(teams, 2 * bets, trials)]
  // Once each to warm up; then all in turn, so that what disturbs the machine disturbs all alike.
  const plans = [small, twiceTheTrials, twiceTheBets]
  for (const plan of plans) timeOf(() => forecast(plan))
  const seconds = plans.map((): number[] => [])
  const ofTheLoop: number[] = []
  for (let round = 0; round < Math.max(runs, 3); round++) {
    for (const [at, plan] of plans.entries()) seconds[at]?.push(timeOf(() => forecast(plan)))
    ofTheLoop.push(daysAgainstLoop(small))
  }
  const [once = NaN, trialsTwice = NaN, betsTwice = NaN] = seconds.map(median)
  return {
    bench: 'forecast',
    subject: `${bets} bets of five to ten changes, ${teams} teams, dependencies, ${trials.toLocaleString('en-GB')} trials`,
    contestants: [],
    verdicts: [
      verdict('the whole forecast on one core', once, { atMost: 0.15, unit: 's' }),
      verdict('a drawn day against one number of the bare generator', median(ofTheLoop), {
        atMost: 10,
        unit: '×',
      }),
      verdict('twice the trials cost at most 2.4 times as much', trialsTwice / once, {
        atMost: 2.4,
        unit: '×',
      }),
      verdict('twice the bets cost at most 2.4 times as much', betsTwice / once, { atMost: 2.4, unit: '×' }),
    ],
  }
}

/** Each bet is for one team, every fifth for two; every fourth depends on one a few places before it. */
function planOf(teamCount: number, betCount: number, trials: number): ForecastInput {
  const draw = chance(7)
  const name = (at: number) => `team ${at % teamCount}`
  return {
    start: '2026-11-30',
    trials,
    seed: 1,
    teams: Array.from({ length: teamCount }, (_, at) => ({
      name: name(at),
      // A quarter of history, a change a day on average.
      daily: Array.from({ length: 65 }, () => Math.floor(draw() * draw() * 5.5)),
    })),
    bets: Array.from({ length: betCount }, (_, at) => ({
      key: `BET-${at}`,
      teams: at % 5 === 0 ? [name(at), name(at + 1)] : [name(at)],
      size: [5, 10] as const,
      after: at > 8 && at % 4 === 0 ? [`BET-${at - 7}`] : [],
    })),
  }
}

/** The cost of a day of a team, as so many times that of one number of the generator in a loop of its own. */
function daysAgainstLoop(plan: ForecastInput): number {
  const prepared = readForecastInput(plan)
  const layout = layOut(
    prepared,
    prepared.teams.map(() => true),
  )
  let days = 0
  const played = timeOf(() => (days = simulate(layout, prepared).teamDays))
  const stream = new Int32Array(wordsPerStream)
  seedStream(stream, 0, 1, 2, 3)
  let sum = 0
  const bare = timeOf(() => {
    for (let day = 0; day < days; day++) sum = (sum + nextOf(stream, 0)) | 0
  })
  // The sum is looked at, so that the loop is not left out.
  return sum === 0.5 ? NaN : played / bare
}

/** Seconds of processor time of this process: on a busy machine the wall’s tell of others. */
function timeOf(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000_000
}
