import type { BetOutlook, RoadmapForecast } from '../../answer-forecast.ts'

/** A bet with its forecast; what a test says nothing of is plain. */
export function anOutlook(key: string, told: Partial<BetOutlook> = {}): BetOutlook {
  return {
    key,
    title: `Title of ${key}`,
    version: 1,
    state: 'committed',
    horizon: 'now',
    order: null,
    goals: [],
    teams: [],
    after: [],
    earliest: null,
    wanted: null,
    wantedReason: null,
    done: {},
    total: null,
    remaining: {},
    percentiles: null,
    dates: null,
    cumulative: [],
    chance: null,
    reason: null,
    ...told,
  }
}

/** The dates of a forecast with the chances to be done by each. */
export function dated(p50: string, p70: string, p85: string, p95: string | null): Partial<BetOutlook> {
  return {
    dates: { 50: p50, 70: p70, 85: p85, 95: p95 },
    cumulative: [
      { day: 1, date: p50, chance: 0.5 },
      { day: 2, date: p70, chance: 0.7 },
      { day: 3, date: p85, chance: 0.857 },
      ...(p95 === null ? [] : [{ day: 4, date: p95, chance: 0.96 }]),
    ],
  }
}

export function aForecast(bets: readonly BetOutlook[], told: Partial<RoadmapForecast> = {}): RoadmapForecast {
  return {
    asOf: '2026-11-28T09:00:00.000Z',
    start: '2026-11-28',
    window: { from: '2026-08-31', until: '2026-11-27', days: 65 },
    teams: [],
    bets,
    breaks: [],
    unread: [],
    trials: 10_000,
    seed: 1,
    ...told,
  }
}
