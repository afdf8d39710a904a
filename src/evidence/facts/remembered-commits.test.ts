import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { inOneGo } from '../history/steps.ts'
import { rememberCommits, rememberedCommits, rememberedHistory } from './remembered-commits.ts'

const commit = (hash: string) => ({
  hash,
  parents: [],
  author: 'a',
  coauthors: [],
  bot: false,
  assisted: false,
  authoredAt: 0,
  authorOffset: 0,
  committedAt: 0,
  subject: '',
  kind: null,
  reverts: [],
  recordKeys: [],
  trailerKeys: [],
  changes: [],
})

test('whoever filled the commits of a reading gets their history, though another reading has taken their place', () => {
  const key = { workspace_id: randomUUID(), repository_id: randomUUID(), reading: 1 }
  const columns = rememberedCommits(key)
  columns.add(commit('a'.repeat(40)))
  rememberedCommits({ ...key, reading: 2 })
  expect(historyOf(key, columns, 'a'.repeat(40), []).length).toBe(1)
})

test('a history is built once for each head', () => {
  const key = { workspace_id: randomUUID(), repository_id: randomUUID(), reading: 1 }
  const columns = rememberedCommits(key)
  rememberCommits(key, 0, [commit('a'.repeat(40)), commit('b'.repeat(40))])
  const first = historyOf(key, columns, 'a'.repeat(40), [])
  expect(historyOf(key, columns, 'a'.repeat(40), [])).toBe(first)
  expect(historyOf(key, columns, 'b'.repeat(40), []).head).toBe('b'.repeat(40))
})

function historyOf(...parts: Parameters<typeof rememberedHistory>) {
  return inOneGo(rememberedHistory(...parts))
}
