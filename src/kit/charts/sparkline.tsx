import type { FigureShape } from '#evidence/shape.ts'
import { segmentsOf } from './segments.ts'

type Points = NonNullable<FigureShape['series']>

const width = 176
const height = 28
const inset = 3

/** The course of a figure, for the eye alone: its words are in the evidence drawer. A gap is a gap. */
export function Sparkline({ points }: { readonly points: Points }) {
  const values = points.map(({ value }) => value)
  const most = Math.max(...values.map((value) => value ?? 0), Number.MIN_VALUE)
  const x = (index: number) => inset + (index / Math.max(1, points.length - 1)) * (width - 2 * inset)
  const y = (value: number) => height - inset - (value / most) * (height - 2 * inset)
  const last = values.findLastIndex((value) => value !== null)
  const lastValue = values[last]
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      aria-hidden="true"
      className="max-w-full"
    >
      <line x1={0} x2={width} y1={height - 1} y2={height - 1} className="stroke-rule" />
      {segmentsOf(values).map((segment) => (
        <polyline
          key={segment[0]}
          // A lone point twice: a line of no length with round ends is a dot.
          points={[...segment, ...segment.slice(-1)]
            .map((index) => `${x(index)},${y(values[index] ?? 0)}`)
            .join(' ')}
          className="fill-none stroke-ink-3"
          strokeWidth={segment.length === 1 ? 3 : 1.5}
          strokeLinejoin="round"
          strokeLinecap="round"
        />
      ))}
      {typeof lastValue === 'number' && (
        <circle cx={x(last)} cy={y(lastValue)} r={2.5} className="fill-accent" />
      )}
    </svg>
  )
}
