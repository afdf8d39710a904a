import type { ReactNode } from 'react'
import type { Field, FieldChange, RecordDefinition } from '#kernel/shape.ts'
import { useFormat } from '#kit/language/format.ts'
import { useLanguage } from '#kit/language/language.ts'
import { Difference } from './difference.tsx'
import { RowsDifference } from './rows-difference.tsx'

interface FieldChangesProps {
  readonly definition: Pick<RecordDefinition, 'fields'>
  readonly changes: readonly FieldChange[]
}

/** What is otherwise in one version of a record than in another, field by field. */
export function FieldChanges({ definition: { fields }, changes }: FieldChangesProps) {
  const language = useLanguage()
  const format = useFormat()
  const readable = (name: string, text: string | null) => {
    const kind = fields[name]?.kind
    if (text === null || (kind !== 'day' && kind !== 'instant')) return text
    return kind === 'day' ? format.day(text) : format.moment(text)
  }
  return (
    <dl className="flex flex-col gap-1">
      {changes.map(({ field, before, after, rows }) => (
        <div key={field} className="grid gap-x-3 sm:grid-cols-[9.5rem_minmax(0,1fr)]">
          <dt className="text-ink-3">{fields[field]?.label[language] ?? field}</dt>
          <dd className="min-w-0">
            <Change field={fields[field]} rows={rows}>
              <Difference before={readable(field, before)} after={readable(field, after)} />
            </Change>
          </dd>
        </div>
      ))}
    </dl>
  )
}

interface ChangeProps {
  readonly rows: FieldChange['rows'] | undefined
  readonly field: Field | undefined
  readonly children: ReactNode
}

/** What became of rows by these, of everything else as said. */
function Change({ field, rows, children }: ChangeProps) {
  if (field?.kind !== 'rows' || !rows) return children
  return <RowsDifference columns={field.columns} rows={rows} />
}
