import { useVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useRef, type ReactNode } from 'react'
import { useLanguage } from '#kit/language/language.ts'
import { useWords } from '#kit/language/words.ts'
import { useView } from '#kit/view/use-view.ts'
import { kitWords } from '#kit/words/words.ts'
import { ColumnHead } from './column-head.tsx'
import { parseSort, sortRows, type SortValue } from './sort-rows.ts'

export interface Column<Row> {
  readonly key: string
  readonly title: string
  readonly render: (row: Row) => ReactNode
  /** Without it the table cannot be ordered by this column. */
  readonly sortBy?: (row: Row) => SortValue
  readonly isNumber?: boolean
  /** Takes the room that the others leave. */
  readonly isWide?: boolean
  /** Left out where the table has little room. */
  readonly isMinor?: boolean
}

interface DataTableProps<Row> {
  /** Name of the table in the address. */
  readonly id: string
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  /** Rows that there are in all, when not all were fetched. */
  readonly total?: number
  readonly keyOf: (row: Row) => string
  readonly selected?: string | undefined
  readonly onSelect?: (key: string) => void
  /** Pixels; longer tables scroll in themselves. */
  readonly height?: number
  /** Rows of two lines. */
  readonly isTall?: boolean
}

const rowHeight = 32
const tallRowHeight = 44
/** What scrolls in itself must be a place where the keyboard can stand. */
const reachable = { tabIndex: 0 }

/** A dense table: ordered by its heads, only the rows in sight drawn, the order kept in the address. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const {
    id,
    label,
    columns,
    rows,
    total = rows.length,
    keyOf,
    selected,
    onSelect,
    height = 420,
    isTall,
  } = props
  const words = useWords(kitWords)
  const language = useLanguage()
  const view = useView()
  const sort = useMemo(() => parseSort(view.sort, id), [view.sort, id])
  const ordered = useMemo(() => {
    const column = columns.find(({ key }) => key === sort?.column)
    return sort && column?.sortBy ? sortRows(rows, column.sortBy, sort.descending, language) : rows
  }, [columns, rows, sort, language])
  const scroller = useRef<HTMLElement>(null)
  // oxlint-disable-next-line react/incompatible-library -- nothing of it is kept between renders
  const virtual = useVirtualizer({
    count: ordered.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => (isTall ? tallRowHeight : rowHeight),
    overscan: 12,
  })
  if (rows.length === 0) return <p className="text-ink-2">{words('table.none')}</p>
  const items = virtual.getVirtualItems()
  const before = items[0]?.start ?? 0
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0)
  return (
    <div className="@container min-w-0">
      <section
        ref={scroller}
        aria-label={words('table.label', { label })}
        {...reachable}
        className="overflow-auto overscroll-x-contain"
        style={{ maxHeight: height }}
      >
        <table className="w-full border-separate border-spacing-0" aria-rowcount={ordered.length + 1}>
          <thead>
            <tr>
              {columns.map((column) => (
                <ColumnHead key={column.key} table={id} column={column} sort={sort} />
              ))}
            </tr>
          </thead>
          <tbody>
            <Gap height={before} />
            {items.map((item) => {
              const row = ordered[item.index]
              if (row === undefined) return null
              const key = keyOf(row)
              return (
                <tr
                  key={key}
                  aria-rowindex={item.index + 2}
                  {...(onSelect && { onClick: () => onSelect(key), 'aria-current': selected === key })}
                  className={`${isTall ? 'h-11' : 'h-8'} ${selected === key ? 'bg-accent-soft' : 'hover:bg-sunk'}`}
                >
                  {columns.map((column, index) => (
                    <td key={column.key} className={cellLook(column)}>
                      {onSelect && index === 0 ? (
                        // Its press reaches the row, as one of the pointer anywhere in it does.
                        <button type="button" className="block w-full text-left">
                          {column.render(row)}
                        </button>
                      ) : (
                        column.render(row)
                      )}
                    </td>
                  ))}
                </tr>
              )
            })}
            <Gap height={after} />
          </tbody>
        </table>
      </section>
      <p className="mt-2 text-xs text-ink-3">
        {total > rows.length
          ? words('table.first', { shown: rows.length, total })
          : words('table.rows', { count: rows.length })}
      </p>
    </div>
  )
}

/** Stands for the rows out of sight. */
function Gap({ height }: { readonly height: number }) {
  return height > 0 ? <tr aria-hidden="true" style={{ height }} /> : null
}

function cellLook<Row>({ isNumber, isWide, isMinor }: Column<Row>): string {
  return [
    'border-b border-rule px-2 first:pl-0 last:pr-0 whitespace-nowrap',
    isNumber ? 'text-right' : '',
    isWide ? 'w-full max-w-0 min-w-24 @md:min-w-40' : '',
    isMinor ? 'hidden @md:table-cell' : '',
  ].join(' ')
}
