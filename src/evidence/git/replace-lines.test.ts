import { expect, test } from 'vitest'
import { replaceLines } from './replace-lines.ts'

const hunk = (oldStart: number, oldLines: number, newLines: number) => ({ oldStart, oldLines, newLines })

test('lines are replaced, taken out and put in where the hunks say', () => {
  // a a a b b b: line 2 gives way to two, line 4 goes, one comes behind line 6
  const gone: [string, number][] = []
  const segments = [
    { lines: 3, birth: 'a' },
    { lines: 3, birth: 'b' },
  ]
  const hunks = [hunk(2, 1, 2), hunk(4, 1, 0), hunk(6, 0, 1)]
  expect(replaceLines(segments, hunks, 'n', (birth, lines) => gone.push([birth, lines]))).toEqual([
    { lines: 1, birth: 'a' },
    { lines: 2, birth: 'n' },
    { lines: 1, birth: 'a' },
    { lines: 2, birth: 'b' },
    { lines: 1, birth: 'n' },
  ])
  expect(gone).toEqual([
    ['a', 1],
    ['b', 1],
  ])
})

test('one hunk may take lines of several births, and equal neighbours become one', () => {
  const gone: [string, number][] = []
  const segments = ['a', 'b', 'a'].map((birth) => ({ lines: 1, birth }))
  expect(replaceLines(segments, [hunk(2, 1, 0)], 'n', () => {})).toEqual([{ lines: 2, birth: 'a' }])
  expect(replaceLines(segments, [hunk(1, 3, 0)], 'n', (...told) => gone.push(told))).toEqual([])
  expect(gone).toEqual([
    ['a', 1],
    ['b', 1],
    ['a', 1],
  ])
})

test('a file of unknown length has lines everywhere', () => {
  const old = [{ lines: Infinity, birth: 'old' }]
  expect(replaceLines(old, [hunk(0, 0, 2), hunk(1000, 3, 1)], 'n', () => {})).toEqual([
    { lines: 2, birth: 'n' },
    { lines: 999, birth: 'old' },
    { lines: 1, birth: 'n' },
    { lines: Infinity, birth: 'old' },
  ])
})

test('a hunk beyond the end of the file is an error, not a wrong figure', () => {
  expect(() => replaceLines([{ lines: 2, birth: 'a' }], [hunk(3, 1, 0)], 'n', () => {})).toThrow(
    /beyond the end/,
  )
})
