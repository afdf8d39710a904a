import { useState } from 'react'
import { ConfirmDialog } from '#kit/page/confirm-dialog.tsx'
import { TextButton } from './form-parts.tsx'

interface AskingButtonProps {
  /** What the button says. */
  readonly children: string
  /** The same for whoever does not see beside what it stands. */
  readonly label?: string
  readonly title: string
  /** What goes and what stays. */
  readonly text: string
  /** What is to be done, as the dialog says it; as the button does where it is left out. */
  readonly action?: string
  readonly act: {
    readonly isPending: boolean
    readonly error: Error | null
    mutate(variables: void, options: { onSuccess: () => void }): void
    reset(): void
  }
}

/** A button for what cannot be undone: it asks first. */
export function AskingButton({ children, label, title, text, action = children, act }: AskingButtonProps) {
  const [isAsked, setAsked] = useState(false)
  const close = () => {
    act.reset()
    setAsked(false)
  }
  return (
    <>
      <TextButton {...(label !== undefined && { 'aria-label': label })} onClick={() => setAsked(true)}>
        {children}
      </TextButton>
      {isAsked && (
        <ConfirmDialog
          title={title}
          action={action}
          isPending={act.isPending}
          error={act.error}
          onConfirm={() => act.mutate(undefined, { onSuccess: close })}
          onClose={close}
        >
          <p>{text}</p>
        </ConfirmDialog>
      )}
    </>
  )
}
