import { Chart } from './chart.tsx'

export interface Part {
  readonly key: string
  readonly label: string
  readonly share: number
  readonly text: string
  readonly fill: string
}

interface ShareBarProps {
  readonly label: string
  readonly head: readonly [string, string]
  readonly parts: readonly Part[]
}

const barHeight = 24
const rowHeight = 18
/** Width of a letter in the labels' size, generous enough for the widest words in use. */
const letter = 6.6

/** Parts of a whole in one bar, each named beside a leader line; a name that finds no room in one row takes the next. */
export function ShareBar({ label, head, parts }: ShareBarProps) {
  const shown = parts.filter(({ share }) => share > 0)
  return (
    <Chart
      label={label}
      height={(width) => barHeight + 10 + rowsFor(shown, width) * rowHeight}
      table={{ head, rows: parts.map((part) => [part.label, part.text]) }}
    >
      {(width) => {
        const placed = placeLabels(shown, width)
        return (
          <>
            {placed.map(({ part, x, size, row }) => (
              <g key={part.key}>
                <rect x={x} width={Math.max(1, size - 1)} y={0} height={barHeight} className={part.fill} />
                <line
                  x1={x + size / 2}
                  x2={x + size / 2}
                  y1={barHeight}
                  y2={barHeight + 22 + row * rowHeight}
                  className="stroke-rule-strong"
                />
              </g>
            ))}
            {placed.map(({ part, labelX, row }) => (
              <text
                key={part.key}
                x={labelX}
                y={barHeight + 20 + row * rowHeight}
                className="fill-ink-2 stroke-paper text-xs"
                strokeWidth={4}
                paintOrder="stroke"
              >
                {part.label} <tspan className="fill-ink font-medium">{part.text}</tspan>
              </text>
            ))}
          </>
        )
      }}
    </Chart>
  )
}

interface Placed {
  readonly part: Part
  readonly x: number
  readonly size: number
  readonly labelX: number
  readonly row: number
}

function rowsFor(parts: readonly Part[], width: number): number {
  return Math.max(1, ...placeLabels(parts, width).map(({ row }) => row + 1))
}

/** Greedy from the left: each label goes to the first row in which it does not touch the one before. */
export function placeLabels(parts: readonly Part[], width: number): readonly Placed[] {
  const whole = parts.reduce((sum, { share }) => sum + share, 0) || 1
  const ends: number[] = []
  let x = 0
  return parts.map((part) => {
    const size = (part.share / whole) * width
    const long = (part.label.length + part.text.length + 1) * letter
    const middle = x + size / 2 + 4
    const labelX = Math.max(0, Math.min(middle, width - long))
    const free = ends.findIndex((end) => end + 10 <= labelX)
    const row = free === -1 ? ends.length : free
    ends[row] = labelX + long
    const placed = { part, x, size, labelX, row }
    x += size
    return placed
  })
}
