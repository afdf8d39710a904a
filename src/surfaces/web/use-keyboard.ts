import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { isForPage } from '#kit/page/use-keys.ts'
import { undoNewest } from '#kit/toast/toast-store.ts'
import { keptView, type View } from '#kit/view/view.ts'
import { pages } from './pages.ts'
import { toggleTheme } from './theme.ts'

/** Time in which the second key of a pair has to follow. */
const patience = 1500

/** The keys that work wherever no text is written and nothing is open over the page. */
export function useKeyboard(onHelp: () => void): void {
  const navigate = useNavigate()
  useEffect(() => {
    let goSince = Number.NEGATIVE_INFINITY
    const onKey = (event: KeyboardEvent) => {
      if (!isForPage(event)) return
      const isSecond = event.timeStamp - goSince < patience
      goSince = event.key === 'g' ? event.timeStamp : Number.NEGATIVE_INFINITY
      const page = isSecond ? pages.find(({ key }) => key === event.key) : undefined
      if (page) {
        // The second key of a pair is none of the page's own.
        event.stopImmediatePropagation()
        void navigate({ to: page.to, search: (before: View) => keptView(before) })
      } else if (event.key === 'u' && undoNewest()) event.stopImmediatePropagation()
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
  }, [navigate, onHelp])
}

/** Puts the focus on the next or previous figure, round and round; `Enter` then opens it as any button. */
function moveFigure(step: 1 | -1): void {
  const figures = [...document.querySelectorAll<HTMLElement>('[data-figure]')]
  const current = figures.findIndex((figure) => figure === document.activeElement)
  const next =
    current === -1 && step === -1 ? figures.length - 1 : (current + step + figures.length) % figures.length
  figures[next]?.focus()
}
