import { useState } from 'react'
import { durationToMinutes, kindOf } from '#kernel/shape.ts'
import { writing, type ControlProps } from '../control.ts'
import { useValueFormat } from '../use-value-format.ts'

/** A length of time as people write it; beside it, how it was understood. */
export function DurationControl(props: ControlProps) {
  const { field, value, onChange } = props
  const format = useValueFormat()
  const [text, setText] = useState(typeof value === 'string' ? value : '')
  const minutes = typeof value === 'string' ? durationToMinutes(value) : null
  return (
    <span className="flex items-center gap-2">
      <input
        {...writing(props)}
        type="text"
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          onChange(
            event.target.value.trim() === '' ? null : kindOf(field).fromText(field, event.target.value),
          )
        }}
        className="input w-32"
      />
      {minutes !== null && <span className="text-ink-2">{format.minutes(minutes)}</span>}
    </span>
  )
}
