import type { CellProps } from '../cell.ts'
import { RecordCell } from './record-cell.tsx'

/** The records that are referred to, by their titles, each leading to its page. */
export function RecordsCell({ value, ...props }: CellProps) {
  if (!Array.isArray(value)) return null
  return (
    <ul className="flex min-w-0 flex-wrap gap-x-3">
      {value.map((key) => (
        <li key={String(key)} className="min-w-0 max-w-full">
          <RecordCell {...props} value={String(key)} />
        </li>
      ))}
    </ul>
  )
}
