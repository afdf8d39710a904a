import { useQuery } from '@tanstack/react-query'
import { useLanguage } from '#kit/language/language.ts'
import type { MovedShape } from '../kept/show-moved.ts'
import type { MovedBet } from '../kept/what-moved.ts'
import { baselineDay } from './baseline-day.ts'
import { movedQuery } from './past-queries.ts'
import { keptWindow } from './roadmap-view.ts'
import { useRoadmapView } from './use-roadmap-view.ts'

/** What moved since the day that the address names. */
export function useMoved(today: string) {
  const language = useLanguage()
  const [{ since, window }] = useRoadmapView()
  const day = since === undefined ? '' : baselineDay(since, today)
  // Dates from another pace would differ for that reason alone.
  return useQuery({ ...movedQuery({ since: day, language }), enabled: day !== '' && window === keptWindow })
}

/** The forecast of an earlier day, as far as it is compared with. */
export interface Baseline {
  readonly since: string
  readonly bets: ReadonlyMap<string, MovedBet>
}

/** The forecast that stands behind today’s; null for none. */
export function useBaseline(today: string): Baseline | null {
  const [{ since, window }] = useRoadmapView()
  const { data } = useMoved(today)
  return since === undefined || window !== keptWindow ? null : baselineOf(data)
}

function baselineOf(moved: MovedShape | undefined): Baseline | null {
  if (!moved || moved.since === null) return null
  return { since: moved.since, bets: new Map(moved.bets.map((bet) => [bet.key, bet])) }
}
