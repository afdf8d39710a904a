import { useEffect, useId, useRef, type ReactNode } from 'react'
import { useWords } from '#kit/language/words.ts'
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
  const { title, action, isPending, error, onConfirm, onClose, children } = props
  const words = useWords(kitWords)
  const ref = useRef<HTMLDialogElement>(null)
  const text = useId()
  useEffect(() => {
    const shown = ref.current
    shown?.showModal()
    return () => shown?.close()
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
      className="m-auto w-full max-w-[min(34rem,calc(100vw-2rem))] rounded-xs bg-raised p-6 text-ink shadow-raised"
    >
      <h2 className="mb-2 text-md font-semibold wrap-anywhere">{title}</h2>
      <div id={text} className="flex flex-col gap-2 text-pretty text-ink-2">
        {children}
      </div>
      {error && (
        <div className="mt-4">
          <ProblemNote error={error} />
        </div>
      )}
      <div className="mt-6 flex flex-wrap justify-end gap-2">
        <button type="button" onClick={onClose} className="button">
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
    </dialog>
  )
}
