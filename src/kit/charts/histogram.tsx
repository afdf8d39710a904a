import { Chart } from './chart.tsx'

export interface Bucket {
  readonly label: string
  /** Name of its upper edge on the axis, where it has one. */
  readonly edge: string | null
  readonly count: number
}

export interface Mark {
  /** Place on the axis in buckets: 2.5 is the middle of the third. */
  readonly at: number
  readonly label: string
}

interface HistogramProps {
  readonly label: string
  readonly head: readonly [string, string]
  readonly buckets: readonly Bucket[]
  readonly marks: readonly Mark[]
  readonly count: (count: number) => string
}

const bottom = 22
const bars = 128
const markHeight = 18
const letter = 6.6

/** How many fall into each bucket, each column with its count; marks name points on the axis. */
export function Histogram({ label, head, buckets, marks, count }: HistogramProps) {
  const top = marks.length * markHeight + 18
  const height = top + bars + bottom
  const greatest = Math.max(1, ...buckets.map((bucket) => bucket.count))
  return (
    <Chart
      label={label}
      height={height}
      table={{ head, rows: buckets.map((bucket) => [bucket.label, count(bucket.count)]) }}
    >
      {(width) => {
        const slot = width / Math.max(1, buckets.length)
        const y = (value: number) => top + (1 - value / greatest) * bars
        // Names on the left of their lines go up to the right, those on the right go down: no line crosses a name.
        const isLeft = marks.some(({ label, at }) => at * slot + room(label) > width)
        const row = (index: number) => (isLeft ? marks.length - 1 - index : index)
        return (
          <>
            <line
              x1={0}
              x2={width}
              y1={top + bars + 0.5}
              y2={top + bars + 0.5}
              className="stroke-rule-strong"
            />
            {buckets.map((bucket, index) => (
              <g key={bucket.label}>
                <rect
                  x={index * slot + 1}
                  width={Math.max(1, slot - 2)}
                  y={y(bucket.count)}
                  height={top + bars - y(bucket.count)}
                  className="fill-series-1"
                />
                {bucket.edge !== null && index < buckets.length - 1 && (slot >= 34 || index % 2 === 1) && (
                  <text
                    x={(index + 1) * slot}
                    y={height - 6}
                    textAnchor="middle"
                    className="fill-ink-3 text-xs"
                  >
                    {bucket.edge}
                  </text>
                )}
              </g>
            ))}
            {marks.map((mark, index) => (
              <line
                key={mark.label}
                x1={mark.at * slot}
                x2={mark.at * slot}
                y1={3 + row(index) * markHeight}
                y2={top + bars}
                className="stroke-ink"
                strokeDasharray="2 3"
              />
            ))}
            {buckets.map((bucket, index) => (
              <text
                key={bucket.label}
                x={(index + 0.5) * slot}
                y={y(bucket.count) - 4}
                textAnchor="middle"
                className="fill-ink-2 stroke-paper text-xs"
                strokeWidth={4}
                paintOrder="stroke"
              >
                {bucket.count > 0 ? count(bucket.count) : ''}
              </text>
            ))}
            {marks.map((mark, index) => (
              <MarkName
                key={mark.label}
                label={mark.label}
                x={mark.at * slot}
                y={12 + row(index) * markHeight}
                // Where even the left has no room the line is crossed after all.
                isLeft={isLeft && mark.at * slot >= room(mark.label)}
              />
            ))}
          </>
        )
      }}
    </Chart>
  )
}

interface MarkNameProps {
  readonly label: string
  readonly x: number
  readonly y: number
  readonly isLeft: boolean
}

/** Beside its line, over the lines of the others. */
function MarkName({ label, x, y, isLeft }: MarkNameProps) {
  return (
    <text
      x={isLeft ? x - 5 : x + 5}
      y={y}
      textAnchor={isLeft ? 'end' : 'start'}
      className="fill-ink stroke-paper text-xs"
      strokeWidth={4}
      paintOrder="stroke"
    >
      {label}
    </text>
  )
}

function room(label: string): number {
  return 6 + label.length * letter
}
