import type { FigureShape, Unit } from '#evidence/shape.ts'
import { useFormat } from '#kit/language/format.ts'
import { useWords } from '#kit/language/words.ts'
import { kitWords } from '#kit/words/words.ts'
import { Chart } from './chart.tsx'
import { niceTicks } from './nice-ticks.ts'
import { segmentsOf } from './segments.ts'

interface SeriesChartProps {
  readonly title: string
  readonly points: NonNullable<FigureShape['series']>
  readonly unit: Unit
  readonly height?: number
}

const top = 18
const bottom = 20
const letter = 6.6
const labelHalf = 18
const dateWidth = 96

/** A figure over time: counts as columns, everything else as a line; labelled at its highest and its last point. */
export function SeriesChart({ title, points, unit, height = 140 }: SeriesChartProps) {
  const words = useWords(kitWords)
  const format = useFormat()
  const values = points.map(({ value }) => value)
  const text = (value: number | null) => (value === null ? words('chart.noData') : format.inUnit(value, unit))
  const first = points[0]
  const last = points.at(-1)
  if (!first || !last) return null
  const ticks = ticksFor(Math.max(...values.map((value) => value ?? 0)), unit)
  const greatest = ticks.at(-1) ?? 0
  if (greatest === 0) {
    return (
      <p className="max-w-[64ch] text-ink-2">
        {words('chart.zero', { from: format.day(first.from), to: format.day(last.from) })}
      </p>
    )
  }
  // Left of the first point, so that no point and no column lies under the names of the axis.
  const gutter = Math.max(...ticks.map((tick) => (tick > 0 ? text(tick).length : 0))) * letter + 8
  return (
    <Chart
      label={words('figure.trend', { title, from: format.day(first.from), to: format.day(last.from) })}
      height={height}
      table={{
        head: [words('drawer.week'), words('drawer.value'), words('drawer.sample')],
        rows: points.map((point) => [format.day(point.from), text(point.value), format.number(point.sample)]),
      }}
    >
      {(width) => {
        const slot = (width - gutter) / points.length
        const x = (index: number) => gutter + (index + 0.5) * slot
        const y = (value: number) => top + (1 - value / greatest) * (height - top - bottom)
        const labelled = labelledPoints(values, slot)
        return (
          <>
            {ticks.map((tick) => (
              <g key={tick}>
                <line x1={0} x2={width} y1={y(tick)} y2={y(tick)} className="stroke-rule" />
                {tick > 0 && (
                  <text x={0} y={y(tick) - 4} className="fill-ink-3 text-xs">
                    {text(tick)}
                  </text>
                )}
              </g>
            ))}
            {unit === 'per-week' || unit === 'count' || unit === 'lines'
              ? values.map((value, index) =>
                  value === null ? null : (
                    <rect
                      key={points[index]?.from}
                      x={x(index) - barWidth(slot) / 2}
                      width={barWidth(slot)}
                      y={y(value)}
                      height={Math.max(value > 0 ? 1 : 0, y(0) - y(value))}
                      className={index === points.length - 1 ? 'fill-accent' : 'fill-series-1'}
                    />
                  ),
                )
              : segmentsOf(values).map((segment) => (
                  <polyline
                    key={segment[0]}
                    points={[...segment, ...segment.slice(-1)]
                      .map((index) => `${x(index)},${y(values[index] ?? 0)}`)
                      .join(' ')}
                    className="fill-none stroke-series-1"
                    strokeWidth={segment.length === 1 ? 4 : 2}
                    strokeLinejoin="round"
                    strokeLinecap="round"
                  />
                ))}
            {labelled.map((index) => (
              <text
                key={index}
                x={Math.min(width - 2, Math.max(2, x(index)))}
                y={y(highestAround(values, index, slot)) - 5}
                textAnchor={anchorAt(x(index), width)}
                className="fill-ink stroke-paper text-xs"
                strokeWidth={4}
                paintOrder="stroke"
              >
                {text(values[index] ?? null)}
              </text>
            ))}
            {datedPoints(points, width - gutter).map(({ index, from, isNewYear }) => (
              <text
                key={index}
                x={index === 0 ? gutter : x(index)}
                y={height - 5}
                textAnchor={index === 0 ? 'start' : anchorAt(x(index), width)}
                className="fill-ink-3 text-xs"
              >
                {isNewYear ? format.day(from) : format.dayMonth(from)}
              </text>
            ))}
          </>
        )
      }}
    </Chart>
  )
}

/** Hours beyond two days are read in days. */
function ticksFor(greatest: number, unit: Unit): readonly number[] {
  if (unit !== 'hours' || greatest < 48) return niceTicks(greatest, 2)
  return niceTicks(greatest / 24, 2).map((days) => days * 24)
}

function barWidth(slot: number): number {
  return Math.max(1, Math.min(28, slot - Math.max(1, slot * 0.25)))
}

function anchorAt(x: number, width: number): 'start' | 'middle' | 'end' {
  if (x < 40) return 'start'
  return x > width - 40 ? 'end' : 'middle'
}

/** The highest and the last that has a value, unless their labels would touch. */
function labelledPoints(values: readonly (number | null)[], slot: number): readonly number[] {
  const last = values.findLastIndex((value) => value !== null)
  if (last === -1) return []
  const highest = values.indexOf(Math.max(...values.map((value) => value ?? Number.NEGATIVE_INFINITY)))
  return Math.abs(highest - last) * slot < 72 ? [highest] : [highest, last]
}

/** What a label over a point must clear: the highest of the points that its text covers. */
function highestAround(values: readonly (number | null)[], index: number, slot: number): number {
  const reach = Math.floor(labelHalf / slot)
  const covered = values.slice(Math.max(0, index - reach), index + reach + 1)
  return Math.max(...covered.map((value) => value ?? 0))
}

/** Points that are named by their date: as many as find room, all at the same distance, the year where it changes. */
export function datedPoints(
  points: readonly { readonly from: string }[],
  width: number,
): readonly { readonly index: number; readonly from: string; readonly isNewYear: boolean }[] {
  const step = Math.max(1, Math.ceil((points.length * dateWidth) / Math.max(1, width)))
  const dated = points.map(({ from }, index) => ({ index, from })).filter(({ index }) => index % step === 0)
  return dated.map(({ index, from }, place) => ({
    index,
    from,
    isNewYear: place > 0 && from.slice(0, 4) !== dated[place - 1]?.from.slice(0, 4),
  }))
}
