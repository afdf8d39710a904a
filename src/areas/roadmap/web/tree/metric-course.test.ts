import { expect, test } from 'vitest'
import { metricCourse } from './metric-course.ts'

const aMetric = (values: readonly (readonly [day: string, value: number | null])[], more: object = {}) => ({
  checkIns: values.map(([day, value]) => ({ day, value, confidence: null, note: null })),
  baseline: 0,
  target: 10,
  from: '2026-01-01',
  due: '2026-01-11',
  ...more,
})

test('begins at the baseline on the first day and goes to the last value, with the even way beside it', () => {
  const values = [
    ['2026-01-03', 4],
    ['2026-01-04', null],
    ['2026-01-06', 5],
  ] as const
  expect(metricCourse(aMetric(values))).toEqual({
    line: [
      { x: 0, y: 0 },
      { x: 0.2, y: 0.4 },
      { x: 0.5, y: 0.5 },
    ],
    baseline: 0,
    target: 1,
    even: [
      { x: 0, y: 0 },
      { x: 1, y: 1 },
    ],
  })
})

test('goes upwards towards a target that is smaller, and finds room for what lies beyond', () => {
  const course = metricCourse(aMetric([['2026-01-06', 15]], { baseline: 10, target: 5 }))
  expect(course).toMatchObject({ baseline: 0.5, target: 1 })
  expect(course?.line.at(-1)).toEqual({ x: 0.5, y: 0 })
})

test('is drawn without days, baseline and target, and not at all without a value', () => {
  const bare = { baseline: null, target: null, from: null, due: null }
  expect(metricCourse(aMetric([['2026-01-06', 15]], bare))).toEqual({
    line: [{ x: 0.5, y: 0.5 }],
    baseline: null,
    target: null,
    even: null,
  })
  expect(metricCourse(aMetric([['2026-01-06', null]]))).toBeNull()
  const huge = metricCourse(aMetric([['2026-01-06', 1e308]], { baseline: -1e308, target: 1e308 }))
  expect(huge?.line.map(({ y }) => y)).toEqual([0, 1])
})
