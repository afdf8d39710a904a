import { diffArrays } from 'diff'
import { useMemo } from 'react'
import { kindOf, type FieldChange, type FlatField } from '#kernel/shape.ts'
import { useFormat } from '#kit/language/format.ts'
import { useLanguage } from '#kit/language/language.ts'
import { useWords } from '#kit/language/words.ts'
import { kitWords } from '#kit/words/words.ts'

type Rows = NonNullable<FieldChange['rows']>

interface RowsDifferenceProps {
  readonly columns: Readonly<Record<string, FlatField>>
  readonly rows: Rows
}

/** The rows that went and those that came, each cell under its name; what stayed is not repeated. */
export function RowsDifference({ columns, rows: { before, after } }: RowsDifferenceProps) {
  const words = useWords(kitWords)
  // Rows have no name but their place.
  const changed = useMemo(
    () =>
      diffArrays([...before], [...after], { comparator: (one, other) => textOf(one) === textOf(other) })
        .filter(({ added, removed }) => added || removed)
        .flatMap(({ value, added }) => value.map((row) => ({ row, isNew: added })))
        .map((each, place) => ({ ...each, place })),
    [before, after],
  )
  return (
    <ul className="flex flex-col gap-0.5">
      {changed.map(({ row, isNew, place }) => {
        const Mark = isNew ? 'ins' : 'del'
        return (
          <li key={place} className="flex gap-1.5">
            <span aria-hidden="true" className="w-2.5 shrink-0 text-ink-3">
              {isNew ? '+' : '−'}
            </span>
            <Mark className={`min-w-0 wrap-anywhere no-underline ${isNew ? '' : 'text-ink-3'}`}>
              <span className="sr-only">{words(isNew ? 'difference.row.new' : 'difference.row.gone')} </span>
              <Cells columns={columns} row={row} isGone={!isNew} />
            </Mark>
          </li>
        )
      })}
    </ul>
  )
}

interface CellsProps extends Pick<RowsDifferenceProps, 'columns'> {
  readonly row: Rows['before'][number]
  readonly isGone: boolean
}

function Cells({ columns, row, isGone }: CellsProps) {
  const language = useLanguage()
  const format = useFormat()
  const shown = Object.entries(columns).flatMap(([name, column]) => {
    const value = row[name] ?? null
    if (value === null) return []
    const text = kindOf(column).toText(column, value, language)
    return [{ name, label: column.label[language], text: column.kind === 'day' ? format.day(text) : text }]
  })
  return (
    <span className="flex flex-wrap gap-x-4">
      {shown.map(({ name, label, text }) => (
        <span key={name} className="min-w-0">
          <span className="text-ink-3">{`${label}: `}</span>
          <span className={isGone ? 'line-through' : ''}>{text}</span>
        </span>
      ))}
    </span>
  )
}

/** The same for the same row, whatever order its cells came in. */
function textOf(row: Rows['before'][number]): string {
  return JSON.stringify(Object.entries(row).sort(([one], [other]) => (one < other ? -1 : 1)))
}
