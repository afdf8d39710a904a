import { Suspense, useId, useEffect, useRef, type ReactNode } from 'react'
import { useWords } from '#kit/language/words.ts'
import { useAsModal } from '#kit/toast/open-modals.ts'
import { kitWords } from '#kit/words/words.ts'
import { ProblemNote } from './problem-note.tsx'

interface ConfirmDialogProps {
  readonly title: string
  /** What will be, in the words of the button. */
  readonly action: string
  readonly isPending: boolean
  readonly error: Error | null
  readonly onConfirm: () => void
  readonly onClose: () => void
  /** What goes and what stays. */
  readonly children: ReactNode
}

/** Asks before what cannot be undone, and only then; whoever presses Enter at once has done nothing. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  return (
    // Words that are still on their way hide the dialog, not the page under it, which would lose the focus.
    <Suspense>
      <OpenDialog {...props} />
    </Suspense>
  )
}

function OpenDialog(props: ConfirmDialogProps) {
  const { title, action, isPending, error, onConfirm, onClose, children } = props
  const words = useWords(kitWords)
  const ref = useRef<HTMLDialogElement>(null)
  const cancel = useRef<HTMLButtonElement>(null)
  const text = useId()
  useAsModal(ref)
  useEffect(() => {
    const before = document.activeElement
    ref.current?.showModal()
    cancel.current?.focus()
    return () => {
      // After React has taken the dialog away; until then the page under it cannot hold the focus.
      if (before instanceof HTMLElement) setTimeout(() => before.focus({ preventScroll: true }))
    }
  }, [])
  return (
    <dialog
      ref={ref}
      role="alertdialog"
      aria-label={title}
      aria-describedby={text}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      className="m-auto w-full max-w-[min(34rem,calc(100vw-2rem))] rounded-xs bg-raised text-ink shadow-raised"
    >
      <div className="flex max-h-[calc(100dvh-3rem)] flex-col p-6">
        <h2 className="mb-2 text-md font-semibold wrap-anywhere">{title}</h2>
        <div id={text} className="flex min-h-0 flex-col gap-2 text-pretty text-ink-2">
          {children}
        </div>
        {error && (
          <div className="mt-4">
            <ProblemNote error={error} isAct />
          </div>
        )}
        <div className="mt-6 flex flex-wrap justify-end gap-2">
          <button ref={cancel} type="button" onClick={onClose} className="button">
            {words('confirm.cancel')}
          </button>
          <button
            type="button"
            onClick={onConfirm}
            disabled={isPending}
            className="button-primary button-final"
          >
            {action}
          </button>
        </div>
      </div>
    </dialog>
  )
}
