import { Link } from '@tanstack/react-router'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { kindOf, type Field, type RecordDefinition, type RecordShape } from '#kernel/shape.ts'
import { FieldCell } from '#kit/fields/field-cell.tsx'
import { useFormat } from '#kit/language/format.ts'
import { useLanguage } from '#kit/language/language.ts'
import { useWords } from '#kit/language/words.ts'
import { useKeys } from '#kit/page/use-keys.ts'
import { recordWords } from '../words/words.ts'
import { OrderHead } from './order-head.tsx'

interface RecordTableProps {
  readonly definition: RecordDefinition
  readonly records: readonly RecordShape[]
  readonly columns: readonly string[]
  readonly sort: string | undefined
  readonly onSort: (sort: string | undefined) => void
  readonly hasMore: boolean
  readonly onMore: () => void
}

const rowHeight = 32
/** Rows before the end of what is here at which the next page is asked for. */
const ahead = 20

/** Records in dense rows, only those in sight drawn; `j` and `k` walk them, Enter opens one. */
export function RecordTable(props: RecordTableProps) {
  const { definition, records, columns, sort, onSort, hasMore, onMore } = props
  const words = useWords(recordWords)
  const language = useLanguage()
  const scroller = useRef<HTMLElement>(null)
  // oxlint-disable-next-line react/incompatible-library -- nothing of it is kept between renders
  const virtual = useVirtualizer({
    count: records.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  })
  const items = virtual.getVirtualItems()
  const isNearEnd = (items.at(-1)?.index ?? 0) >= records.length - ahead
  useEffect(() => {
    if (isNearEnd && hasMore) onMore()
  }, [isNearEnd, hasMore, onMore])
  const walk = (step: 1 | -1) => {
    const current = records.findIndex(({ key }) => key === focusedKey(scroller.current))
    const next = Math.max(0, Math.min(records.length - 1, current + step))
    virtual.scrollToIndex(next)
    const key = records[next]?.key
    if (key !== undefined) rowLink(scroller.current, key)?.focus({ preventScroll: true })
  }
  useKeys({ j: () => walk(1), k: () => walk(-1) })
  const shown = columns.flatMap((name): [string, Field][] => {
    const field = definition.fields[name]
    return field ? [[name, field]] : []
  })
  const before = items[0]?.start ?? 0
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0)
  return (
    <div className="@container min-w-0">
      <section
        ref={scroller}
        aria-label={words('list.label', { name: definition.names.many[language] })}
        // What scrolls in itself must be a place where the keyboard can stand.
        {...{ tabIndex: 0 }}
        className="relative max-h-[max(24rem,calc(100dvh-17rem))] overflow-auto overscroll-x-contain"
      >
        <table className="w-full border-separate border-spacing-0" aria-rowcount={records.length + 1}>
          <thead>
            <tr>
              <OrderHead
                name="title"
                label={definition.fields[definition.title]?.label[language] ?? ''}
                field={undefined}
                sort={sort}
                onSort={onSort}
                isFirst
              />
              {shown.map(([name, field], at) => (
                <OrderHead
                  key={name}
                  name={name}
                  label={field.label[language]}
                  field={field}
                  sort={sort}
                  onSort={onSort}
                  isNumber={isNumber(field)}
                  isMinor={at > 0}
                />
              ))}
              <OrderHead
                name="updatedAt"
                label={words('list.updated')}
                field={undefined}
                sort={sort}
                onSort={onSort}
                isNumber
                isMinor
              />
            </tr>
          </thead>
          <tbody>
            <Gap height={before} />
            {items.map((item) => {
              const record = records[item.index]
              return (
                record && <RecordRow key={record.key} record={record} shown={shown} index={item.index + 2} />
              )
            })}
            <Gap height={after} />
          </tbody>
        </table>
      </section>
    </div>
  )
}

interface RecordRowProps {
  readonly record: RecordShape
  readonly shown: readonly (readonly [string, Field])[]
  readonly index: number
}

function RecordRow({ record, shown, index }: RecordRowProps) {
  const words = useWords(recordWords)
  const format = useFormat()
  const cell = 'h-8 border-b border-rule px-2 whitespace-nowrap last:pr-1'
  return (
    <tr aria-rowindex={index} className="group hover:bg-sunk has-[[data-row]:focus]:bg-accent-soft">
      <td className={`${cell} w-full max-w-0 min-w-56 pl-1 @2xl:min-w-80`}>
        <Link
          to="/records/$key"
          params={{ key: record.key }}
          data-row={record.key}
          className="flex h-8 items-center gap-3 outline-offset-[-2px]"
        >
          <span className="w-[9ch] shrink-0 font-mono text-xs text-ink-3">{record.key}</span>
          <span className="truncate font-medium" title={record.title}>
            {record.title}
          </span>
          {record.archivedAt !== null && (
            <span className="shrink-0 text-xs text-ink-3">{words('list.isArchived')}</span>
          )}
        </Link>
      </td>
      {shown.map(([name, field], at) => (
        <td
          key={name}
          className={`${cell} ${isNumber(field) ? 'text-right' : ''} ${at > 0 ? 'hidden @2xl:table-cell' : ''}`}
        >
          <div className="max-w-28 truncate @2xl:max-w-52">
            <FieldCell field={field} value={record.fields[name]} references={record.references} />
          </div>
        </td>
      ))}
      <td className={`${cell} hidden text-right text-ink-3 @2xl:table-cell`}>
        <time dateTime={record.updatedAt} title={format.moment(record.updatedAt)}>
          {format.day(record.updatedAt)}
        </time>
      </td>
    </tr>
  )
}

function isNumber(field: Field): boolean {
  const { cell } = kindOf(field)
  return cell === 'number' || cell === 'money' || cell === 'duration'
}

function focusedKey(within: HTMLElement | null): string | undefined {
  const { activeElement } = document
  return activeElement instanceof HTMLElement && within?.contains(activeElement)
    ? activeElement.dataset['row']
    : undefined
}

function rowLink(within: HTMLElement | null, key: string): HTMLElement | null {
  return within?.querySelector<HTMLElement>(`[data-row="${CSS.escape(key)}"]`) ?? null
}

/** Stands for the rows out of sight. */
function Gap({ height }: { readonly height: number }) {
  return height > 0 ? <tr aria-hidden="true" style={{ height }} /> : null
}
