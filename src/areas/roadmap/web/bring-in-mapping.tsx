import { useId } from 'react'
import { useWords } from '#kit/language/words.ts'
import type { BringInPreview, TakenFrom, TargetShape } from '../bring-in/bring-in-shape.ts'
import type { Choices } from './bring-in-query.ts'
import { BringInValues } from './bring-in-values.tsx'
import { bringInWords } from './bring-in-words.ts'

interface MappingProps {
  readonly preview: BringInPreview
  readonly choices: Choices
  readonly onChange: (choices: Choices) => void
}

/** From which column each field takes its value, and by what a row is known again. */
export function BringInMapping({ preview, choices, onChange }: MappingProps) {
  return (
    <div className="max-w-4xl">
      <ul className="border-t border-rule">
        {preview.targets.map((target) => (
          <MappedField key={target.name} {...{ target, preview, choices, onChange }} />
        ))}
      </ul>
      <Identity {...{ preview, choices, onChange }} />
    </div>
  )
}

const row = 'grid grid-cols-1 items-center gap-x-4 gap-y-1 sm:grid-cols-[11rem_minmax(0,17rem)_minmax(0,1fr)]'

function MappedField({
  target,
  preview,
  choices,
  onChange,
}: MappingProps & { readonly target: TargetShape }) {
  const words = useWords(bringInWords)
  const id = useId()
  const { name, label, required, choices: few } = target
  // What was chosen stands there at once; what it does to the rows comes from the server.
  const said = choices.map[name]
  const from = said === undefined ? target.from : said
  const column =
    from && 'column' in from ? preview.columns.find((each) => each.name === from.column) : undefined
  const take = (text: string) => onChange({ ...choices, map: { ...choices.map, [name]: fromOption(text) } })
  return (
    <li className="border-b border-rule py-2">
      <div className={row}>
        <label htmlFor={id} className="font-medium">
          {label}
          {required && (
            <span className="ml-2 text-xs font-normal text-ink-3">{words('mapping.required')}</span>
          )}
        </label>
        <select
          id={id}
          value={toOption(from)}
          onChange={({ target: { value } }) => take(value)}
          className="input select w-full pr-6"
        >
          <option value="">{words('mapping.none')}</option>
          <optgroup label={words('mapping.columns')}>
            {preview.columns
              .filter(({ filled, name: own }) => filled > 0 || own === column?.name)
              .map((each) => (
                <option key={each.name} value={`column ${each.name}`}>
                  {each.name}
                </option>
              ))}
          </optgroup>
          {few !== null && few !== 'size' && (
            <optgroup label={words('mapping.fixed')}>
              {few.map((each) => (
                <option key={each.word} value={`value ${each.word}`}>
                  {each.label}
                </option>
              ))}
            </optgroup>
          )}
        </select>
        {column && column.filled > 0 && (
          <span className="min-w-0 truncate text-ink-3">
            {words('mapping.example', { text: column.example })}
          </span>
        )}
      </div>
      {target.values.length > 0 && toOption(from) === toOption(target.from) && (
        <BringInValues
          key={toOption(from)}
          target={target}
          chosen={choices.values[name] ?? {}}
          onChange={(text, to) =>
            onChange({
              ...choices,
              values: { ...choices.values, [name]: { ...choices.values[name], [text]: to } },
            })
          }
        />
      )}
    </li>
  )
}

const toOption = (from: TakenFrom | null) =>
  from === null ? '' : 'column' in from ? `column ${from.column}` : `value ${from.value}`

function fromOption(text: string): TakenFrom | null {
  if (text === '') return null
  return text.startsWith('column ') ? { column: text.slice(7) } : { value: text.slice(6) }
}

function Identity({ preview, choices, onChange }: MappingProps) {
  const words = useWords(bringInWords)
  const [column, source] = [useId(), useId()]
  const identity = choices.identity === undefined ? preview.identity : choices.identity
  return (
    <div className="mt-4 flex flex-col gap-2">
      <div className={row}>
        <label htmlFor={column}>{words('mapping.apart')}</label>
        <select
          id={column}
          value={identity ?? ''}
          onChange={({ target: { value } }) =>
            onChange({ ...choices, identity: value === '' ? null : value })
          }
          className="input select w-full pr-6"
        >
          <option value="">{words('mapping.byTitle')}</option>
          {preview.columns
            .filter(({ filled, name }) => filled > 0 || name === identity)
            .map(({ name }) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
        </select>
      </div>
      <div className={row}>
        <label htmlFor={source}>{words('mapping.source')}</label>
        <input
          id={source}
          type="text"
          autoComplete="off"
          maxLength={60}
          defaultValue={preview.source}
          onBlur={({ target: { value } }) => {
            if (value.trim() !== preview.source) onChange({ ...choices, source: value.trim() })
          }}
          className="input w-full"
        />
      </div>
      <p className="max-w-[72ch] text-pretty text-ink-3">{words('mapping.apartHelp')}</p>
    </div>
  )
}
