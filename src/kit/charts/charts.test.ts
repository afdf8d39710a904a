import { expect, test } from 'vitest'
import { fittingText } from './fitting-text.ts'
import { graphLayout } from './graph-layout.ts'
import { placeNames } from './graph.tsx'
import { niceTicks } from './nice-ticks.ts'
import { segmentsOf } from './segments.ts'
import { datedPoints } from './series-chart.tsx'
import { placeLabels } from './share-bar.tsx'
import { treemapLayout } from './treemap-layout.ts'

test('a value that is missing leaves a gap', () => {
  expect(segmentsOf([1, 2, null, 0, null])).toEqual([[0, 1], [3]])
})

test('an axis ends on a round value at or above the greatest', () => {
  expect(niceTicks(18, 2)).toEqual([0, 10, 20])
  expect(niceTicks(0.34, 2)).toEqual([0, 0.2, 0.4])
  expect(niceTicks(100, 2)).toEqual([0, 50, 100])
  expect(niceTicks(0)).toEqual([0])
})

test('areas of a map are as their sizes, within the room, and none covers another', () => {
  const leaves = [6, 3, 2, 1].map((size, index) => ({ key: String(index), group: '', size }))
  const { cells, groups } = treemapLayout(leaves, 400, 300)
  expect(groups).toEqual([])
  const areas = cells.map(({ leaf, width, height }) => (width * height) / leaf.size)
  for (const area of areas) expect(Math.abs(area - 10_000) / 10_000).toBeLessThan(0.05)
  for (const a of cells) {
    for (const b of cells) {
      const apart =
        a === b ||
        a.x + a.width <= b.x ||
        b.x + b.width <= a.x ||
        a.y + a.height <= b.y ||
        b.y + b.height <= a.y
      expect(apart).toBe(true)
    }
  }
})

test('the same edges always give the same picture, and all of it lies within the room', () => {
  const edges = [
    { a: 'a', b: 'b', strength: 1 },
    { a: 'b', b: 'c', strength: 0.4 },
    { a: 'd', b: 'e', strength: 0.6 },
  ]
  const first = graphLayout(edges, 500, 300)
  expect([...graphLayout(edges, 500, 300)]).toEqual([...first])
  for (const { x, y } of first.values()) {
    expect(x).toBeGreaterThan(0)
    expect(x).toBeLessThan(500)
    expect(y).toBeGreaterThan(0)
    expect(y).toBeLessThan(300)
  }
})

test('names under a bar never touch: one without room takes the next row', () => {
  const parts = [0.02, 0.02, 0.9, 0.06].map((share, index) => ({
    key: String(index),
    label: 'Reliability',
    share,
    text: '2 %',
    fill: '',
  }))
  const placed = placeLabels(parts, 320)
  for (const a of placed) {
    for (const b of placed) {
      if (a !== b && a.row === b.row) expect(Math.abs(a.labelX - b.labelX)).toBeGreaterThan(90)
    }
  }
  expect(Math.max(...placed.map(({ row }) => row))).toBeGreaterThan(0)
})

test('a name is cut where it ends, or left out where too little of it would remain', () => {
  const widthOf = (text: string) =>
    Array.from(text).reduce((sum, letter) => sum + (letter === 'W' ? 12 : 6), 0)
  expect(fittingText('documents.ts', 200, widthOf)).toBe('documents.ts')
  expect(fittingText('documents.ts', 60, widthOf)).toBe('documents…')
  expect(fittingText('documents.ts', 30, widthOf)).toBe('')
  expect(fittingText('WWWWWWWWWWWW', 144, widthOf)).toBe('WWWWWWWWWWWW')
  expect(fittingText('WWWWWWWWWWWW', 100, widthOf)).toBe('WWWWWWW…')
  expect(fittingText('WWWWWWWWWWWW', 60, widthOf)).toBe('')
})

test('dates on an axis stand at the same distance from each other, with the year where it changes', () => {
  const weeks = Array.from({ length: 52 }, (_, week) => ({
    from: new Date(Date.UTC(2025, 10, 24 + 7 * week)).toISOString(),
  }))
  for (const width of [280, 560, 1100]) {
    const dated = datedPoints(weeks, width)
    const steps = dated.slice(1).map(({ index }, place) => index - (dated[place]?.index ?? 0))
    expect(new Set(steps).size).toBe(1)
    expect(((steps[0] ?? 0) * width) / weeks.length).toBeGreaterThanOrEqual(90)
    expect(dated.filter(({ isNewYear }) => isNewYear).map(({ from }) => from.slice(0, 4))).toEqual(['2026'])
  }
})

test('a name in a graph covers neither the other end of its edge nor another name', () => {
  const places = new Map([
    ['console', { x: 300, y: 100 }],
    ['phrases', { x: 340, y: 103 }],
  ])
  const names = placeNames(
    places,
    [{ a: 'console', b: 'phrases', strength: 1 }],
    (key) => `packages/${key}`,
    500,
  )
  expect(names.map(({ key, anchor }) => [key, anchor])).toEqual([
    ['console', 'end'],
    ['phrases', 'start'],
  ])
})
