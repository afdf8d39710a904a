import { expect, test } from 'vitest'
import { nextSort, parseSort, sortRows, sortText } from './sort-rows.ts'

test('rows without a value come last, whichever way the table is ordered', () => {
  const rows = [{ n: 2 }, { n: null }, { n: 10 }]
  expect(sortRows(rows, ({ n }) => n, false, 'en').map(({ n }) => n)).toEqual([2, 10, null])
  expect(sortRows(rows, ({ n }) => n, true, 'en').map(({ n }) => n)).toEqual([10, 2, null])
})

test('words are ordered as the language does, numbers within them by size', () => {
  const order = (language: string) => sortRows(['v10', 'v9', 'z', 'ä'], (word) => word, false, language)
  expect(order('de')).toEqual(['ä', 'v9', 'v10', 'z'])
})

test('the order of one table comes back from the address and is none of another', () => {
  const text = sortText('hotspots', { column: 'score', descending: true })
  expect(parseSort(text, 'hotspots')).toEqual({ column: 'score', descending: true })
  expect(parseSort(text, 'coupling')).toBeNull()
  expect(parseSort(undefined, 'hotspots')).toBeNull()
})

test('a first press orders numbers from the largest and words from the first, a second the other way round', () => {
  expect(nextSort(null, 'score', true)).toEqual({ column: 'score', descending: true })
  expect(nextSort(null, 'path', false)).toEqual({ column: 'path', descending: false })
  expect(nextSort({ column: 'score', descending: true }, 'score', true).descending).toBe(false)
})
