import { useMemo } from 'react'
import { Chart } from './chart.tsx'
import { graphLayout, type Edge, type Point } from './graph-layout.ts'

export interface GraphEdge extends Edge {
  readonly key: string
  /** Drawn dashed: it crosses a border. */
  readonly isCrossing: boolean
  readonly row: readonly string[]
}

interface GraphProps {
  readonly label: string
  readonly edges: readonly GraphEdge[]
  readonly nameOf: (key: string) => string
  readonly selected?: string | undefined
  readonly onSelect: (key: string) => void
}

const letter = 6.4
const line = 15

/** What changes together, drawn as what hangs together: the thicker a line, the closer. */
export function Graph({ label, edges, nameOf, selected, onSelect }: GraphProps) {
  return (
    <Chart
      label={label}
      height={(width) => Math.round(Math.min(width < 500 ? 420 : 520, 70 + edges.length * 24))}
    >
      {(width, height) => <Drawing {...{ edges, nameOf, selected, onSelect, width, height }} />}
    </Chart>
  )
}

interface DrawingProps extends Pick<GraphProps, 'edges' | 'nameOf' | 'selected' | 'onSelect'> {
  readonly width: number
  readonly height: number
}

function Drawing({ edges, nameOf, selected, onSelect, width, height }: DrawingProps) {
  const places = useMemo(() => graphLayout(edges, width, height), [edges, width, height])
  const names = useMemo(() => placeNames(places, edges, nameOf, width), [places, edges, nameOf, width])
  return (
    <>
      {edges.map((edge) => {
        const a = places.get(edge.a)
        const b = places.get(edge.b)
        if (!a || !b) return null
        const isSelected = edge.key === selected
        return (
          // The table beside holds the same pairs for the keyboard.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events,jsx-a11y/no-static-element-interactions -- see above
          <g key={edge.key} onClick={() => onSelect(edge.key)} className="cursor-pointer hover:opacity-70">
            <title>{edge.row.join(' · ')}</title>
            <line x1={a.x} y1={a.y} x2={b.x} y2={b.y} stroke="transparent" strokeWidth={14} />
            <line
              x1={a.x}
              y1={a.y}
              x2={b.x}
              y2={b.y}
              className={isSelected ? 'stroke-accent' : edge.isCrossing ? 'stroke-series-2' : 'stroke-ink-3'}
              strokeWidth={isSelected ? 4 : 0.75 + 3 * edge.strength ** 2}
              {...(edge.isCrossing && { strokeDasharray: '5 3' })}
            />
          </g>
        )
      })}
      {[...places].map(([key, { x, y }]) => (
        <circle key={key} cx={x} cy={y} r={3.5} className="fill-ink stroke-paper" strokeWidth={1.5}>
          <title>{key}</title>
        </circle>
      ))}
      {names.map(({ key, x, y, isLeft, text }) => (
        <text
          key={key}
          x={x}
          y={y}
          textAnchor={isLeft ? 'end' : 'start'}
          className="pointer-events-none fill-ink stroke-paper text-xs"
          strokeWidth={3}
          paintOrder="stroke"
        >
          {text}
        </text>
      ))}
    </>
  )
}

interface Name {
  readonly key: string
  readonly x: number
  readonly y: number
  readonly isLeft: boolean
  readonly text: string
}

/** Names for the ends with most and strongest edges first; one that would cover another is left to the pointer. */
function placeNames(
  places: ReadonlyMap<string, Point>,
  edges: readonly GraphEdge[],
  nameOf: (key: string) => string,
  width: number,
): readonly Name[] {
  const weight = new Map<string, number>()
  for (const { a, b, strength } of edges) {
    for (const key of [a, b]) weight.set(key, (weight.get(key) ?? 0) + strength)
  }
  const taken: { left: number; right: number; y: number }[] = []
  const names: Name[] = []
  for (const [key, point] of [...places].toSorted(
    ([a], [b]) => (weight.get(b) ?? 0) - (weight.get(a) ?? 0),
  )) {
    const text = nameOf(key)
    const long = text.length * letter
    for (const isLeft of point.x > width / 2 ? [false, true] : [true, false]) {
      const left = isLeft ? point.x - 7 - long : point.x + 7
      const isFree =
        left >= 0 &&
        left + long <= width &&
        taken.every((one) => Math.abs(one.y - point.y) >= line || one.right < left || one.left > left + long)
      if (!isFree) continue
      taken.push({ left, right: left + long, y: point.y })
      names.push({ key, x: isLeft ? point.x - 7 : point.x + 7, y: point.y + 4, isLeft, text })
      break
    }
  }
  return names
}
