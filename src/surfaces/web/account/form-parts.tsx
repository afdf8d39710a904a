import { useId, type ComponentProps, type ReactNode } from 'react'

interface TextFieldProps extends Omit<ComponentProps<'input'>, 'id' | 'className' | 'onChange'> {
  readonly label: string
  readonly hint?: string
  readonly onChange: (value: string) => void
}

/** A labelled line to write in, required unless said otherwise. */
export function TextField({ label, hint, onChange, ...input }: TextFieldProps) {
  const id = useId()
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-ink-2">
        {label}
      </label>
      <input
        required
        {...input}
        id={id}
        onChange={(event) => onChange(event.target.value)}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        className="h-8 w-full rounded-xs border border-rule-strong bg-raised px-2"
      />
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-xs text-ink-3">
          {hint}
        </p>
      )}
    </div>
  )
}

export function Submit({
  isPending,
  children,
}: {
  readonly isPending: boolean
  readonly children: ReactNode
}) {
  return (
    <button
      type="submit"
      disabled={isPending}
      className="h-8 self-start rounded-xs bg-accent px-3 font-medium text-on-accent disabled:opacity-60"
    >
      {children}
    </button>
  )
}

interface QuietButtonProps {
  readonly isPending: boolean
  readonly onClick: () => void
  readonly children: ReactNode
}

/** A button beside the one that a form is sent by. */
export function QuietButton({ isPending, onClick, children }: QuietButtonProps) {
  return (
    <button
      type="button"
      disabled={isPending}
      onClick={onClick}
      className="min-h-8 self-start rounded-xs border border-rule-strong bg-raised px-3 py-1 font-medium hover:bg-sunk disabled:opacity-60"
    >
      {children}
    </button>
  )
}

interface TextButtonProps extends Omit<ComponentProps<'button'>, 'type' | 'className'> {
  readonly children: ReactNode
}

export function TextButton(props: TextButtonProps) {
  return <button {...props} type="button" className="text-accent underline underline-offset-2" />
}
