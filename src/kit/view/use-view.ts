import { useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { useCallback, useRef } from 'react'
import { changedView, parseView, type View } from './view.ts'

type Change = { readonly [Key in keyof View]?: View[Key] | undefined }

/** The view that the address asks for. */
export function useView(): View {
  return parseView(useSearch({ strict: false }))
}

/** Changes the address where one stands; `push` lets Back return to what was before. */
export function useChangeView(): (change: Change, step?: 'push' | 'replace') => void {
  const navigate = useNavigate()
  return useCallback(
    (change, step = 'replace') => {
      void navigate({
        to: '.',
        search: (before: View) => changedView(parseView({ ...before }), change),
        replace: step === 'replace',
        resetScroll: false,
        ...(step === 'push' && change.figure !== undefined && { state: { opensEvidence: true } }),
      })
    },
    [navigate],
  )
}

/** Takes the evidence away: undoes the step that opened it, so that Back still leads to what was before. */
export function useCloseEvidence(): () => void {
  const { history } = useRouter()
  const changeView = useChangeView()
  const isClosing = useRef(false)
  return useCallback(() => {
    // A second Escape before the browser has gone back would leave the page.
    if (isClosing.current) return
    isClosing.current = true
    if (history.location.state.opensEvidence) history.back()
    else changeView({ figure: undefined })
  }, [history, changeView])
}

declare module '@tanstack/history' {
  interface HistoryState {
    opensEvidence?: true
  }
}
