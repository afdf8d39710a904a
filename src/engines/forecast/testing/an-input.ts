import type { ForecastBet, ForecastInput, ForecastTeam } from '../forecast-input.ts'

export function anInput(
  teams: readonly ForecastTeam[],
  bets: readonly ForecastBet[],
  rest: Partial<ForecastInput> = {},
): ForecastInput {
  return { start: '2026-11-30', trials: 10_000, seed: 1, teams, bets, ...rest }
}
