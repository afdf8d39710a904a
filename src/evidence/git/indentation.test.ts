import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { indentation } from './indentation.ts'

const of = (...lines: string[]) => indentation(Buffer.from(lines.map((line) => `${line}\n`).join('')))

test('two spaces are a level where lines go in by two', () => {
  // levels 0, 1, 2, 1, 0
  expect(of('if (a) {', '  if (b) {', '    c()', '  }', '}')).toEqual({ complexity: 4, lines: 5 })
})

test('four spaces are a level where lines go in by four, however many lines stand at eight', () => {
  // increases: 4, 4; levels 0, 1, 2, 2, 2
  expect(of('def a():', '    if b:', '        c', '        d', '        e').complexity).toBe(7)
})

test('a tab is a level, and spaces after it that only line something up add none', () => {
  // no step shows without tabs: four assumed; levels 0, 1, 1 (one tab and three spaces), 2
  expect(of('f(', '\ta,', '\t   b,', '\t\tc').complexity).toBe(4)
})

test('the increase seen most often is the step, and the rest of a line is rounded down', () => {
  // increases: 2, 2, 3; step 2; levels 0, 1, 2, 0, 1 (three spaces)
  expect(of('a', '  b', '    c', 'd', '   e').complexity).toBe(4)
})

test('of two increases seen equally often the smaller is the step', () => {
  // increases: 4, 2; step 2; levels 0, 2, 0, 1
  expect(of('a', '    b', 'c', '  d').complexity).toBe(3)
})

test('comment stars that stand in by one space do not make the step one', () => {
  // increases: 1, 1, 2; step 2; the stars are level 0, the body level 1
  expect(of('/**', ' * a', ' */', '/**', ' * b', ' */', 'f {', '  g', '}').complexity).toBe(1)
})

test('a deep jump lines up with something above and is not the step', () => {
  // increases: 9 (too wide); step 4 assumed; level 2
  expect(of('call(a,', '         b)').complexity).toBe(2)
})

test('blank lines count as lines, have no level and do not part the lines around them', () => {
  // increases across the blank lines: 3; step 3; levels 0, 1
  expect(of('a', '', '      ', '\t\t\r', '   b')).toEqual({ complexity: 1, lines: 5 })
})

test('lines may end with a carriage return, and the last one without any end', () => {
  expect(indentation(Buffer.from('a\r\n  b\r\n    c'))).toEqual({ complexity: 3, lines: 3 })
  expect(indentation(Buffer.from(''))).toEqual({ complexity: 0, lines: 0 })
  expect(indentation(Buffer.from('\n'))).toEqual({ complexity: 0, lines: 1 })
})

test('the width of the step does not matter, only how deep the lines go', () => {
  const depths = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(depths, fc.integer({ min: 2, max: 8 }), (given, width) => {
      // No line goes in by more than one level, as in code; else a jump of two levels could pass for the step.
      const deep = given.map((depth, at) => Math.min(depth, at))
      for (let at = 1; at < deep.length; at++) deep[at] = Math.min(deep[at] ?? 0, (deep[at - 1] ?? 0) + 1)
      const sum = deep.reduce((total, depth) => total + depth, 0)
      expect(of(...deep.map((depth) => `${' '.repeat(depth * width)}x`)).complexity).toBe(sum)
      expect(of(...deep.map((depth) => `${'\t'.repeat(depth)}x`)).complexity).toBe(sum)
    }),
  )
})
