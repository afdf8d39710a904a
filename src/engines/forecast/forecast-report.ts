import type { Language } from '#kernel/shape.ts'
import type { BetForecast, ForecastAnswer } from './forecast-answer.ts'

/** A forecast as JSON tells it, documented in docs/forecast.schema.json: reasons are said in one language. */
export type ForecastReport = Omit<ForecastAnswer, 'bets'> & {
  readonly bets: readonly (Omit<BetForecast, 'reason'> & { readonly reason?: string })[]
}

export function forecastReport(answer: ForecastAnswer, language: Language): ForecastReport {
  return {
    ...answer,
    bets: answer.bets.map(({ reason, ...bet }) => ({ ...bet, ...(reason && { reason: reason[language] }) })),
  }
}
