import { ArrowDown, ArrowUp } from 'lucide-react'
import { kindOf, type Field } from '#kernel/shape.ts'
import { nextOrder } from '../list-view.ts'

interface OrderHeadProps {
  readonly name: string
  readonly label: string
  /** Undefined for what every record has. */
  readonly field: Field | undefined
  readonly sort: string | undefined
  readonly onSort: (sort: string | undefined) => void
  readonly isFirst?: boolean
  readonly isNumber?: boolean
  /** Left out where the list has little room. */
  readonly isMinor?: boolean
}

/** Name of a column; a press orders the whole list by it. */
export function OrderHead(props: OrderHeadProps) {
  const { name, label, field, sort, onSort, isFirst = false, isNumber = false, isMinor = false } = props
  const direction = sort === name ? 'ascending' : sort === `-${name}` ? 'descending' : undefined
  const Arrow = direction === 'descending' ? ArrowDown : ArrowUp
  const canOrder = field === undefined || kindOf(field).ordering !== 'none'
  return (
    <th
      scope="col"
      {...(direction && { 'aria-sort': direction })}
      className={`sticky top-0 z-10 h-8 border-b border-rule-strong bg-paper text-xs font-medium whitespace-nowrap text-ink-3 last:pr-1 ${
        isFirst ? 'pr-2 pl-1' : 'px-2'
      } ${isNumber ? 'text-right' : 'text-left'} ${isMinor ? 'hidden @2xl:table-cell' : ''}`}
    >
      {canOrder ? (
        <button
          type="button"
          onClick={() => onSort(nextOrder(sort, name, field))}
          className="inline-flex items-center gap-1 hover:text-accent"
        >
          {label}
          {direction && <Arrow size={12} aria-hidden="true" />}
        </button>
      ) : (
        label
      )}
    </th>
  )
}
