import type { GoalNode } from '../../goal-tree/tree-shape.ts'

interface Point {
  /** 0 at the left, 1 at the right. */
  readonly x: number
  /** 0 at the foot, 1 at the top. */
  readonly y: number
}

/** The course of a metric on a small square: time to the right, towards the target upwards. */
export interface MetricCourse {
  /** Of the check-ins with a value, behind the baseline where the first day is known. */
  readonly line: readonly Point[]
  /** Heights of baseline and target; null where there is none. */
  readonly baseline: number | null
  readonly target: number | null
  /** Where an even way would go from the first day to the last; null where that cannot be said. */
  readonly even: readonly [Point, Point] | null
}

type Drawn = Pick<GoalNode, 'checkIns' | 'baseline' | 'target' | 'from' | 'due'>

/** How a metric went; null as long as nobody checked in a value. */
export function metricCourse({ checkIns, baseline, target, from, due }: Drawn): MetricCourse | null {
  const values = checkIns.flatMap(({ day, value }) => (value === null ? [] : [{ at: timeOf(day), value }]))
  const [first, last] = [values[0], values.at(-1)]
  if (!first || !last) return null
  const start =
    from !== null && baseline !== null && timeOf(from) < first.at
      ? [{ at: timeOf(from), value: baseline }]
      : []
  const line = [...start, ...values]
  const times = [
    ...line.map(({ at }) => at),
    ...(from === null ? [] : [timeOf(from)]),
    ...(due === null ? [] : [timeOf(due)]),
  ]
  const heights = [
    ...line.map(({ value }) => value),
    ...(baseline === null ? [] : [baseline]),
    ...(target === null ? [] : [target]),
  ]
  const x = scale(Math.min(...times), Math.max(...times))
  // Upwards is towards the target, also where the figure is to become smaller.
  const isFalling = target !== null && target < (baseline ?? first.value)
  const up = scale(Math.min(...heights), Math.max(...heights))
  const y = (value: number) => (isFalling ? 1 - up(value) : up(value))
  const point = (at: number, value: number) => ({ x: x(at), y: y(value) })
  return {
    line: line.map(({ at, value }) => point(at, value)),
    baseline: baseline === null ? null : y(baseline),
    target: target === null ? null : y(target),
    even:
      from === null || due === null || baseline === null || target === null || from >= due
        ? null
        : [point(timeOf(from), baseline), point(timeOf(due), target)],
  }
}

/** From a span to 0 to 1; what has no span lies in the middle. */
function scale(least: number, most: number): (value: number) => number {
  // Halved, because the span between the largest numbers is none.
  const span = most / 2 - least / 2
  return (value) => (span === 0 ? 0.5 : (value / 2 - least / 2) / span)
}

const timeOf = (day: string) => Date.parse(`${day}T00:00:00Z`)
