import { useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { useCallback, useRef } from 'react'
import { parseRoadmapView, toSearch, type Changed, type RoadmapView } from './roadmap-view.ts'

/** The roadmap that the address asks for, and how it asks for another. */
export function useRoadmapView(): readonly [RoadmapView, (change: Partial<Changed>) => void] {
  const view = parseRoadmapView(useSearch({ strict: false }))
  const navigate = useNavigate()
  const change = useCallback(
    (change: Partial<Changed>) => {
      void navigate({
        to: '.',
        search: (before: Readonly<Record<string, unknown>>) => {
          const {
            by: _by,
            span: _span,
            window: _window,
            since: _since,
            bet: _bet,
            open: _open,
            ...others
          } = before
          return { ...others, ...toSearch({ ...parseRoadmapView(before), ...change }) }
        },
        resetScroll: false,
        ...((change.bet ?? change.open) !== undefined && { state: { opensEvidence: true } }),
      })
    },
    [navigate],
  )
  return [view, change]
}

/** Takes the open drawer away: undoes the step that opened it, so that Back still leads to what was before. */
export function useCloseDrawer(): () => void {
  const { history } = useRouter()
  const [, change] = useRoadmapView()
  const isClosing = useRef(false)
  return useCallback(() => {
    // A second Escape before the browser has gone back would leave the page.
    if (isClosing.current) return
    isClosing.current = true
    if (history.location.state.opensEvidence) history.back()
    else change({ bet: undefined, open: undefined })
  }, [history, change])
}
