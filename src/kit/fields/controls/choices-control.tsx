import { useLanguage } from '#kit/language/language.ts'
import { writing, type ControlProps } from '../control.ts'

/** A few words side by side, each of which is chosen or not. */
export function ChoicesControl(props: ControlProps) {
  const { id, field, value, onChange, isDisabled, describedBy, label } = props
  const language = useLanguage()
  const { 'aria-invalid': isInvalid } = writing(props)
  if (field.kind !== 'choices') return null
  const chosen: readonly unknown[] = Array.isArray(value) ? value : []
  const names = Object.keys(field.choices)
  return (
    <fieldset
      id={id}
      {...(label === undefined ? { 'aria-labelledby': `${id}-label` } : { 'aria-label': label })}
      {...(describedBy !== undefined && { 'aria-describedby': describedBy })}
      className="flex w-fit max-w-full min-w-0 flex-wrap gap-1"
    >
      {names.map((name) => (
        <label
          key={name}
          className="relative flex h-7.5 cursor-pointer items-center rounded-xs border border-rule-strong bg-raised px-3 text-ink-2 has-checked:border-accent has-checked:bg-accent-soft has-checked:font-medium has-checked:text-ink has-disabled:cursor-default has-disabled:text-ink-3 has-focus-visible:z-10 has-focus-visible:outline-2 has-focus-visible:outline-accent"
        >
          <input
            type="checkbox"
            className="sr-only"
            disabled={isDisabled ?? false}
            aria-invalid={isInvalid}
            checked={chosen.includes(name)}
            onChange={({ target }) => {
              const next = names.filter((each) => (each === name ? target.checked : chosen.includes(each)))
              onChange(next.length > 0 ? next : null)
            }}
          />
          {field.choices[name]?.[language] ?? name}
        </label>
      ))}
    </fieldset>
  )
}
