import type { BetForecast, ForecastAnswer } from '#engines/forecast/forecast-answer.ts'
import type { ReadForecast } from './read-forecast.ts'
import { runForecast } from './run-forecast.ts'

/** Reckons the forecast that was read, in a thread of its own, and joins it to the bets in their order. */
export async function answerForecast(read: ReadForecast) {
  const { input, questions, leftOut, language, bets, ...known } = read
  const answer: ForecastAnswer =
    input.bets.length === 0
      ? { bets: [], trials: input.trials ?? 0, seed: input.seed ?? 1 }
      : await runForecast(input, questions)
  const byKey = new Map(answer.bets.map((bet) => [bet.key, bet]))
  const reasons = new Map(leftOut.map(({ key, reason }) => [key, reason]))
  return {
    ...known,
    trials: answer.trials,
    seed: answer.seed,
    bets: bets.map((bet) => ({ ...bet, ...forecastOf(byKey.get(bet.key), reasons.get(bet.key), language) })),
    ...(answer.by && { by: answer.by }),
  }
}

function forecastOf(
  forecast: BetForecast | undefined,
  reason: string | undefined,
  language: ReadForecast['language'],
) {
  if (!forecast) return { percentiles: null, dates: null, cumulative: [], reason: reason ?? null }
  const { key: _, reason: said, ...told } = forecast
  return { ...told, reason: said?.[language] ?? null }
}
