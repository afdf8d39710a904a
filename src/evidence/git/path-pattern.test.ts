import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { literalPattern, pathExpression, patternSource } from './path-pattern.ts'
import { aRepository } from './testing/a-repository.ts'

const matches = (pattern: string, path: string) => {
  const source = patternSource(pattern)
  return source !== null && pathExpression([source]).test(path)
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

test('a pattern made to cost much time costs little', () => {
  const start = performance.now()
  expect(matches('**/a/**/b/**/c', `${'a/b/'.repeat(40)}x`)).toBe(false)
  expect(matches('*a*a*a*b', 'a'.repeat(200))).toBe(false)
  expect(performance.now() - start).toBeLessThan(2000)
})
