import { expect, test } from 'vitest'
import { aHistory, commitOf, fileOf, instant } from './a-history.ts'

test('commits follow each other unless they name parents, and leave their files at the head', () => {
  const history = aHistory([
    { id: 'a', at: '2026-01-05T10:00Z', files: ['A x.ts', 'A y.ts'] },
    { id: 'b', at: '2026-01-06T10:00Z', files: ['R x.ts -> z.ts'] },
    { id: 'side', at: '2026-01-06T11:00Z', parents: ['a'], files: ['D y.ts'], author: 'bob' },
    { id: 'm', at: '2026-01-07T10:00Z', parents: ['b', 'side'] },
  ])

  expect(history.hashes).toEqual(['a', 'b', 'side', 'm'])
  expect([...history.filesAtHead].map((file) => history.files[file])).toEqual(['z.ts'])
  expect(history.deliveredBy[commitOf(history, 'side')]).toBe(commitOf(history, 'm'))
  expect(fileOf(history, 'z.ts')).toBe(0)
})

test('an instant without an offset is in UTC wherever the test runs', () => {
  expect(instant('2026-01-05T10:00')).toBe(Date.UTC(2026, 0, 5, 10))
  expect(instant('2026-01-05')).toBe(Date.UTC(2026, 0, 5))
  expect(instant('2026-01-05T10:00+02:00')).toBe(Date.UTC(2026, 0, 5, 8))
})
