import { lazy, Suspense } from 'react'
import { kindOf, type Field, type FieldValue, type FlatField, type ReferenceShape } from '#kernel/shape.ts'
import { useLanguage } from '#kit/language/language.ts'
import { useKeyboardStop } from '#kit/page/use-keyboard-stop.ts'
import { filesOf } from './attached-file.tsx'
import { AttachmentsView } from './attachments-view.tsx'
import { FieldCell } from './field-cell.tsx'

const MarkdownText = lazy(() =>
  import('./markdown-text.tsx').then((part) => ({ default: part.MarkdownText })),
)

const none = {}

/** What a list cuts off a page shows to its end. */
const whole = '[&_.truncate]:wrap-break-word [&_.truncate]:whitespace-normal'

interface FieldValueViewProps {
  readonly field: Field
  readonly value: FieldValue | null | undefined
  readonly references?: Readonly<Record<string, ReferenceShape>>
}

/** The value of a field whole, as a page shows it: texts read as Markdown, rows as a table, the rest as in a list. */
export function FieldValueView({ field, value, references = none }: FieldValueViewProps) {
  if (field.kind === 'markdown' && typeof value === 'string')
    return (
      <Suspense fallback={<span className="block whitespace-pre-wrap">{value}</span>}>
        <MarkdownText text={value} />
      </Suspense>
    )
  if (field.kind === 'rows' && Array.isArray(value))
    return <RowsTable columns={field.columns} rows={value} references={references} />
  if (field.kind === 'attachments') {
    const files = filesOf(value)
    if (files.length > 0) return <AttachmentsView files={files} />
  }
  if (field.kind === 'tags' && Array.isArray(value))
    return (
      <span className="flex flex-wrap gap-1">
        {value.map((tag) => (
          <span key={String(tag)} className="rounded-xs bg-sunk px-1.5 wrap-anywhere text-ink-2">
            {String(tag)}
          </span>
        ))}
      </span>
    )
  if (field.kind === 'short-text' && typeof value === 'string')
    return <span className="wrap-anywhere">{value}</span>
  return (
    <div className={whole}>
      <FieldCell field={field} value={value} references={references} />
    </div>
  )
}

interface RowsTableProps {
  readonly columns: Readonly<Record<string, FlatField>>
  readonly rows: readonly unknown[]
  readonly references: Readonly<Record<string, ReferenceShape>>
}

function RowsTable({ columns, rows, references }: RowsTableProps) {
  const language = useLanguage()
  const stop = useKeyboardStop()
  const shown = Object.entries(columns)
  const isNumber = (column: FlatField) => kindOf(column).cell === 'number'
  const look = (column: FlatField) => (isNumber(column) ? 'text-right' : 'text-left')
  return (
    <div {...stop} className="relative max-w-full overflow-x-auto">
      <table className="border-separate border-spacing-0">
        <thead>
          <tr>
            {shown.map(([name, column]) => (
              <th
                key={name}
                scope="col"
                className={`border-b border-rule-strong py-1 pr-5 text-xs font-medium whitespace-nowrap text-ink-3 ${look(column)}`}
              >
                {column.label[language]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- rows have no name but their place
            <tr key={at}>
              {shown.map(([name, column]) => (
                <td key={name} className={`border-b border-rule py-1 pr-5 align-top ${look(column)}`}>
                  <div
                    className={`max-w-56 min-w-12 hyphens-auto ${isNumber(column) ? 'ml-auto w-max' : ''} ${whole}`}
                  >
                    <FieldCell field={column} value={cellOf(row, name)} references={references} />
                  </div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function cellOf(row: unknown, name: string): string | number | boolean | null {
  const cell: unknown = typeof row === 'object' && row !== null ? Reflect.get(row, name) : null
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? cell : null
}
