import { expect, test } from 'vitest'
import { differences, merged } from './merge-versions.ts'

const base = { title: 'One', why: null, due: '2026-01-01', price: { amount: 1, currency: 'EUR' } }

test('what both changed is contested; what only one changed is not; what is the same is no difference', () => {
  const current = { ...base, title: 'Theirs', due: '2026-02-02', price: { currency: 'EUR', amount: 2 } }
  const given = { title: 'Mine', why: 'Because', price: { amount: 2, currency: 'EUR' } }
  expect(differences(base, given, current)).toEqual([
    { name: 'title', mine: 'Mine', theirs: 'Theirs', isContested: true },
    { name: 'why', mine: 'Because', theirs: null, isContested: false },
  ])
})

test('nothing is saved while a contested field waits, and then what was chosen', () => {
  const all = differences(base, { title: 'Mine', why: 'Because' }, { ...base, title: 'Theirs' })
  expect(merged(all, {})).toBeUndefined()
  expect(merged(all, { title: 'theirs' })).toEqual({ why: 'Because' })
  expect(merged(all, { title: 'mine', why: 'theirs' })).toEqual({ title: 'Mine' })
})
