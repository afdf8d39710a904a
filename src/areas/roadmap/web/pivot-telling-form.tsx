import { useId, useState } from 'react'
import { FieldInput } from '#kit/fields/field-input.tsx'
import { useWords } from '#kit/language/words.ts'
import { Drawer } from '#kit/page/drawer.tsx'
import type { Told } from '../pivot/pivot-shape.ts'
import { pivot as definition } from '../pivot.record.ts'
import { pivotWords } from './pivot-words.ts'
import type { Telling } from './use-tell.ts'

interface PivotTellingFormProps {
  /** Null for somebody new. */
  readonly told: Told | null
  readonly today: string
  readonly due: string
  readonly onClose: () => void
  /** What was written, what is said of it, and what takes it back; null where nothing was there before. */
  readonly onSave: (given: Telling, text: string, back: Telling | null) => void
  readonly onRemove: (told: Told) => void
}

/** Whom, what it means for them, by when, and whether they were told. */
export function PivotTellingForm({ told, today, due, onClose, onSave, onRemove }: PivotTellingFormProps) {
  const words = useWords(pivotWords)
  const id = useId()
  const { columns } = definition.fields.telling
  const [whom, setWhom] = useState(told?.whom ?? '')
  const [what, setWhat] = useState<unknown>(told?.what ?? null)
  const [by, setBy] = useState<unknown>(told ? told.due : due)
  const [on, setOn] = useState<unknown>(told?.told ?? null)
  const [isMissing, setMissing] = useState(false)
  const text = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null)
  const save = () => {
    const name = text(whom)
    setMissing(name === null)
    if (name === null) return
    const given = { whom: name, what: text(what), due: text(by), told: text(on) }
    const back = told && { whom: told.whom, what: told.what, due: told.due, told: told.told }
    onSave(given, words(told ? 'told.saved' : 'told.added', { name: told?.name ?? name }), back)
  }
  return (
    <Drawer
      title={told ? told.name : words('tell.other')}
      onClose={onClose}
      foot={
        <div className="flex flex-wrap gap-2">
          <button type="submit" form={id} className="button-primary">
            {words('save')}
          </button>
          {told && (
            <button type="button" className="button" onClick={() => onRemove(told)}>
              {words('told.remove')}
            </button>
          )}
        </div>
      }
    >
      <form
        id={id}
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        {!told && (
          <FieldInput
            name="whom"
            field={columns.whom}
            value={whom}
            onChange={(value) => {
              setWhom(typeof value === 'string' ? value : '')
              setMissing(false)
            }}
            {...(isMissing && { error: words('tell.needsWhom') })}
          />
        )}
        <FieldInput name="what" field={columns.what} value={what} onChange={setWhat} />
        <FieldInput name="due" field={columns.due} value={by} onChange={setBy} />
        <FieldInput name="told" field={columns.told} value={on} onChange={setOn} />
        {on === null && (
          <p>
            <button type="button" className="button" onClick={() => setOn(today)}>
              {words('told.today')}
            </button>
          </p>
        )}
      </form>
    </Drawer>
  )
}
