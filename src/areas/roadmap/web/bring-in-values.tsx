import { useId, useState } from 'react'
import { useWords } from '#kit/language/words.ts'
import type { TargetShape } from '../bring-in/bring-in-shape.ts'
import { bringInWords } from './bring-in-words.ts'

type Value = TargetShape['values'][number]

interface ValuesProps {
  readonly target: TargetShape
  /** What was chosen since the file was looked through. */
  readonly chosen: Readonly<Record<string, string | null>>
  readonly onChange: (text: string, to: string | null) => void
}

/** What each text of a column stands for; those that nobody knows come first. */
export function BringInValues({ target, chosen, onChange }: ValuesProps) {
  const words = useWords(bringInWords)
  const { from, label, moreValues } = target
  const values = target.values.map((each) => ({
    ...each,
    to: Object.hasOwn(chosen, each.text) ? (chosen[each.text] ?? null) : each.to,
  }))
  const unknown = values.filter(({ to }) => to === null).length
  // Open where something is to be chosen, and not closed under the hand of whoever chooses.
  const [isOpen, setOpen] = useState(unknown > 0 && values.length <= 12)
  const column = from && 'column' in from ? from.column : label
  return (
    <details
      className="mt-2 sm:ml-44 sm:pl-4"
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary className="text-ink-2">
        {words('mapping.values', { column })}
        {unknown > 0 && (
          <span className="ml-2 font-medium text-ink">{words('mapping.unknown', { count: unknown })}</span>
        )}
      </summary>
      <ul className="mt-2 grid grid-cols-1 gap-x-6 gap-y-1 lg:grid-cols-2">
        {values.map((value) => (
          <OneValue key={value.text} {...{ value, target, onChange }} />
        ))}
      </ul>
      {moreValues > 0 && <p className="mt-1 text-ink-3">{words('mapping.more', { count: moreValues })}</p>}
    </details>
  )
}

function OneValue({
  value: { text, count, to },
  target,
  onChange,
}: Omit<ValuesProps, 'chosen'> & { readonly value: Value }) {
  const words = useWords(bringInWords)
  const id = useId()
  const { choices, label } = target
  const name = words('mapping.valueOf', { field: label, text })
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_10rem] items-center gap-x-3">
      <label htmlFor={id} className="min-w-0 truncate" title={text}>
        <span className="sr-only">{name}</span>
        <span aria-hidden="true">{words('mapping.value', { text, count })}</span>
      </label>
      {choices === 'size' ? (
        <SizeInput id={id} to={to} onChange={(next) => onChange(text, next)} />
      ) : (
        <select
          id={id}
          value={to ?? ''}
          onChange={({ target: { value } }) => onChange(text, value === '' ? null : value)}
          className="input select w-full pr-6"
        >
          <option value="">{words('mapping.empty')}</option>
          {choices?.map((each) => (
            <option key={each.word} value={each.word}>
              {each.label}
            </option>
          ))}
        </select>
      )}
    </li>
  )
}

interface SizeProps {
  readonly id: string
  readonly to: string | null
  readonly onChange: (to: string | null) => void
}

function SizeInput({ id, to, onChange }: SizeProps) {
  const words = useWords(bringInWords)
  const [text, setText] = useState(to ?? '')
  const isRight = text.trim() === '' || /^\s*\d{1,5}\s*(\.\.|-|–)\s*\d{1,5}\s*$/.test(text)
  return (
    <input
      id={id}
      type="text"
      autoComplete="off"
      placeholder={words('mapping.size')}
      value={text}
      aria-invalid={!isRight}
      title={isRight ? undefined : words('mapping.sizeWrong')}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => {
        if (isRight && text.trim() !== (to ?? '')) onChange(text.trim() === '' ? null : text.trim())
      }}
      className="input w-full"
    />
  )
}
