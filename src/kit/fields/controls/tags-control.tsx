import { useState } from 'react'
import { kindOf } from '#kernel/shape.ts'
import { writing, type ControlProps } from '../control.ts'

/** Words with commas between them. */
export function TagsControl(props: ControlProps) {
  const { field, value, onChange } = props
  const [text, setText] = useState(Array.isArray(value) ? value.join(', ') : '')
  return (
    <input
      {...writing(props)}
      type="text"
      autoComplete="off"
      spellCheck={false}
      value={text}
      onChange={(event) => {
        setText(event.target.value)
        onChange(kindOf(field).fromText(field, event.target.value))
      }}
      className="input w-full"
    />
  )
}
