import { X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { useWords } from '#kit/language/words.ts'
import { kitWords } from '#kit/words/words.ts'
import { useTopModal } from './open-modals.ts'
import { closeToast, useToasts, type Toast } from './toast-store.ts'

/** Time to read it and to take it back; it stands still while it is pointed at or has the focus. */
const secondsInSight = 10

/** What has just been done, at the foot of every page and over whatever lies over it: the page itself cannot be reached then. */
export function Toasts() {
  const toasts = useToasts()
  const modal = useTopModal()
  return createPortal(
    <output
      className="pointer-events-none fixed inset-x-0 bottom-16 z-30 flex flex-col items-center gap-2 px-4 lg:bottom-6 lg:left-48"
      data-print="no"
    >
      {toasts.map((toast) => (
        <ToastLine key={toast.id} toast={toast} />
      ))}
    </output>,
    modal ?? document.body,
  )
}

function ToastLine({ toast }: { readonly toast: Toast }) {
  const words = useWords(kitWords)
  const [isHeld, setHeld] = useState(false)
  useEffect(() => {
    if (isHeld) return
    const timer = setTimeout(() => closeToast(toast.id), secondsInSight * 1000)
    return () => clearTimeout(timer)
  }, [isHeld, toast.id])
  const hold = () => setHeld(true)
  const release = () => setHeld(false)
  return (
    <span
      onPointerEnter={hold}
      onPointerLeave={release}
      onFocus={hold}
      onBlur={release}
      className={`pointer-events-auto flex max-w-xl items-center gap-4 rounded-xs bg-ink py-1 pr-1 pl-4 text-paper shadow-raised ${toast.isBad ? 'border-l-4 border-bad' : ''}`}
    >
      <span className="min-w-0 py-1 wrap-anywhere">{toast.text}</span>
      {toast.action && (
        <button
          type="button"
          onClick={() => {
            closeToast(toast.id)
            toast.action?.run()
          }}
          className="h-8 shrink-0 rounded-xs px-2 font-medium underline underline-offset-2 outline-offset-0 focus-visible:outline-paper"
        >
          {toast.action.label}
        </button>
      )}
      <button
        type="button"
        aria-label={words('toast.close')}
        onClick={() => closeToast(toast.id)}
        className="inline-flex size-8 shrink-0 items-center justify-center rounded-xs outline-offset-0 focus-visible:outline-paper"
      >
        <X size={14} aria-hidden="true" />
      </button>
    </span>
  )
}
