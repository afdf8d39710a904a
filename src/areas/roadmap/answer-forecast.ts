import type { BetForecast, ForecastAnswer, WantedChance } from '#engines/forecast/forecast-answer.ts'
import type { ReadForecast } from './read-forecast.ts'
import { nameTeams } from './name-teams.ts'
import { runForecast } from './run-forecast.ts'

type Bet = ReadForecast['bets'][number]

/** A bet with what the forecast says of it; the day it is wanted by is its own, the chance to be done by then is not. */
export type BetOutlook = Bet &
  Omit<BetForecast, 'key' | 'reason' | 'wanted'> & {
    readonly chance: Pick<WantedChance, 'chance' | 'over95'> | null
    /** Why there is no forecast, or why it is to be read with care. */
    readonly reason: string | null
  }

export interface RoadmapForecast extends Omit<
  ReadForecast,
  'input' | 'questions' | 'leftOut' | 'language' | 'bets'
> {
  readonly trials: number
  readonly seed: number
  readonly bets: readonly BetOutlook[]
  readonly by?: ForecastAnswer['by']
}

/** Reckons the forecast that was read, in a thread of its own, and joins it to the bets in their order. */
export async function answerForecast(read: ReadForecast): Promise<RoadmapForecast> {
  const { input, questions, leftOut, language, bets, ...known } = read
  const answer: ForecastAnswer =
    input.bets.length === 0
      ? { bets: [], trials: input.trials ?? 0, seed: input.seed ?? 1 }
      : await runForecast(input, questions)
  const byKey = new Map(answer.bets.map((bet) => [bet.key, bet]))
  const named = (reason: string) => nameTeams(reason, read.teams)
  const reasons = new Map(leftOut.map(({ key, reason }) => [key, reason]))
  return {
    ...known,
    trials: answer.trials,
    seed: answer.seed,
    bets: bets.map((bet) => toOutlook(bet, byKey.get(bet.key), reasons.get(bet.key), language, named)),
    ...(answer.by && { by: answer.by }),
  }
}

function toOutlook(
  bet: Bet,
  forecast: BetForecast | undefined,
  reason: string | undefined,
  language: ReadForecast['language'],
  named: (reason: string) => string,
): BetOutlook {
  if (!forecast)
    return { ...bet, percentiles: null, dates: null, cumulative: [], chance: null, reason: reason ?? null }
  const { key: _, reason: said, wanted, ...told } = forecast
  return {
    ...bet,
    ...told,
    chance: wanted ? { chance: wanted.chance, over95: wanted.over95 } : null,
    reason: said ? named(said[language]) : null,
  }
}
