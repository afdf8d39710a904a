import type { RecordDefinition } from '#kernel/shape.ts'
import { useLanguage } from '#kit/language/language.ts'
import { useWords } from '#kit/language/words.ts'
import { Menu } from '#kit/page/menu.tsx'
import { columnFields } from '../list-view.ts'
import { rememberColumns } from '../remembered-columns.ts'
import { recordWords } from '../words/words.ts'

interface ColumnMenuProps {
  readonly definition: RecordDefinition
  readonly columns: readonly string[]
  readonly onChange: (columns: string | undefined) => void
}

/** Which fields have a column; what was chosen is remembered for the next time. */
export function ColumnMenu({ definition, columns, onChange }: ColumnMenuProps) {
  const words = useWords(recordWords)
  const language = useLanguage()
  const choose = (next: readonly string[]) => {
    const text = next.join(',')
    rememberColumns(definition.type, text)
    onChange(text === '' ? 'none' : text)
  }
  return (
    <Menu label={words('list.columns')}>
      <ul>
        {columnFields(definition).map(([name, { label }]) => (
          <li key={name}>
            <label className="flex h-7 cursor-pointer items-center gap-2">
              <input
                type="checkbox"
                className="accent-accent"
                checked={columns.includes(name)}
                onChange={({ target: { checked } }) =>
                  choose(checked ? [...columns, name] : columns.filter((one) => one !== name))
                }
              />
              {label[language]}
            </label>
          </li>
        ))}
      </ul>
      <button
        type="button"
        onClick={() => {
          rememberColumns(definition.type, null)
          onChange(undefined)
        }}
        className="mt-2 text-accent underline-offset-2 hover:underline"
      >
        {words('list.usualColumns')}
      </button>
    </Menu>
  )
}
