import { Chart } from './chart.tsx'
import { fittingText } from './fitting-text.ts'
import { widthOfSmall } from './text-width.ts'

export interface NeighbourGroup {
  /** What they are to the one in the middle. */
  readonly name: string
  readonly neighbours: readonly { readonly key: string; readonly title: string }[]
  /** Said in place of those that are too many to draw. */
  readonly rest?: string | undefined
}

interface NeighbourGraphProps {
  readonly label: string
  readonly middle: string
  /** What leads to the one in the middle. */
  readonly left: readonly NeighbourGroup[]
  /** What the one in the middle leads to. */
  readonly right: readonly NeighbourGroup[]
  readonly onSelect: (key: string) => void
}

const line = 26
const caption = 22
const keyLetter = 7.3
const bend = 34

/** With less room than this everything stands on one side of it. */
const wideFrom = 560

/**
 * One thing in the middle, what leads to it on its left and what it leads to on its right; an arrow says which. Where
 * there is little room both stand on the right.
 */
export function NeighbourGraph({ label, middle, left, right, onSelect }: NeighbourGraphProps) {
  const own = middle.length * keyLetter + 20
  const together = heightOf(left) + heightOf(right)
  const heightIn = (width: number) =>
    8 + Math.max(line, width < wideFrom ? together : Math.max(heightOf(left), heightOf(right)))
  return (
    <Chart label={label} height={heightIn}>
      {(width, height) => {
        const isWide = width >= wideFrom
        const sides = isWide ? [left, right].filter((side) => side.length > 0).length : 1
        const room = Math.min(340, (width - own - sides * bend) / sides)
        const start = isWide && left.length > 0 ? room + bend : 0
        const end = start + own
        const draw = { height, room, onSelect }
        const beside = { ...draw, x: end + bend, from: end, towards: 1 as const }
        const top = (height - together) / 2
        return (
          <>
            {isWide ? (
              <>
                <Side
                  {...draw}
                  groups={left}
                  x={0}
                  from={start}
                  towards={-1}
                  isComing
                  top={(height - heightOf(left)) / 2}
                />
                <Side {...beside} groups={right} top={(height - heightOf(right)) / 2} />
              </>
            ) : (
              <>
                <Side {...beside} groups={left} isComing top={top} />
                <Side {...beside} groups={right} top={top + heightOf(left)} />
              </>
            )}
            <rect x={start} y={height / 2 - 13} width={own} height={26} rx={2} className="fill-ink" />
            <text
              x={start + own / 2}
              y={height / 2 + 4}
              textAnchor="middle"
              className="fill-paper font-mono text-xs"
            >
              {middle}
            </text>
          </>
        )
      }}
    </Chart>
  )
}

interface SideProps extends Pick<NeighbourGraphProps, 'onSelect'> {
  readonly groups: readonly NeighbourGroup[]
  readonly x: number
  /** Where the lines begin, at the edge of the middle. */
  readonly from: number
  readonly towards: 1 | -1
  readonly height: number
  readonly room: number
  readonly top: number
  /** Whether the arrows point to the middle. */
  readonly isComing?: boolean
}

function Side({ groups, x, from, towards, height, room, top: first, isComing = false, onSelect }: SideProps) {
  const edge = from + towards * bend
  let y = first
  return groups.map((group) => {
    const top = y
    y += heightOfGroup(group)
    return (
      <g key={group.name}>
        <text x={x + 8} y={top + 15} className="fill-ink-3 text-xs">
          {fittingText(group.name, room - 8, widthOfSmall)}
        </text>
        {group.neighbours.map(({ key, title }, at) => {
          const middle = top + caption + at * line + line / 2
          const text = key.length * keyLetter + 8
          return (
            // The list beside holds the same for the keyboard.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events,jsx-a11y/no-static-element-interactions -- see above
            <g key={key} onClick={() => onSelect(key)} className="cursor-pointer hover:opacity-60">
              <title>{`${group.name}: ${key} ${title}`}</title>
              <path
                d={`M${from} ${height / 2} C${from + towards * bend * 0.7} ${height / 2} ${edge - towards * bend * 0.7} ${middle} ${edge} ${middle}`}
                fill="none"
                strokeWidth={1.25}
                className="stroke-rule-strong"
              />
              <path
                d={isComing ? arrow(from, height / 2, -towards) : arrow(edge, middle, towards)}
                className="fill-ink-3"
              />
              <rect x={x} y={middle - 12} width={room} height={24} rx={2} className="fill-sunk" />
              <text x={x + 8} y={middle + 4} className="fill-ink-3 font-mono text-xs">
                {key}
              </text>
              <text x={x + 8 + text} y={middle + 4} className="fill-ink text-xs">
                {fittingText(title, room - text - 14, widthOfSmall)}
              </text>
            </g>
          )
        })}
        {group.rest !== undefined && (
          <text
            x={x + 8}
            y={top + caption + group.neighbours.length * line + 14}
            className="fill-ink-3 text-xs"
          >
            {fittingText(group.rest, room - 8, widthOfSmall)}
          </text>
        )}
      </g>
    )
  })
}

function heightOf(groups: readonly NeighbourGroup[]): number {
  return groups.reduce((sum, group) => sum + heightOfGroup(group), 0)
}

function heightOfGroup({ neighbours, rest }: NeighbourGroup): number {
  return caption + neighbours.length * line + (rest === undefined ? 0 : caption)
}

/** A head whose point is at the place. */
function arrow(x: number, y: number, towards: number): string {
  return `M${x} ${y} l${-6 * towards} -3 v6 z`
}
