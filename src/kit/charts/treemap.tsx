import { useId, useMemo } from 'react'
import { Chart } from './chart.tsx'
import { fittingText } from './fitting-text.ts'
import { widthOfSmall } from './text-width.ts'
import { headHeight, treemapLayout, type Cell, type Leaf } from './treemap-layout.ts'

export type Step = 1 | 2 | 3 | 4 | 5

export interface TreemapLeaf extends Leaf {
  /** Name in the cell, cut where it finds no room. */
  readonly label: string
  /** Second line, for cells that have room for it. */
  readonly remark?: string
  /** Ink from little to much; null where it is not known. */
  readonly step: Step | null
  /** Hatched, so that it shows without colour. */
  readonly isMarked?: boolean
  /** All of it in words, for the pointer. */
  readonly row: readonly string[]
}

interface TreemapProps {
  readonly label: string
  readonly leaves: readonly TreemapLeaf[]
  readonly selected?: string | undefined
  readonly onSelect: (key: string) => void
}

const fills: Record<Step, string> = {
  1: 'fill-heat-1',
  2: 'fill-heat-2',
  3: 'fill-heat-3',
  4: 'fill-heat-4',
  5: 'fill-heat-5',
}
const inks: Record<Step, string> = {
  1: 'fill-on-heat',
  2: 'fill-on-heat',
  3: 'fill-on-heat',
  4: 'fill-on-heat-4',
  5: 'fill-on-heat-5',
}

/** Parts as areas: how large each is, how much ink it deserves, which belong together. */
export function Treemap({ label, leaves, selected, onSelect }: TreemapProps) {
  const hatch = useId()
  return (
    <Chart
      label={label}
      height={(width) => (width < 500 ? 360 : Math.round(Math.max(360, Math.min(440, width * 0.7))))}
    >
      {(width, height) => <Cells {...{ leaves, width, height, selected, onSelect, hatch }} />}
    </Chart>
  )
}

interface CellsProps extends Pick<TreemapProps, 'leaves' | 'selected' | 'onSelect'> {
  readonly width: number
  readonly height: number
  readonly hatch: string
}

function Cells({ leaves, width, height, selected, onSelect, hatch }: CellsProps) {
  const { cells, groups } = useMemo(() => treemapLayout(leaves, width, height), [leaves, width, height])
  return (
    <>
      <defs>
        <pattern id={hatch} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1={0} y1={0} x2={0} y2={6} className="stroke-paper" strokeWidth={2} strokeOpacity={0.35} />
        </pattern>
      </defs>
      {groups.map((group) => (
        <text
          key={group.name}
          x={group.x + 2}
          y={group.y + headHeight - 5}
          className="fill-ink-2 text-xs font-medium"
        >
          {fittingText(group.name, group.width - 4, widthOfSmall)}
        </text>
      ))}
      {cells.map((cell) => (
        <LeafCell
          key={cell.leaf.key}
          cell={cell}
          hatch={hatch}
          isSelected={cell.leaf.key === selected}
          onSelect={onSelect}
        />
      ))}
    </>
  )
}

interface LeafCellProps {
  readonly cell: Cell<TreemapLeaf>
  readonly hatch: string
  readonly isSelected: boolean
  readonly onSelect: (key: string) => void
}

/** A press marks the same row in the table, which is where the keyboard reaches it. */
function LeafCell({ cell: { leaf, x, y, width, height }, hatch, isSelected, onSelect }: LeafCellProps) {
  const ink = leaf.step === null ? 'fill-ink-2' : inks[leaf.step]
  // Keeps the hatching out of the letters.
  const halo = leaf.isMarked ? 'stroke-heat-5' : ''
  const text = height >= 16 ? fittingText(leaf.label, width - 8, widthOfSmall) : ''
  const remark =
    text !== '' && height >= 32 && leaf.remark !== undefined
      ? fittingText(leaf.remark, width - 8, widthOfSmall)
      : ''
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events,jsx-a11y/no-static-element-interactions -- see above
    <g onClick={() => onSelect(leaf.key)} className="cursor-pointer hover:opacity-80">
      <title>{leaf.row.join(' · ')}</title>
      <rect
        x={x}
        y={y}
        width={width}
        height={height}
        className={leaf.step === null ? 'fill-paper stroke-rule-strong' : fills[leaf.step]}
        {...(leaf.step === null && { strokeDasharray: '3 3' })}
      />
      {leaf.isMarked && <rect x={x} y={y} width={width} height={height} fill={`url(#${hatch})`} />}
      {isSelected && (
        <rect
          x={x + 1}
          y={y + 1}
          width={Math.max(0, width - 2)}
          height={Math.max(0, height - 2)}
          className="fill-none stroke-accent"
          strokeWidth={3}
        />
      )}
      {text !== '' && (
        <text x={x + 4} y={y + 13} className={`${ink} ${halo} text-xs`} strokeWidth={4} paintOrder="stroke">
          {text}
        </text>
      )}
      {remark !== '' && (
        <text x={x + 4} y={y + 28} className={`${ink} ${halo} text-xs`} strokeWidth={4} paintOrder="stroke">
          {remark}
        </text>
      )}
    </g>
  )
}
