import { Search } from 'lucide-react'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useWords } from '#kit/language/words.ts'
import { paletteKeys } from './palette-keys.ts'
import { openerWords } from './words/words.ts'

const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }))

/** The button in the bar that opens the palette, and the key that does so everywhere; the palette comes on demand. */
export function PaletteOpener() {
  const words = useWords(openerWords)
  const dialog = useRef<HTMLDialogElement>(null)
  // Counted, for the browser tells late that one was closed: by then the next may be open.
  const [{ isOpen, count }, setOpening] = useState({ isOpen: false, count: 0 })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isOurs = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key === 'k'
      if (!isOurs) return
      // The browser's own search would open over it.
      event.preventDefault()
      const isGone = dialog.current?.open === false
      setOpening((before) => (before.isOpen && !isGone ? closed(before) : opened(before)))
    }
    document.addEventListener('keydown', onKey, true)
    return () => document.removeEventListener('keydown', onKey, true)
  }, [])
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => setOpening(opened)}
        className="inline-flex h-8 items-center gap-1.5 rounded-xs px-2 text-ink-2 hover:bg-sunk hover:text-ink"
      >
        <Search size={16} strokeWidth={1.75} aria-hidden="true" />
        <span className="sr-only sm:not-sr-only">{words('open')}</span>
        <kbd aria-hidden="true" className="hidden font-mono text-xs text-ink-3 sm:inline">
          {paletteKeys()}
        </kbd>
      </button>
      {isOpen && (
        <Suspense>
          <Palette
            key={count}
            dialog={dialog}
            onClose={() => setOpening((now) => (now.count === count ? closed(now) : now))}
          />
        </Suspense>
      )}
    </>
  )
}

interface Opening {
  readonly isOpen: boolean
  readonly count: number
}

const opened = ({ count }: Opening): Opening => ({ isOpen: true, count: count + 1 })

const closed = ({ count }: Opening): Opening => ({ isOpen: false, count })
