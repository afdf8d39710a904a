import { useWords } from '#kit/language/words.ts'
import { writing, type ControlProps } from '../control.ts'
import { fieldWords } from '../words/words.ts'

/** Yes, no, or nothing said: three words, because silence is not a no. */
export function SwitchControl(props: ControlProps) {
  const { id, field, value, onChange, isDisabled, describedBy, label } = props
  const words = useWords(fieldWords)
  const { 'aria-invalid': isInvalid } = writing(props)
  const choices = [
    { said: 'yes', value: true },
    { said: 'no', value: false },
    ...(field.required ? [] : [{ said: 'choice.none', value: null } as const]),
  ] as const
  return (
    <span
      id={id}
      role="radiogroup"
      aria-invalid={isInvalid}
      {...(label === undefined ? { 'aria-labelledby': `${id}-label` } : { 'aria-label': label })}
      {...(describedBy !== undefined && { 'aria-describedby': describedBy })}
      className="inline-flex w-fit gap-px rounded-xs border border-rule-strong bg-rule"
    >
      {choices.map((choice) => (
        <label
          key={choice.said}
          className="relative flex h-7.5 cursor-pointer items-center bg-raised px-3 text-ink-2 first:rounded-l-xs last:rounded-r-xs has-checked:bg-accent-soft has-checked:font-medium has-checked:text-ink has-disabled:cursor-default has-disabled:text-ink-3 has-focus-visible:z-10 has-focus-visible:outline-2 has-focus-visible:outline-accent"
        >
          <input
            type="radio"
            name={id}
            className="sr-only"
            disabled={isDisabled ?? false}
            checked={(value ?? null) === choice.value}
            onChange={() => onChange(choice.value)}
          />
          {words(choice.said)}
        </label>
      ))}
    </span>
  )
}
