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
const dot = 3.5

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
        <circle key={key} cx={x} cy={y} r={dot} className="fill-ink stroke-paper" strokeWidth={1.5}>
          <title>{key}</title>
        </circle>
      ))}
      {names.map(({ key, x, y, anchor, text }) => (
        <text
          key={key}
          x={x}
          y={y}
          textAnchor={anchor}
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
  readonly anchor: Anchor
  readonly text: string
}

type Anchor = 'start' | 'middle' | 'end'

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Names for the ends with most and strongest edges first; one that would cover another or an end is left to the pointer. */
export function placeNames(
  places: ReadonlyMap<string, Point>,
  edges: readonly Edge[],
  nameOf: (key: string) => string,
  width: number,
): readonly Name[] {
  const weight = new Map<string, number>()
  for (const { a, b, strength } of edges) {
    for (const key of [a, b]) weight.set(key, (weight.get(key) ?? 0) + strength)
  }
  const taken: Box[] = [...places.values()].map(({ x, y }) => ({
    left: x - dot,
    right: x + dot,
    top: y - dot,
    bottom: y + dot,
  }))
  const names: Name[] = []
  for (const [key, point] of [...places].toSorted(
    ([a], [b]) => (weight.get(b) ?? 0) - (weight.get(a) ?? 0),
  )) {
    const text = nameOf(key)
    for (const name of placesAround(point, key, text, width)) {
      const box = boxOf(name)
      if (box.left < 0 || box.right > width || taken.some((one) => overlap(one, box))) continue
      taken.push(box)
      names.push(name)
      break
    }
  }
  return names
}

/** Beside the end on its outer side, on its inner one, below it, above it. */
function placesAround({ x, y }: Point, key: string, text: string, width: number): readonly Name[] {
  const right: Name = { key, text, x: x + 7, y: y + 4, anchor: 'start' }
  const left: Name = { key, text, x: x - 7, y: y + 4, anchor: 'end' }
  const below: Name = { key, text, x, y: y + line + 2, anchor: 'middle' }
  const above: Name = { key, text, x, y: y - 8, anchor: 'middle' }
  return x > width / 2 ? [right, left, below, above] : [left, right, below, above]
}

function boxOf({ text, x, y, anchor }: Name): Box {
  const long = text.length * letter
  const left = anchor === 'start' ? x : anchor === 'end' ? x - long : x - long / 2
  return { left, right: left + long, top: y - line + 4, bottom: y + 3 }
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}
