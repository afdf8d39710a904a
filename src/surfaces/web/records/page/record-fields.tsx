import { useState } from 'react'
import type { Field, RecordDefinition, RecordShape } from '#kernel/shape.ts'
import { useMay } from '#kit/api/use-may.ts'
import { useLanguage } from '#kit/language/language.ts'
import { useWords } from '#kit/language/words.ts'
import { recordWords } from '../words/words.ts'
import { EditableField } from './editable-field.tsx'

interface RecordFieldsProps {
  readonly definition: RecordDefinition
  readonly record: RecordShape
}

/** What the record says, field by field, each to be changed where it stands; what is empty waits below. */
export function RecordFields({ definition, record }: RecordFieldsProps) {
  const words = useWords(recordWords)
  const language = useLanguage()
  const mayWrite = useMay()(definition.writers)
  const [shown, setShown] = useState<readonly string[]>([])
  // Title and state stand above it all.
  const all = Object.entries(definition.fields).filter(
    ([name, { kind }]) => name !== definition.title && kind !== 'state',
  )
  const isFilled = ([name]: readonly [string, Field]) => (record.fields[name] ?? null) !== null
  // One that was opened stays where it is, whatever is written into it.
  const visible = all.filter((entry) => isFilled(entry) || shown.includes(entry[0]))
  // What verbs alone write is not waited for here.
  const empty = all.filter(
    (entry) => !isFilled(entry) && !shown.includes(entry[0]) && entry[1].written === undefined,
  )
  const groupOf = (group: string | undefined) => visible.filter(([, field]) => field.group === group)
  const parts = [
    { title: undefined, fields: groupOf(undefined) },
    ...Object.entries(definition.groups ?? {}).map(([group, label]) => ({
      title: label[language],
      fields: groupOf(group),
    })),
  ].filter(({ fields }) => fields.length > 0)
  return (
    <section aria-label={words('record.fields')} className="flex min-w-0 flex-col gap-7">
      {parts.map(({ title, fields }) => (
        <div key={title ?? ''}>
          {title !== undefined && <h2 className="mb-1 text-md font-semibold">{title}</h2>}
          <dl>
            {fields.map(([name, field]) => (
              <EditableField
                key={name}
                definition={definition}
                record={record}
                name={name}
                field={field}
                isOpenAtFirst={shown.includes(name)}
                onLeft={() => setShown(shown.filter((one) => one !== name))}
              />
            ))}
          </dl>
        </div>
      ))}
      {mayWrite && empty.length > 0 && record.archivedAt === null && (
        <div data-print="no">
          <p className="mb-1.5 text-xs text-ink-3">{words('record.more', { count: empty.length })}</p>
          <ul className="flex flex-wrap gap-1.5">
            {empty.map(([name, field]) => (
              <li key={name}>
                <button
                  type="button"
                  onClick={() => setShown([...shown, name])}
                  className="h-7 rounded-xs border border-dashed border-rule-strong px-2 text-ink-2 hover:border-accent hover:text-accent"
                >
                  <span aria-hidden="true">+ </span>
                  {field.label[language]}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}
