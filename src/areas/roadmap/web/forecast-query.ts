import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { apiUrl, getJson } from '#kit/api/request.ts'
import type { Language } from '#kit/language/language.ts'
import type { RoadmapForecast } from '../answer-forecast.ts'

/** Beginning of the key of every forecast. */
export const forecastKey = ['roadmap', 'forecast'] as const

/** What a forecast is made of: it is asked for anew when one of these changes. */
export const madeOf = { records: ['bet', 'team', 'person', 'break', 'goal'], repositories: true } as const

interface Asked {
  readonly window: number
  readonly language: Language
}

/** Every open bet in the order of work, with the days by which it is done. */
export function forecastQuery({ window, language }: Asked) {
  return queryOptions({
    queryKey: [...forecastKey, window, language],
    queryFn: ({ signal }) =>
      getJson<RoadmapForecast>(apiUrl('/roadmap/forecast', { window, language }), signal),
    placeholderData: keepPreviousData,
    meta: { madeOf },
  })
}

/** What holds a bet up and what moves it is told in round figures: fewer trials tell it, and sooner. */
const fewerTrials = 2000

/** The same with what holds each bet up and what moves its date; takes several times as long. */
export function explainedForecastQuery({ window, language }: Asked) {
  return queryOptions({
    queryKey: [...forecastKey, window, language, 'explained'],
    queryFn: ({ signal }) =>
      getJson<RoadmapForecast>(
        apiUrl('/roadmap/forecast', { window, language, detail: 'yes', trials: fewerTrials }),
        signal,
      ),
    meta: { madeOf },
  })
}
