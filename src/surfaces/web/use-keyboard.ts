import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
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
      if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return
      if (document.querySelector('dialog[open]')) return
      const isSecond = event.timeStamp - goSince < patience
      goSince = event.key === 'g' ? event.timeStamp : Number.NEGATIVE_INFINITY
      const page = isSecond ? pages.find(({ key }) => key === event.key) : undefined
      if (page) void navigate({ to: page.to, search: (before: View) => keptView(before) })
      else if (event.key === '?') onHelp()
      else if (event.key === 't') toggleTheme()
      else if (event.key === ']') moveFigure(1)
      else if (event.key === '[') moveFigure(-1)
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
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

function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('textarea, select, input:not([type=radio], [type=checkbox])'))
  )
}
