import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import { parseListView, type ListView } from './list-view.ts'

type Change = { readonly [Key in keyof ListView]?: ListView[Key] | undefined }

/** The list that the address asks for, and how it asks for another. */
export function useListView(): readonly [ListView, (change: Change, step?: 'push' | 'replace') => void] {
  const view = parseListView(useSearch({ strict: false }))
  const navigate = useNavigate()
  const change = useCallback(
    (change: Change, step: 'push' | 'replace' = 'push') => {
      void navigate({
        to: '.',
        search: (before: object) => {
          const after: Record<string, unknown> = { ...before, ...change }
          return Object.fromEntries(
            Object.entries(after).filter(([, value]) => value !== undefined && value !== ''),
          )
        },
        replace: step === 'replace',
        resetScroll: false,
      })
    },
    [navigate],
  )
  return [view, change]
}
