import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { literalPattern, matchesPath, readPattern } from './path-pattern.ts'
import { pathPatterns } from './path-patterns.ts'
import { aRepository } from './testing/a-repository.ts'

const matches = (pattern: string, path: string) => {
  const read = readPattern(pattern)
  return read !== null && matchesPath(read, path)
}

test.each([
  ['*.ts', 'deep/down/a.ts', true],
  ['*.ts', 'a.tsx', false],
  ['/*.ts', 'deep/a.ts', false],
  ['src/*.ts', 'src/deep/a.ts', false],
  ['src/**', 'src/deep/a.ts', true],
  ['src/**', 'src', false],
  ['**/vendor/**', 'vendor/a', true],
  ['**/vendor/**', 'x/y/vendor/a/b', true],
  ['**/vendor/**', 'my-vendor/a', false],
  ['a/**/b', 'a/b', true],
  ['a/**/b', 'a/x/y/b', true],
  ['a**/b', 'ax/y/b', true],
  ['a/x**y/b', 'a/xzy/b', true],
  ['a/x**y/b', 'a/x/y/b', false],
  ['?.ts', 'a.ts', true],
  ['[!a-c].ts', 'd.ts', true],
  ['[!a-c].ts', 'b.ts', false],
  ['[[:digit:]]', '7', true],
  ['[]x]', ']', true],
  [String.raw`\*.ts`, '*.ts', true],
  [String.raw`\*.ts`, 'a.ts', false],
  ['folder/', 'folder/a', false],
  ['[', '[', false],
  ['a.c', 'abc', false],
  ['line*', 'line\nbreak', true],
  ['[z-a].ts', 'm.ts', false],
  ['[!z-a].ts', 'm.ts', true],
  ['[[:nothing:]]', 'n', false],
  ['[a\\-c]', '-', true],
  ['[a\\-c]', 'b', false],
  ['x[a/b]y', 'x/y', false],
  ['*a*', 'bab', true],
  ['*ab*ba', 'aba', false],
  ['a/**/**', 'a/b', true],
  ['**/b/**/c', 'b/b/x/c', true],
])('the pattern %j and the path %j: %j', (pattern, path, expected) => {
  expect(matches(pattern, path)).toBe(expected)
})

test('patterns mean what git takes them to mean in a .gitattributes file', () => {
  const repository = aRepository().commit().write()
  const part = fc.constantFrom(
    'a',
    'b',
    '*',
    '**',
    '?',
    '/',
    '/',
    '.',
    '[ab]',
    '[!a]',
    '[b-c]',
    String.raw`\*`,
  )
  const pattern = fc
    .array(part, { minLength: 1, maxLength: 6 })
    .map((parts) => parts.join(''))
    .filter((text) => !text.includes('//'))
  const path = fc
    .array(fc.constantFrom('a', 'b', 'c', 'ab', 'a.b', '*'), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.join('/'))
  fc.assert(
    fc.property(pattern, fc.array(path, { minLength: 5, maxLength: 20 }), (pattern, paths) => {
      writeFileSync(join(repository.path, '.git', 'info', 'attributes'), `${pattern} linguist-generated\n`)
      const answer = execFileSync('git', ['check-attr', '-z', 'linguist-generated', '--', ...paths], {
        cwd: repository.path,
      })
      const told = answer.toString().split('\0')
      expect(paths.map((path) => [path, matches(pattern, path)])).toEqual(
        paths.map((path, at) => [path, told[at * 3 + 2] === 'set']),
      )
    }),
    { numRuns: 150 },
  )
})

test('a path as a pattern matches itself only', () => {
  const name = fc.array(fc.constantFrom('a', '*', '?', '[', ']', '\\', '!', '.', '+', '('), { minLength: 1 })
  fc.assert(
    fc.property(name, name, (one, other) => {
      const [path, another] = [one.join(''), other.join('')]
      expect(matches(`/${literalPattern(path)}`, path)).toBe(true)
      expect(matches(`/${literalPattern(path)}`, another)).toBe(another === path)
    }),
  )
})

test('many patterns at once mean what each means by itself, and the first in the list is told', () => {
  const part = fc.constantFrom('a', 'b', '*', '**', '?', '/', '.', '.b', '[ab]', String.raw`\*`)
  const pattern = fc.array(part, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''))
  const path = fc
    .array(fc.constantFrom('a', 'b', 'ab', 'a.b', '*'), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.join('/'))
  fc.assert(
    fc.property(fc.array(pattern, { maxLength: 12 }), path, (patterns, path) => {
      const expected = patterns.flatMap((one, place) => (matches(one, path) ? [place] : []))
      const index = pathPatterns(patterns)
      expect(index.all(path).sort((a, b) => a - b)).toEqual(expected)
      expect(index.first(path)).toBe(expected[0] ?? -1)
    }),
    { numRuns: 500 },
  )
})

test.each([
  ['*a*a*a*a*a*a*a*b', 'a'.repeat(60)],
  [`${'*a'.repeat(500)}*b`, 'a'.repeat(4000)],
  [`${'*?'.repeat(500)}b`, 'a'.repeat(4000)],
  [`*${'[a]'.repeat(300)}b*`, 'a'.repeat(4000)],
  [`${'**/a/'.repeat(200)}c`, `${'a/'.repeat(2000)}x`],
  [`${'**/*a*/'.repeat(140)}c`, `${'a/b/'.repeat(1000)}x`],
])('a pattern made to cost much time costs little: %.20s…', (pattern, path) => {
  const start = performance.now()
  expect(matches(pattern, path)).toBe(false)
  expect(performance.now() - start).toBeLessThan(1000)
})
