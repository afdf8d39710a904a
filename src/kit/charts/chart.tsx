import type { ReactNode } from 'react'
import { useWidth } from './use-width.ts'

interface ChartProps {
  /** What the picture shows, for who cannot see it; `rows` says the same in figures. */
  readonly label: string
  readonly height: number | ((width: number) => number)
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly children: (width: number, height: number) => ReactNode
}

/** A picture as wide as its place, with its figures as a table for screen readers. */
export function Chart({ label, height, head, rows, children }: ChartProps) {
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
      <div className="sr-only" data-print="no">
        <table>
          <caption>{label}</caption>
          <thead>
            <tr>
              {head.map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
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
    </div>
  )
}
