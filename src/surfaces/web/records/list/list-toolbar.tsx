import { X } from 'lucide-react'
import { useEffect, useState, type RefObject } from 'react'
import type { RecordDefinition } from '#kernel/shape.ts'
import { useLanguage } from '#kit/language/language.ts'
import { useWords } from '#kit/language/words.ts'
import { filtersOf, filtersToText, type ListView } from '../list-view.ts'
import { nameWithin } from '../name-within.ts'
import { recordWords } from '../words/words.ts'
import { ColumnMenu } from './column-menu.tsx'
import { FilterMenu, FilterValue, useFilterName } from './filter-menu.tsx'

interface ListToolbarProps {
  readonly definition: RecordDefinition
  readonly view: ListView
  readonly onChange: (
    change: { [Key in keyof ListView]?: ListView[Key] | undefined },
    step?: 'replace',
  ) => void
  readonly columns: readonly string[]
  readonly total: number | null
  readonly csv: string
  readonly search: RefObject<HTMLInputElement | null>
}

/** What narrows a list and says how it is shown, and how much there is. */
export function ListToolbar({ definition, view, onChange, columns, total, csv, search }: ListToolbarProps) {
  const words = useWords(recordWords)
  const language = useLanguage()
  const filters = filtersOf(view, definition)
  const nameOf = useFilterName(definition)
  const name = definition.names.many[language]
  const title = definition.fields[definition.title]?.label
  return (
    <div className="mb-2 flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-x-1 gap-y-2">
        <TitleSearch
          label={title ? words('list.search', { name: nameWithin(title, language) }) : name}
          value={view.title ?? ''}
          onChange={(title) => onChange({ title: title === '' ? undefined : title }, 'replace')}
          input={search}
        />
        <FilterMenu
          definition={definition}
          filters={filters}
          onChange={(next) => onChange({ where: filtersToText(next) })}
        />
        <ColumnMenu
          definition={definition}
          columns={columns}
          onChange={(next) => onChange({ columns: next }, 'replace')}
        />
        <select
          aria-label={words('list.archived')}
          value={view.archived ?? 'without'}
          onChange={({ target: { value } }) =>
            onChange({ archived: value === 'only' || value === 'with' ? value : undefined })
          }
          className={`select field-sizing-content ${view.archived === undefined ? 'text-ink-2' : 'font-medium'}`}
        >
          {(['without', 'only', 'with'] as const).map((which) => (
            <option key={which} value={which}>
              {words(`list.archived.${which}`)}
            </option>
          ))}
        </select>
        <span className="ml-auto flex items-center gap-4 text-xs text-ink-3">
          <output>{total !== null && words('list.total', { count: total })}</output>
          <a
            href={csv}
            download
            aria-label={words('list.csvOf', { name })}
            className="underline-offset-2 hover:text-accent hover:underline"
          >
            {words('list.csv')}
          </a>
        </span>
      </div>
      {Object.keys(filters).length > 0 && (
        <ul className="flex flex-wrap gap-2">
          {Object.entries(filters).map(([field, value]) => (
            <li key={field} className="flex h-7 max-w-full items-center rounded-xs bg-accent-soft pl-2">
              <span className="text-ink-2">{nameOf(field)}</span>
              <span className="ml-1.5 max-w-64 truncate font-medium">
                <FilterValue definition={definition} name={field} value={value} />
              </span>
              <button
                type="button"
                aria-label={words('list.without', { name: nameOf(field) })}
                onClick={() => {
                  const { [field]: _, ...rest } = filters
                  onChange({ where: filtersToText(rest) })
                }}
                className="inline-flex size-7 items-center justify-center text-ink-2 hover:text-ink"
              >
                <X size={12} aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

const patience = 200

interface TitleSearchProps {
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
  readonly input: RefObject<HTMLInputElement | null>
}

/** Narrows once the writing rests for a moment. */
function TitleSearch({ label, value, onChange, input }: TitleSearchProps) {
  const [text, setText] = useState(value)
  const [told, setTold] = useState(value)
  // Another address, by Back for instance, says something else than was written here.
  if (value !== told) {
    setTold(value)
    setText(value)
  }
  useEffect(() => {
    const next = text.trim()
    if (next === told) return
    const timer = setTimeout(() => {
      setTold(next)
      onChange(next)
    }, patience)
    return () => clearTimeout(timer)
  }, [text, told, onChange])
  return (
    <input
      ref={input}
      type="search"
      aria-label={label}
      placeholder={label}
      autoComplete="off"
      value={text}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') event.currentTarget.blur()
      }}
      className="input mr-1 w-full sm:w-56"
    />
  )
}
