import { useId } from 'react'

interface WhyFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** What is said where nothing was written; null as long as nothing is wrong. */
  readonly fault: string | null
}

/** Asks for the reason of what is about to be done. */
export function WhyField({ label, value, onChange, fault }: WhyFieldProps) {
  const id = useId()
  return (
    <>
      <label htmlFor={id} className="mt-2 font-medium text-ink">
        {label}
      </label>
      <textarea
        id={id}
        className="input h-24 shrink-0 py-1.5"
        value={value}
        maxLength={10_000}
        aria-invalid={fault !== null}
        aria-describedby={fault === null ? undefined : `${id}-fault`}
        onChange={({ target }) => onChange(target.value)}
      />
      {fault !== null && (
        <p id={`${id}-fault`} className="text-bad" role="alert">
          {fault}
        </p>
      )}
    </>
  )
}
