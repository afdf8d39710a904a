import { statesAfter, type Field } from '#kernel/shape.ts'
import { useLanguage } from '#kit/language/language.ts'
import { useWords } from '#kit/language/words.ts'
import { writing, type ControlProps } from '../control.ts'
import { fieldWords } from '../words/words.ts'

/** One of a few words; a state offers what may follow the one that is kept. */
export function ChoiceControl(props: ControlProps) {
  const { field, value, onChange, kept } = props
  const words = useWords(fieldWords)
  const language = useLanguage()
  if (field.kind !== 'choice' && field.kind !== 'state') return null
  const isOpen = !field.required || typeof value !== 'string' || value === ''
  return (
    <select
      {...writing(props)}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
      className="input select max-w-full min-w-40 pr-6"
    >
      {isOpen && field.kind !== 'state' && (
        <option value="">{words(field.required ? 'choice.choose' : 'choice.none')}</option>
      )}
      {possible(field, kept).map((choice) => (
        <option key={choice} value={choice}>
          {field.choices[choice]?.[language] ?? choice}
        </option>
      ))}
    </select>
  )
}

function possible(field: Extract<Field, { kind: 'choice' | 'state' }>, kept: unknown): readonly string[] {
  if (field.kind === 'choice') return Object.keys(field.choices)
  return typeof kept === 'string' ? statesAfter(field, kept) : [field.initial]
}
