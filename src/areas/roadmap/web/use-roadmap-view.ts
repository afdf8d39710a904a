import { useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { useCallback, useRef } from 'react'
import { parseRoadmapView, toSearch, type RoadmapView } from './roadmap-view.ts'

type Change = { readonly [Key in keyof RoadmapView]?: RoadmapView[Key] | undefined }

/** The roadmap that the address asks for, and how it asks for another. */
export function useRoadmapView(): readonly [RoadmapView, (change: Change) => void] {
  const view = parseRoadmapView(useSearch({ strict: false }))
  const navigate = useNavigate()
  const change = useCallback(
    (change: Change) => {
      void navigate({
        to: '.',
        search: (before: Readonly<Record<string, unknown>>) => {
          const { by: _by, span: _span, window: _window, bet: _bet, ...others } = before
          const { bet, ...rest } = { ...parseRoadmapView(before), ...change }
          return { ...others, ...toSearch({ ...rest, ...(bet !== undefined && { bet }) } as RoadmapView) } // only a bet can be taken away
        },
        resetScroll: false,
        ...(change.bet !== undefined && { state: { opensEvidence: true } }),
      })
    },
    [navigate],
  )
  return [view, change]
}

/** Takes the open forecast away: undoes the step that opened it, so that Back still leads to what was before. */
export function useCloseForecast(): () => void {
  const { history } = useRouter()
  const [, change] = useRoadmapView()
  const isClosing = useRef(false)
  return useCallback(() => {
    // A second Escape before the browser has gone back would leave the page.
    if (isClosing.current) return
    isClosing.current = true
    if (history.location.state.opensEvidence) history.back()
    else change({ bet: undefined })
  }, [history, change])
}
