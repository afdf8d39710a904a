import { expect, test } from 'vitest'
import { commitColumns } from './commit-columns.ts'
import { headAsOf } from './head-as-of.ts'

test('the head of an instant is the newest commit of the line that was committed by then', () => {
  const store = commitColumns()
  const commit = (hash: string, committedAt: number, parents: readonly string[]) =>
    store.add({
      hash,
      parents,
      author: 'ann',
      coauthors: [],
      bot: false,
      assisted: false,
      authoredAt: 0,
      authorOffset: 0,
      committedAt,
      subject: '',
      kind: null,
      reverts: [],
      changes: [],
    })
  commit('a', 10, [])
  commit('side', 20, ['a'])
  commit('m', 30, ['a', 'side'])

  expect(headAsOf(store, 'm', 40)).toBe('m')
  expect(headAsOf(store, 'm', 30)).toBe('m')
  // The branch was there, but not delivered.
  expect(headAsOf(store, 'm', 29)).toBe('a')
  expect(headAsOf(store, 'm', 9)).toBeNull()
  expect(headAsOf(store, null, 9)).toBeNull()
})
