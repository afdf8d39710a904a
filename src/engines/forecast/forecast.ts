import type { Words } from '#kernel/shape.ts'
import type { BetForecast, ForecastAnswer, Level, WantedChance } from './forecast-answer.ts'
import { chainsOf } from './chain.ts'
import { howManyBy } from './how-many.ts'
import { influencesOf } from './sensitivity.ts'
import type { Prepared, PreparedBet } from './forecast-input.ts'
import { judgeHistory, type HistoryJudgement } from './judge-history.ts'
import { layOut, type Layout } from './lay-out.ts'
import { chanceBy, dayAt, lastDayOf, levels, surest } from './percentiles.ts'
import { readDays, readForecastInput } from './read-forecast-input.ts'
import { marksOf, noForecast, notWithinHorizon, together } from './reasons.ts'
import { simulate, type SimulateOptions } from './simulate.ts'
import { countBefore, dayText } from './working-days.ts'

/** What else is asked than when each bet will be done; it takes longer. */
export interface ForecastQuestions {
  readonly chain?: boolean
  readonly sensitivity?: boolean
  /** Days, as `2026-12-31`: how many bets and changes will be finished by then. */
  readonly by?: readonly string[]
  /** Called now and then; what it throws ends the calculation. */
  mayGoOn?(): void
}

/**
 * When each bet will be done, with what likelihood. The same input gives the same answer, to the bit. Refuses input that
 * is not valid (`invalid`) and what would take too long (`too-much`).
 */
export function forecast(input: unknown, questions: ForecastQuestions = {}): ForecastAnswer {
  const days = readDays(questions.by ?? [])
  const played = play(readForecastInput(input), questions)
  const { prepared, layout } = played
  const { trials, seed } = prepared
  const options = { trials, seed, ...(questions.mayGoOn && { mayGoOn: questions.mayGoOn }) }
  const chains = questions.chain ? chainsOf(layout, prepared, options) : []
  const usable = played.judgements.map(({ unusable }) => unusable === undefined)
  const influences = questions.sensitivity ? influencesOf(prepared, usable, options) : []
  return {
    bets: prepared.bets.map((bet, at) => {
      const told = betForecast(played, bet, at)
      const chain = chains[at]
      const sensitivity = told.percentiles === null ? undefined : influences[at]
      return { ...told, ...(chain && { chain }), ...(sensitivity && { sensitivity }) }
    }),
    trials,
    seed,
    ...(days.length > 0 && { by: howManyBy(layout, days, options) }),
  }
}

/** What was played, with what the answers are made of. */
export interface Played {
  readonly prepared: Prepared
  readonly layout: Layout
  readonly judgements: readonly HistoryJudgement[]
  /** In how many trials the bet was done on each day; those never done at day 0. */
  countsOf(bet: number): Int32Array
}

export function play(prepared: Prepared, options: Pick<SimulateOptions, 'mayGoOn'> = {}): Played {
  const judgements = prepared.teams.map(({ name, daily }) => judgeHistory(name, daily))
  const layout = layOut(
    prepared,
    judgements.map(({ unusable }) => unusable === undefined),
  )
  const { trials, seed } = prepared
  const { counts } = simulate(layout, { trials, seed, ...(options.mayGoOn && { mayGoOn: options.mayGoOn }) })
  const width = layout.days.length + 1
  return {
    prepared,
    layout,
    judgements,
    countsOf: (bet) => counts.subarray(bet * width, (bet + 1) * width),
  }
}

function betForecast(played: Played, bet: PreparedBet, at: number): BetForecast {
  const { layout, prepared } = played
  const none = (reason: Words): BetForecast => ({
    key: bet.key,
    percentiles: null,
    dates: null,
    reason,
    cumulative: [],
  })
  if (layout.hopeless[at]) return none(noForecast(played, at))
  const counts = played.countsOf(at)
  const { trials } = prepared
  const late = counts[0]! / trials
  const day = (percent: number) => dayAt(counts, trials, percent)
  if (day(levels[0]) === null)
    return { ...none(notWithinHorizon(played, at, late)), ...wantedOf(played, bet, counts) }
  const date = (number: number | null) => (number === null ? null : dateOf(layout, number))
  const reasons = [...marksOf(played, at), ...(day(95) === null ? [notWithinHorizon(played, at, late)] : [])]
  return {
    key: bet.key,
    percentiles: byLevel(day),
    dates: byLevel((percent) => date(day(percent))),
    ...(reasons.length > 0 && { marked: true, reason: together(reasons) }),
    cumulative: cumulativeOf(layout, counts, trials),
    ...wantedOf(played, bet, counts),
  }
}

function byLevel<Value>(value: (percent: number) => Value): Record<Level, Value> {
  return { '50': value(50), '70': value(70), '85': value(85), '95': value(95) }
}

function cumulativeOf(layout: Layout, counts: Int32Array, trials: number) {
  const cumulative = []
  let done = 0
  const last = lastDayOf(counts)
  for (let day = 1; day <= last; day++) {
    done += counts[day]!
    cumulative.push({ day, date: dateOf(layout, day), chance: done / trials })
  }
  return cumulative
}

function wantedOf(
  { layout, prepared }: Played,
  { wanted }: PreparedBet,
  counts: Int32Array,
): { wanted?: WantedChance } {
  if (wanted === null) return {}
  const day = countBefore(layout.days, wanted + 1)
  const chance = chanceBy(counts, prepared.trials, day)
  return { wanted: { date: dayText(wanted), day, chance, over95: chance > surest } }
}

function dateOf({ days }: Layout, day: number): string {
  return dayText(days[day - 1]!)
}
