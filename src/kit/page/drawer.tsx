import { X } from 'lucide-react'
import { Suspense, useEffect, useRef, type ReactNode } from 'react'
import { useWords } from '#kit/language/words.ts'
import { useKeyboardStop } from './use-keyboard-stop.ts'
import { useAsModal } from '#kit/toast/open-modals.ts'
import { kitWords } from '#kit/words/words.ts'

interface DrawerProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
  /** Stays in sight at the foot while the rest scrolls. */
  readonly foot?: ReactNode
  readonly isWide?: boolean
}

/** Opens over the page from the right, and gives the focus back to where it was. Escape closes it. */
export function Drawer(props: DrawerProps) {
  return (
    // Words that are still on their way hide the drawer, not the page under it, which would lose the focus.
    <Suspense>
      <OpenDrawer {...props} />
    </Suspense>
  )
}

function OpenDrawer({ title, onClose, children, foot, isWide = false }: DrawerProps) {
  const words = useWords(kitWords)
  const ref = useRef<HTMLDialogElement>(null)
  const stop = useKeyboardStop()
  useAsModal(ref)
  useEffect(() => {
    const before = document.activeElement
    ref.current?.showModal()
    // Whoever opens a form wants to write.
    ref.current?.querySelector<HTMLElement>('[data-field] :is(input, textarea, select)')?.focus()
    return () => {
      // After React has taken the dialog away; until then the page under it cannot hold the focus.
      if (before instanceof HTMLElement) setTimeout(() => before.focus({ preventScroll: true }))
    }
  }, [])
  return (
    <dialog
      ref={ref}
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      className={`drawer m-0 ml-auto h-dvh max-h-none w-full overflow-clip bg-raised text-ink shadow-raised outline-none ${isWide ? 'max-w-[52rem]' : 'max-w-[38rem]'}`}
    >
      <div className="flex h-full flex-col">
        <div className="flex items-center justify-between gap-4 border-b border-rule px-6 py-3 sm:px-8">
          <h2 className="min-w-0 text-md font-semibold wrap-anywhere">{title}</h2>
          <button
            type="button"
            onClick={onClose}
            className="inline-flex h-8 shrink-0 items-center gap-1 text-ink-2 hover:text-accent"
          >
            <X size={16} aria-hidden="true" /> {words('drawer.close')}
            <kbd className="ml-1 hidden rounded-xs border border-rule px-1 text-xs text-ink-3 sm:inline">
              Esc
            </kbd>
          </button>
        </div>
        <div {...stop} className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-6 py-5 sm:px-8">
          <div>{children}</div>
        </div>
        {foot && <div className="border-t border-rule px-6 py-3 sm:px-8">{foot}</div>}
      </div>
    </dialog>
  )
}
