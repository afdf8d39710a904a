import type { ReactNode } from 'react'
import { useWidth } from './use-width.ts'

interface ChartTable {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

interface ChartProps {
  /** What the picture shows, for who cannot see it. */
  readonly label: string
  readonly height: number | ((width: number) => number)
  /** The same in figures, where no table stands beside it. */
  readonly table?: ChartTable
  readonly children: (width: number, height: number) => ReactNode
}

/** A picture as wide as its place; what it shows is said in words, or stands in a table beside it or hidden behind it. */
export function Chart({ label, height, table, children }: ChartProps) {
  const [ref, width] = useWidth<HTMLDivElement>()
  const high = typeof height === 'function' ? height(width) : height
  return (
    <div ref={ref} className="min-w-0">
      <svg
        role="img"
        aria-label={label}
        width={width}
        height={high}
        viewBox={`0 0 ${width} ${high}`}
        className="block"
      >
        {width > 0 && children(width, high)}
      </svg>
      {table && <HiddenTable label={label} table={table} />}
    </div>
  )
}

function HiddenTable({ label, table }: { readonly label: string; readonly table: ChartTable }) {
  return (
    <div className="sr-only" data-print="no">
      <table>
        <caption>{label}</caption>
        <thead>
          <tr>
            {table.head.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row[0]}>
              {row.map((cell, index) => (
                // oxlint-disable-next-line react/no-array-index-key -- cells keep their place in a row
                <td key={index}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
