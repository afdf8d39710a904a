import { expect, test } from 'vitest'
import { commitColumns } from './commit-columns.ts'
import type { PathChange } from './commit-fact.ts'
import { lineColumns } from './line-columns.ts'

test('line counts find the change of their commit and path, and what was not counted stays unknown', () => {
  const store = commitColumns()
  const commit = (hash: string, changes: readonly PathChange[]) =>
    store.add({
      hash,
      parents: [],
      author: 'ann',
      coauthors: [],
      bot: false,
      assisted: false,
      authoredAt: 0,
      authorOffset: 0,
      committedAt: 0,
      subject: '',
      kind: null,
      reverts: [],
      changes,
    })
  commit('one', [
    { status: 'A', path: 'f' },
    { status: 'A', path: 'binary' },
  ])
  commit('two', [{ status: 'R', path: 'g', from: 'f' }])

  const lines = lineColumns(store)
  lines.add('two', [['g', 3, 4]])
  lines.add('one', [
    ['f', 5, 0],
    ['not changed there', 9, 9],
  ])
  lines.add('unknown', [['f', 9, 9]])
  expect([...lines.added]).toEqual([5, -1, 3])
  expect([...lines.deleted]).toEqual([0, -1, 4])
})
