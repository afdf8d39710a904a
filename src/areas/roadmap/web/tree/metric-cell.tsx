import type { ReactNode } from 'react'
import { useFormat } from '#kit/language/format.ts'
import { useWords } from '#kit/language/words.ts'
import type { GoalNode } from '../../goal-tree/tree-shape.ts'
import { metricCourse, type MetricCourse } from './metric-course.ts'
import { treeWords } from './words/words.ts'

const width = 168
const height = 30
const inset = 3

interface MetricCellProps {
  readonly goal: GoalNode
  /** What can be done about it. */
  readonly children: ReactNode
}

/** From where over where it is now to where it is to be, drawn and in words. */
export function MetricCell({ goal, children }: MetricCellProps) {
  const words = useWords(treeWords)
  const format = useFormat()
  const { baseline, target, unit, progress, metric } = goal
  const course = metricCourse(goal)
  const value = goal.checkIns.findLast((each) => each.value !== null)?.value ?? null
  const number = (figure: number | null) => (figure === null ? '' : format.number(figure, 2))
  const figures = { baseline: number(baseline), value: number(value), target: number(target) }
  const withUnit = (text: string) => [text, unit].filter(Boolean).join('\u00a0')
  if (value === null)
    return (
      <div>
        <p className="text-ink-3">
          {words(metric === null && target === null ? 'metric.missing' : 'metric.none')}
        </p>
        <p className="flex flex-wrap gap-x-2 text-xs text-ink-3">
          {target !== null && withUnit(words(baseline === null ? 'metric.to' : 'metric.from', figures))}
          {children}
        </p>
      </div>
    )
  const said = target === null ? 'metric.values' : baseline === null ? 'metric.value' : 'metric.way'
  return (
    <div title={metric ?? undefined}>
      {course && <Course course={course} />}
      <p className="text-xs">
        <span className="whitespace-nowrap">{words(said, figures)}</span> {unit}
      </p>
      <p className="flex flex-wrap gap-x-2 text-xs text-ink-3">
        {progress !== null &&
          (progress > 1
            ? words('metric.beyond')
            : progress < 0
              ? words('metric.behind')
              : words('metric.progress', { share: `${format.number(progress * 100)}\u00a0%` }))}
        {children}
      </p>
    </div>
  )
}

/** For the eye alone: its words stand below it. */
function Course({ course: { line, baseline, target, even } }: { readonly course: MetricCourse }) {
  const x = (share: number) => inset + share * (width - 2 * inset)
  const y = (share: number) => height - inset - share * (height - 2 * inset)
  const last = line.at(-1)
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      aria-hidden="true"
      className="mb-0.5 max-w-full"
    >
      {baseline !== null && (
        <line x1={0} x2={width} y1={y(baseline)} y2={y(baseline)} className="stroke-rule" />
      )}
      {target !== null && (
        <line
          x1={0}
          x2={width}
          y1={y(target)}
          y2={y(target)}
          className="stroke-ink-3"
          strokeDasharray="1 3"
        />
      )}
      {even && (
        <line
          x1={x(even[0].x)}
          y1={y(even[0].y)}
          x2={x(even[1].x)}
          y2={y(even[1].y)}
          className="stroke-rule-strong"
          strokeDasharray="3 3"
        />
      )}
      <polyline
        points={line.map((point) => `${x(point.x)},${y(point.y)}`).join(' ')}
        className="fill-none stroke-ink-2"
        strokeWidth={1.5}
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      {last && <circle cx={x(last.x)} cy={y(last.y)} r={2.75} className="fill-accent" />}
    </svg>
  )
}
