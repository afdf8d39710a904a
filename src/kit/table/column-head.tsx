import { ArrowDown, ArrowUp } from 'lucide-react'
import { useChangeView } from '#kit/view/use-view.ts'
import type { Column } from './data-table.tsx'
import { nextSort, sortText, type Sort } from './sort-rows.ts'

interface ColumnHeadProps<Row> {
  readonly table: string
  readonly column: Column<Row>
  readonly sort: Sort | null
}

/** Name of a column; a press orders the table by it. */
export function ColumnHead<Row>({ table, column, sort }: ColumnHeadProps<Row>) {
  const changeView = useChangeView()
  const isSorted = sort?.column === column.key
  const Arrow = sort?.descending ? ArrowDown : ArrowUp
  const order = () =>
    changeView({ sort: sortText(table, nextSort(sort, column.key, column.isNumber ?? false)) })
  return (
    <th
      scope="col"
      {...(isSorted && { 'aria-sort': sort.descending ? 'descending' : 'ascending' })}
      className={`sticky top-0 z-10 h-8 border-b border-rule-strong bg-paper px-2 text-xs font-medium whitespace-nowrap text-ink-3 first:pl-0 last:pr-0 ${
        column.isNumber ? 'text-right' : 'text-left'
      } ${column.isMinor ? 'hidden @md:table-cell' : ''}`}
    >
      {column.sortBy ? (
        <button type="button" onClick={order} className="inline-flex items-center gap-1 hover:text-accent">
          {column.title}
          {isSorted && <Arrow size={12} aria-hidden="true" />}
        </button>
      ) : (
        column.title
      )}
    </th>
  )
}
