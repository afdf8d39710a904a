import { useNavigate } from '@tanstack/react-router'
import { useEffect, useEffectEvent } from 'react'
import { isForPage } from '#kit/page/use-keys.ts'
import { undoNewest } from '#kit/toast/toast-store.ts'
import { keptView, type View } from '#kit/view/view.ts'
import { toggleTheme } from './theme.ts'
import { usePages } from './use-pages.ts'

/** Time in which the second key of a pair has to follow. */
const patience = 1500

/** The keys that work wherever no text is written and nothing is open over the page. */
export function useKeyboard(onHelp: () => void): void {
  const navigate = useNavigate()
  const pages = usePages()
  const go = useEffectEvent((key: string): boolean => {
    const page = pages.find((each) => each.key === key)
    if (page) void navigate({ to: page.to, search: (before: View) => keptView(before) })
    return page !== undefined
  })
  useEffect(() => {
    let goSince = Number.NEGATIVE_INFINITY
    const onKey = (event: KeyboardEvent) => {
      if (!isForPage(event)) return
      const isSecond = event.timeStamp - goSince < patience
      const isDone = isSecond && go(event.key)
      // What ended a pair begins none.
      goSince = event.key === 'g' && !isDone ? event.timeStamp : Number.NEGATIVE_INFINITY
      // The second key of a pair is none of the page's own.
      if (isDone) event.stopImmediatePropagation()
      else if (event.key === 'u' && undoNewest()) event.stopImmediatePropagation()
      else if (event.key === '?') onHelp()
      else if (event.key === 't') toggleTheme()
      else if (event.key === ']') moveFigure(1)
      else if (event.key === '[') moveFigure(-1)
      else return
      event.preventDefault()
    }
    // Before the page's own keys.
    document.addEventListener('keydown', onKey, true)
    return () => document.removeEventListener('keydown', onKey, true)
  }, [onHelp])
}

/** Puts the focus on the next or previous figure, round and round; `Enter` then opens it as any button. */
function moveFigure(step: 1 | -1): void {
  const figures = [...document.querySelectorAll<HTMLElement>('[data-figure]')]
  const current = figures.findIndex((figure) => figure === document.activeElement)
  const next =
    current === -1 && step === -1 ? figures.length - 1 : (current + step + figures.length) % figures.length
  figures[next]?.focus()
}
