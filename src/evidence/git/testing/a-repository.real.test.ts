import { expect, test } from 'vitest'
import { aRepository } from './a-repository.ts'

test('a repository told in a few words is a real one', () => {
  const repository = aRepository()
    .commit({ as: 'first', files: { 'a.ts': 'one\n', 'b.ts': 'two\n' } })
    .commit({
      branch: 'side',
      author: 'Bo <bo@example.com>',
      files: { 'c "d"\n.ts': 'three\n', 'b.ts': null },
    })
    .commit({ files: { 'a.ts': 'one more\n' } })
    .merge('side')
    .tag('v1.0.0')
    .tag('light', { on: 'first', light: true })
    .write()

  expect(repository.git('fsck', '--strict')).toBe('')
  expect(repository.git('log', '--format=%an %aI %s', '--date-order').split('\n')).toEqual([
    'Ada 2026-01-05T12:00:00+00:00 Merge side',
    'Ada 2026-01-05T11:00:00+00:00 Change 3',
    'Bo 2026-01-05T10:00:00+00:00 Change 2',
    'Ada 2026-01-05T09:00:00+00:00 Change 1',
  ])
  expect(repository.git('ls-tree', '-r', '-z', '--name-only', 'main')).toBe('a.ts\0c "d"\n.ts\0')
  expect(repository.git('rev-parse', 'v1.0.0^{commit}')).toBe(repository.hash('main'))
  expect(repository.git('cat-file', '-t', 'light')).toBe('commit')
})

test('more can be told after writing, a branch moved and a second root made', () => {
  const repository = aRepository().commit({ as: 'one' }).commit({ as: 'two' }).write()
  const before = repository.hash('two')
  repository.commit({ from: 'one', as: 'again' }).commit({ branch: 'other', root: true }).write()
  expect(repository.git('rev-parse', 'main')).toBe(repository.hash('again'))
  expect(repository.git('rev-parse', 'main^')).toBe(repository.hash('one'))
  expect(repository.git('rev-list', 'other').split('\n')).toHaveLength(1)
  expect(repository.git('cat-file', '-t', before)).toBe('commit')
})
