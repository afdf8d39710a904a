import { useId } from 'react'
import { kindOf, type Field, type ReferenceShape } from '#kernel/shape.ts'
import { useLanguage } from '#kit/language/language.ts'
import { useWords } from '#kit/language/words.ts'
import { controls } from './controls/controls.ts'
import { fieldWords } from './words/words.ts'

interface FieldInputProps {
  readonly name: string
  readonly field: Field
  readonly value: unknown
  readonly onChange: (value: unknown) => void
  readonly kept?: unknown
  readonly references?: Readonly<Record<string, ReferenceShape>>
  /** What is wrong with the value, as a sentence. */
  readonly error?: string | undefined
  readonly isDisabled?: boolean
  /** Where the label stands beside it already. */
  readonly isBare?: boolean
}

const hints = {
  text: 'text.hint',
  duration: 'duration.hint',
  tags: 'tags.hint',
  instant: 'instant.hint',
  record: 'record.hint',
  attachments: 'attachments.hint',
} as const

/** A field to write in: its label, its control, what belongs there, and what is wrong with what stands there. */
export function FieldInput(props: FieldInputProps) {
  const { name, field, value, onChange, kept, references = {}, error, isDisabled = false, isBare } = props
  const words = useWords(fieldWords)
  const language = useLanguage()
  const id = useId()
  const { control } = kindOf(field)
  const Control = controls[control]
  const hint = control in hints ? words(hints[control as keyof typeof hints]) : undefined // looked at in this line
  const help = [field.help?.[language], hint].filter((part) => part !== undefined)
  const described = [error !== undefined && `${id}-error`, help.length > 0 && `${id}-help`].filter(Boolean)
  return (
    <div className="flex min-w-0 flex-col gap-1" data-field={name}>
      <label htmlFor={id} id={`${id}-label`} className={isBare ? 'sr-only' : 'font-medium'}>
        {field.label[language]}
        {field.required && <span className="ml-2 text-xs font-normal text-ink-3">{words('required')}</span>}
      </label>
      <div>
        <Control
          id={id}
          field={field}
          value={value}
          onChange={onChange}
          kept={kept}
          references={references}
          isInvalid={error !== undefined}
          isDisabled={isDisabled}
          describedBy={described.length > 0 ? described.join(' ') : undefined}
        />
      </div>
      {error !== undefined && (
        <p id={`${id}-error`} className="text-bad" role="alert">
          {error}
        </p>
      )}
      {help.length > 0 && (
        <p id={`${id}-help`} className="max-w-[72ch] text-xs text-ink-3">
          {help.join(' ')}
        </p>
      )}
    </div>
  )
}
