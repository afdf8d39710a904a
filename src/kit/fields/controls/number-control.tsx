import { useState } from 'react'
import { kindOf } from '#kernel/shape.ts'
import { useLanguage } from '#kit/language/language.ts'
import { textOf, writing, type ControlProps } from '../control.ts'

/** A number as people write it, with a point or a comma, and its unit behind it. */
export function NumberControl(props: ControlProps) {
  const { field, value, onChange } = props
  const language = useLanguage()
  // What is being written stays as it is written: a point at its end is no number yet, and must not vanish.
  const [text, setText] = useState(() => textOf(value, language))
  const unit = field.kind === 'percentage' ? '%' : 'unit' in field ? field.unit?.[language] : undefined
  return (
    <span className="flex items-center gap-2">
      <input
        {...writing(props)}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          onChange(
            event.target.value.trim() === '' ? null : kindOf(field).fromText(field, event.target.value),
          )
        }}
        className="input w-32 text-right"
      />
      {unit !== undefined && <span className="text-ink-2">{unit}</span>}
    </span>
  )
}
