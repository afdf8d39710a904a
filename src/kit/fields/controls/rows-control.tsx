import { ArrowUp, Plus, X } from 'lucide-react'
import { useId, useState } from 'react'
import { useLanguage } from '#kit/language/language.ts'
import { useWords } from '#kit/language/words.ts'
import type { ControlProps } from '../control.ts'
import { fieldWords } from '../words/words.ts'
import { columnControl } from './flat-controls.ts'

interface Line {
  /** Stays with the row while others move around it. */
  readonly id: number
  readonly cells: Readonly<Record<string, unknown>>
}

let lastId = 0
const toLine = (cells: Readonly<Record<string, unknown>>): Line => ({ id: ++lastId, cells })

/** A short table to write in, row by row. */
export function RowsControl({
  id,
  field,
  value,
  onChange,
  references,
  describedBy,
  isDisabled = false,
}: ControlProps) {
  const words = useWords(fieldWords)
  const language = useLanguage()
  const own = useId()
  const [lines, setLines] = useState<readonly Line[]>(() => (Array.isArray(value) ? value.map(toLine) : []))
  if (field.kind !== 'rows') return null
  const columns = Object.entries(field.columns)
  const change = (next: readonly Line[]) => {
    setLines(next)
    onChange(next.length === 0 ? null : next.map(({ cells }) => cells))
  }
  const put = (at: number, name: string, cell: unknown) =>
    change(
      lines.map((line, index) => (index === at ? { ...line, cells: { ...line.cells, [name]: cell } } : line)),
    )
  const isFull = lines.length >= (field.most ?? 50)
  return (
    <fieldset
      id={id}
      aria-labelledby={`${id}-label`}
      {...(describedBy !== undefined && { 'aria-describedby': describedBy })}
      className="flex min-w-0 flex-col gap-2"
    >
      {lines.map((line, at) => (
        <div key={line.id} className="flex items-start gap-2 border-l-2 border-rule pl-3">
          <div className="grid min-w-0 flex-1 grid-cols-[repeat(auto-fill,minmax(9.5rem,1fr))] gap-x-3 gap-y-2">
            {columns.map(([name, column]) => {
              const Control = columnControl(column)
              return (
                <div key={name} className="flex min-w-0 flex-col gap-0.5">
                  <span className="text-xs text-ink-3" aria-hidden="true">
                    {column.label[language]}
                  </span>
                  <Control
                    id={`${own}-${line.id}-${name}`}
                    field={column}
                    value={line.cells[name] ?? null}
                    label={words('rows.cell', { column: column.label[language], number: at + 1 })}
                    {...(references && { references })}
                    isDisabled={isDisabled}
                    onChange={(cell) => put(at, name, cell)}
                  />
                </div>
              )
            })}
          </div>
          {!isDisabled && (
            <div className="flex">
              {at > 0 && (
                <IconButton
                  label={words('rows.up', { number: at + 1 })}
                  onClick={() => change(lines.with(at - 1, line).with(at, lines[at - 1] ?? line))}
                >
                  <ArrowUp size={14} aria-hidden="true" />
                </IconButton>
              )}
              <IconButton
                label={words('rows.remove', { number: at + 1 })}
                onClick={() => change(lines.toSpliced(at, 1))}
              >
                <X size={14} aria-hidden="true" />
              </IconButton>
            </div>
          )}
        </div>
      ))}
      {!isDisabled && (
        <button
          type="button"
          disabled={isFull}
          onClick={() => change([...lines, toLine({})])}
          className="inline-flex h-8 items-center gap-1.5 self-start text-accent underline-offset-2 hover:underline disabled:text-ink-3"
        >
          <Plus size={14} aria-hidden="true" /> {words('rows.add')}
        </button>
      )}
    </fieldset>
  )
}

interface IconButtonProps {
  readonly label: string
  readonly onClick: () => void
  readonly children: React.ReactNode
}

function IconButton({ label, onClick, children }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={onClick}
      className="inline-flex size-7 items-center justify-center rounded-xs text-ink-3 hover:bg-sunk hover:text-ink"
    >
      {children}
    </button>
  )
}
