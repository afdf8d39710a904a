import { Link } from '@tanstack/react-router'
import type { CellProps } from '../cell.ts'
import { textOf } from '../text-of.ts'

/** The record that is referred to, by its title, leading to its page. */
export function RecordCell({ value, references }: CellProps) {
  const key = textOf(value)
  const title = references?.[key]?.title
  return (
    <Link
      to="/records/$key"
      params={{ key }}
      className={`block truncate underline-offset-2 hover:text-accent hover:underline ${references?.[key]?.archived ? 'text-ink-3' : ''}`}
      title={title === undefined ? key : `${key} ${title}`}
    >
      {title ?? key}
    </Link>
  )
}
