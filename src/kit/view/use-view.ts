import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
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
      })
    },
    [navigate],
  )
}
