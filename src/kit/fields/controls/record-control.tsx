import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { parseKey, type RecordDefinition, type RecordShape } from '#kernel/shape.ts'
import { useLanguage } from '#kit/language/language.ts'
import { useWords } from '#kit/language/words.ts'
import { foundQuery } from '#kit/records/record-queries.ts'
import { useRecordTypes } from '#kit/records/record-types.ts'
import { writing, type ControlProps } from '../control.ts'
import { fieldWords } from '../words/words.ts'

interface RecordControlProps extends ControlProps {
  /** Told what the record that was chosen is called. */
  readonly onTitle?: (key: string, title: string) => void
}

/** Another record, found by the words of its title or named by its key. */
export function RecordControl(props: RecordControlProps) {
  const { field, value, references, onTitle } = props
  const types = useRecordTypes()
  const target = field.kind === 'person' ? 'person' : field.kind === 'reference' ? field.to : null
  const definition = types.all.find(({ type }) => type === target)
  const [title, setTitle] = useState<string | undefined>(
    typeof value === 'string' ? references?.[value]?.title : undefined,
  )
  if (!definition) return null
  if (typeof value === 'string' && parseKey(value))
    return <Chosen {...props} chosen={value} title={title ?? references?.[value]?.title} />
  return (
    <Search
      {...props}
      definition={definition}
      onTitle={(key, name) => {
        setTitle(name)
        onTitle?.(key, name)
      }}
    />
  )
}

interface ChosenProps extends ControlProps {
  readonly chosen: string
  readonly title: string | undefined
}

function Chosen({ id, chosen, title, onChange, isDisabled, describedBy }: ChosenProps) {
  const words = useWords(fieldWords)
  return (
    <span className="input inline-flex max-w-full items-center gap-2 pr-1">
      <span className="font-mono text-xs text-ink-3">{chosen}</span>
      <span className="min-w-0 truncate">{title}</span>
      <button
        id={id}
        type="button"
        disabled={isDisabled ?? false}
        aria-label={words('record.clear', { key: chosen })}
        {...(describedBy !== undefined && { 'aria-describedby': describedBy })}
        onClick={() => onChange(null)}
        className="inline-flex size-6 shrink-0 items-center justify-center text-ink-3 hover:text-ink"
      >
        <X size={14} aria-hidden="true" />
      </button>
    </span>
  )
}

interface SearchProps extends ControlProps {
  readonly definition: RecordDefinition
  readonly onTitle: (key: string, title: string) => void
}

function Search(props: SearchProps) {
  const { id, definition, onChange, onTitle, value } = props
  const words = useWords(fieldWords)
  const language = useLanguage()
  const [text, setText] = useState(typeof value === 'string' ? value : '')
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const { data, isFetching } = useQuery({ ...foundQuery(definition, text.trim()), enabled: isOpen })
  const found = data?.records ?? []
  const choose = (record: RecordShape | undefined) => {
    if (!record) return
    onTitle(record.key, record.title)
    onChange(record.key)
    setOpen(false)
  }
  const list = `${id}-found`
  useEffect(() => {
    // In a form that scrolls the list may open below its end.
    if (isOpen && found.length > 0)
      document.querySelector(`#${CSS.escape(list)}`)?.scrollIntoView({ block: 'nearest' })
  }, [isOpen, list, found.length])
  const onKey = (event: React.KeyboardEvent) => {
    if (event.key === 'ArrowDown') setActive((active + 1) % Math.max(1, found.length))
    else if (event.key === 'ArrowUp') setActive((active - 1 + found.length) % Math.max(1, found.length))
    else if (event.key === 'Enter' && isOpen && text.trim() !== '') choose(found[active])
    else if (event.key === 'Escape' && isOpen) {
      event.stopPropagation()
      setOpen(false)
    } else return
    event.preventDefault()
  }
  return (
    <div className="relative max-w-md">
      <input
        {...writing(props)}
        type="text"
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={list}
        aria-autocomplete="list"
        {...(isOpen && found.length > 0 && { 'aria-activedescendant': `${list}-${active}` })}
        autoComplete="off"
        spellCheck={false}
        placeholder={definition.names.one[language]}
        value={text}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKey}
        onChange={(event) => {
          setText(event.target.value)
          setActive(0)
          setOpen(true)
          onChange(event.target.value.trim() === '' ? null : event.target.value)
        }}
        className="input w-full"
      />
      <div
        id={list}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a datalist can be neither styled nor asked
        role="listbox"
        tabIndex={-1}
        aria-label={definition.names.many[language]}
        hidden={!isOpen}
        className="absolute inset-x-0 top-full z-20 mt-1 max-h-72 overflow-y-auto rounded-xs bg-raised py-1 shadow-raised"
      >
        {found.map((record, at) => (
          // The keys are the input's: it keeps the focus.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- see above
          <div
            key={record.key}
            id={`${list}-${at}`}
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- as of its list
            role="option"
            tabIndex={-1}
            aria-selected={at === active}
            // Before the input loses the focus, which would close the list under the pointer.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(record)}
            className="flex h-8 cursor-pointer items-center gap-2 px-2 aria-selected:bg-accent-soft hover:bg-sunk"
          >
            <span className="shrink-0 font-mono text-xs text-ink-3">{record.key}</span>
            <span className="truncate">{record.title}</span>
          </div>
        ))}
        {found.length === 0 && (
          <div
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- as of its list
            role="option"
            tabIndex={-1}
            aria-selected="false"
            aria-disabled="true"
            className="px-2 py-1 text-ink-3"
          >
            {words(isFetching || !data ? 'record.searching' : 'record.nothing')}
          </div>
        )}
      </div>
    </div>
  )
}
