import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { apiUrl, getJson } from '#kit/api/request.ts'
import type { Language } from '#kit/language/language.ts'
import { recordUrl } from '#kit/records/record-queries.ts'
import type { RoadmapCalibrations } from '../kept/backtest-teams.ts'
import type { explainBet } from '../kept/explain-bet.ts'
import type { MovedShape } from '../kept/show-moved.ts'
import { forecastKey, madeOf } from './forecast-query.ts'

/** Every bet between an earlier day and now. */
export function movedQuery({ since, language }: { readonly since: string; readonly language: Language }) {
  return queryOptions({
    // Under the key of forecasts: what moves a bet moves this, too.
    queryKey: [...forecastKey, 'moved', since, language],
    queryFn: ({ signal }) => getJson<MovedShape>(apiUrl('/roadmap/moved', { since, language }), signal),
    placeholderData: keepPreviousData,
    meta: { madeOf },
  })
}

/** Why a bet moved since a day. */
export function whyQuery({ bet, since }: { readonly bet: string; readonly since: string }) {
  return queryOptions({
    queryKey: [...forecastKey, 'why', bet, since],
    queryFn: ({ signal }) =>
      getJson<Awaited<ReturnType<typeof explainBet>>>(
        `${recordUrl('bets', bet)}/moved?${new URLSearchParams({ since })}`,
        signal,
      ),
    meta: { madeOf },
  })
}

const anHour = 3_600_000

/** How often forecasts of the past came true. What is delivered today changes nothing of it before tomorrow. */
export function calibrationQuery({
  window,
  language,
}: {
  readonly window: number
  readonly language: Language
}) {
  return queryOptions({
    queryKey: ['roadmap', 'calibration', window, language],
    queryFn: ({ signal }) =>
      getJson<RoadmapCalibrations>(apiUrl('/roadmap/backtest', { window, language }), signal),
    staleTime: anHour,
    meta: { madeOf: { records: ['team'], repositories: false } },
  })
}
