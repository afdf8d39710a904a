import { useId, type ReactNode } from 'react'

interface FieldProps<Value> {
  readonly label: string
  readonly value: Value
}

function Labelled({
  label,
  children,
}: {
  readonly label: string
  readonly children: (id: string) => ReactNode
}) {
  const id = useId()
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="text-xs text-ink-3">
        {label}
      </label>
      {children(id)}
    </div>
  )
}

export function NumberField({
  label,
  value,
  least,
  step = 1,
  onChange,
}: FieldProps<number | null> & {
  readonly least: number
  readonly step?: number
  readonly onChange: (value: number | null) => void
}) {
  return (
    <Labelled label={label}>
      {(id) => (
        <input
          id={id}
          type="number"
          min={least}
          step={step}
          className="input w-24"
          value={value ?? ''}
          onChange={({ target }) => onChange(target.value === '' ? null : target.valueAsNumber)}
        />
      )}
    </Labelled>
  )
}

export function DayField({
  label,
  value,
  onChange,
}: FieldProps<string> & { readonly onChange: (day: string) => void }) {
  return (
    <Labelled label={label}>
      {(id) => (
        <input
          id={id}
          type="date"
          className="input"
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Labelled>
  )
}

export function Select({
  label,
  value,
  options,
  onChange,
}: FieldProps<string> & {
  readonly options: readonly (readonly [value: string, word: string])[]
  readonly onChange: (value: string) => void
}) {
  return (
    <Labelled label={label}>
      {(id) => (
        <select
          id={id}
          className="select max-w-56 border border-rule-strong bg-raised"
          value={value}
          onChange={({ target }) => onChange(target.value)}
        >
          {options.map(([word, text]) => (
            <option key={word} value={word}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  )
}
