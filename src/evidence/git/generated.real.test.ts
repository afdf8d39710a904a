import { expect, test } from 'vitest'
import { generatedPatterns, isGenerated, parseRules, readGeneratedRules } from './generated.ts'
import { openRepository } from './open-repository.ts'
import { readTree } from './read-tree.ts'
import { aRepository } from './testing/a-repository.ts'

test.each([
  'package-lock.json',
  'apps/web/yarn.lock',
  'go.sum',
  'vendor/lib/a.go',
  'x/third_party/y/z.c',
  'node_modules/a/index.js',
  '.yarn/releases/yarn.cjs',
  'public/app.min.js',
  'public/app.js.map',
  'src/__snapshots__/a.test.ts.snap',
  'shared/i18n/locales/de_DE/translation.json',
  'i18n/messages.yaml',
  'po/de.po',
  'api/user.pb.go',
  'api/user_pb2.py',
  'src/__generated__/graphql.ts',
  'src/routeTree.gen.ts',
])('%s is generated', (path) => {
  expect(isGenerated([])(path)).toBe(true)
})

test.each([
  'package.json',
  'src/vendor.ts',
  'src/locales.json',
  'src/locales/index.ts',
  'src/i18n/translate.ts',
  'src/distance/a.ts',
  'src/map.ts',
  'src/min.js',
  'lock.json',
  'generated.ts',
])('%s is written by hand', (path) => {
  expect(isGenerated([])(path)).toBe(false)
})

test('a repository has the last word in its .gitattributes, the deeper file over the one above', async () => {
  const repository = aRepository()
    .commit({
      files: {
        '.gitattributes':
          '# ours\n*.snap text\nschema.sql linguist-generated\napi/** linguist-generated=true\n',
        'api/.gitattributes': 'hand.ts -linguist-generated\n/top.ts linguist-generated=false\n',
        'odd [name]/.gitattributes': '*.c linguist-vendored\n"with space.h" linguist-vendored\n',
        'yarn.lock': '',
      },
    })
    .write()
  const opened = await openRepository(repository.path)
  const rules = await readGeneratedRules(opened, await readTree(opened, repository.hash('main')))
  const generated = isGenerated(rules)
  const told = (path: string) => [path, generated(path)]
  expect(
    [
      'schema.sql',
      'db/schema.sql',
      'api/any.ts',
      'api/deep/hand.ts',
      'api/top.ts',
      'api/deep/top.ts',
      'odd [name]/x.c',
      'odd [name]/deep/x.c',
      'odd [name]/with space.h',
      'x.c',
      'yarn.lock',
    ].map(told),
  ).toEqual([
    ['schema.sql', true],
    ['db/schema.sql', true],
    ['api/any.ts', true],
    ['api/deep/hand.ts', false],
    ['api/top.ts', false],
    ['api/deep/top.ts', true],
    ['odd [name]/x.c', true],
    ['odd [name]/deep/x.c', true],
    ['odd [name]/with space.h', true],
    ['x.c', false],
    ['yarn.lock', true],
  ])
})

test('a repository can take a known name out again', () => {
  const rules = parseRules('vendor/ours/** linguist-vendored=false linguist-generated=false')
  expect(isGenerated(rules)('vendor/ours/a.go')).toBe(false)
  expect(isGenerated(rules)('vendor/theirs/a.go')).toBe(true)
  expect(generatedPatterns(rules, ['vendor/ours/a.go', 'vendor/theirs/a.go'])).toEqual([
    '**/vendor/**',
    '!vendor/ours/**',
  ])
})

test('a pattern may begin with a class of characters', () => {
  expect(isGenerated(parseRules('[Mm]ade.c linguist-generated'))('x/Made.c')).toBe(true)
})

test('what is no rule about generated files is none', () => {
  const text = [
    '# linguist-generated',
    '[attr]mine linguist-generated',
    '!negative linguist-generated',
    '*.png binary',
    'a linguist-generated-not',
    '   ',
    'b',
    '"open linguist-generated',
  ].join('\n')
  expect(parseRules(text)).toEqual([])
})

test('every file of a large history is told apart within moments', () => {
  const rules = ['gen/**', 'a/b/*.c', '**/out/**/*.h', '*.made.ts', 'x?y', '!kept.ts']
  const generated = isGenerated(rules)
  const start = performance.now()
  let count = 0
  for (let at = 0; at < 100_000; at++)
    count += Number(generated(`src/area${at % 500}/deep/part-${at}.component.tsx`))
  expect(count).toBe(0)
  expect(performance.now() - start).toBeLessThan(3000)
})

test('rules made to cost much time cost little', () => {
  const one = '*a*a*a*a*a*a*a*b linguist-generated\n'
  const rules = parseRules(one.repeat(20_000))
  expect(rules).toHaveLength(10_000)
  const start = performance.now()
  expect(isGenerated(rules)('a'.repeat(60))).toBe(false)
  expect(performance.now() - start).toBeLessThan(1000)
  expect(
    parseRules(`${'a'.repeat(1025)} linguist-generated\n${'b '.repeat(1100)} linguist-generated\n`),
  ).toEqual([])
})
