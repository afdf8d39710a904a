import { useId, useState } from 'react'
import { readValues, wrongTogether, type RecordShape, type RecordValues } from '#kernel/shape.ts'
import { FieldInput } from '#kit/fields/field-input.tsx'
import { useLanguage } from '#kit/language/language.ts'
import { useWords } from '#kit/language/words.ts'
import { Drawer } from '#kit/page/drawer.tsx'
import { insight as definition } from '../insight.record.ts'
import { inboxWords } from './words/words.ts'

const parts = {
  weigh: ['customer', 'segment', 'count', 'revenue'],
  consent: ['consent', 'consentUntil', 'contact', 'text'],
} as const

interface FieldsDrawerProps {
  readonly insight: RecordShape
  readonly about: keyof typeof parts
  readonly onSave: (fields: RecordValues) => void
  readonly onClose: () => void
}

/** A few fields of an insight, to be written without leaving the list. */
export function FieldsDrawer({ insight, about, onSave, onClose }: FieldsDrawerProps) {
  const words = useWords(inboxWords)
  const language = useLanguage()
  const id = useId()
  const [given, setGiven] = useState<Readonly<Record<string, unknown>>>({})
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const save = () => {
    const { values, faults } = readValues(definition, given)
    const wrong = faults.length > 0 ? faults : wrongTogether(definition, values, insight.fields)
    setErrors(Object.fromEntries(wrong.map(({ path, message }) => [path, message[language]])))
    if (wrong.length > 0) return
    if (Object.keys(values).length === 0) onClose()
    else onSave(values)
  }
  return (
    <Drawer
      title={words(`${about}.title`, { key: insight.key })}
      onClose={onClose}
      foot={
        <button type="submit" form={id} className="button-primary">
          {words('save')}
        </button>
      }
    >
      <p className="mb-4 max-w-[64ch] wrap-anywhere text-ink-2">{insight.title}</p>
      <form
        id={id}
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        {parts[about].map((name) => {
          const field = definition.fields[name]
          return (
            field && (
              <FieldInput
                key={name}
                name={name}
                field={field}
                value={name in given ? given[name] : insight.fields[name]}
                kept={insight.fields[name]}
                error={errors[name]}
                onChange={(value) => setGiven((before) => ({ ...before, [name]: value }))}
              />
            )
          )
        })}
      </form>
    </Drawer>
  )
}
