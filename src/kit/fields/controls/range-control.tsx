import { useState } from 'react'
import { useLanguage } from '#kit/language/language.ts'
import { useWords } from '#kit/language/words.ts'
import { textOf, writing, type ControlProps } from '../control.ts'
import { fieldWords } from '../words/words.ts'

const parts = ['low', 'likely', 'high'] as const
type Texts = Readonly<Record<(typeof parts)[number], string>>

/** An estimate that says how sure it is: three numbers that rise. */
export function RangeControl(props: ControlProps) {
  const { id, field, value, onChange } = props
  const words = useWords(fieldWords)
  const language = useLanguage()
  const [texts, setTexts] = useState<Texts>(() => textsOf(value, language))
  const change = (part: keyof Texts, text: string) => {
    const next = { ...texts, [part]: text }
    setTexts(next)
    const isEmpty = parts.every((one) => next[one].trim() === '')
    onChange(isEmpty ? null : Object.fromEntries(parts.map((one) => [one, toNumber(next[one])])))
  }
  const unit = 'unit' in field ? field.unit?.[language] : undefined
  return (
    <span className="flex flex-wrap items-end gap-2">
      {parts.map((part, at) => (
        <span key={part} className="flex flex-col gap-0.5">
          <label htmlFor={at === 0 ? id : `${id}-${part}`} className="text-xs text-ink-3">
            {words(`range.${part}`)}
          </label>
          <input
            {...writing(props)}
            id={at === 0 ? id : `${id}-${part}`}
            type="text"
            inputMode="decimal"
            autoComplete="off"
            value={texts[part]}
            onChange={(event) => change(part, event.target.value)}
            className="input w-24 text-right"
          />
        </span>
      ))}
      {unit !== undefined && <span className="flex h-8 items-center text-ink-2">{unit}</span>}
    </span>
  )
}

function textsOf(value: unknown, language: 'en' | 'de'): Texts {
  const part = (name: string) =>
    typeof value === 'object' && value !== null ? textOf(Reflect.get(value, name), language) : ''
  return { low: part('low'), likely: part('likely'), high: part('high') }
}

function toNumber(text: string): unknown {
  const plain = text.trim().replace(',', '.')
  return plain !== '' && Number.isFinite(Number(plain)) ? Number(plain) : text
}
