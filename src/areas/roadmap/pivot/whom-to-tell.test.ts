import { expect, test } from 'vitest'
import type { RecordShape } from '#kernel/shape.ts'
import { whomToTell } from './whom-to-tell.ts'

function aRecord(key: string, fields: RecordShape['fields']): RecordShape {
  return {
    type: '',
    key,
    title: `Title of ${key}`,
    version: 1,
    createdAt: '',
    createdBy: '',
    updatedAt: '',
    updatedBy: '',
    archivedAt: null,
    fields,
    references: {},
  }
}

const names = new Map([
  ['PERSON-1', 'Ada'],
  ['TEAM-1', 'Street'],
])
const ending = {
  bets: [aRecord('BET-1', { state: 'committed', product: 'PERSON-1', teams: ['TEAM-1'] })],
  goals: [aRecord('GOAL-1', { owner: 'PERSON-1' })],
  insights: [aRecord('INS-1', { state: 'kept', customer: 'Uferlicht', bets: ['BET-1'] })],
}
const whom = (listed: readonly string[], of = ending) =>
  whomToTell(of, names, listed).map(({ kind, name, about }) =>
    [kind, name, ...about.map(({ key }) => key)].join(' '),
  )

test('each is told once, of all of theirs that ends', () => {
  expect(whom([])).toEqual(['person Ada BET-1 GOAL-1', 'team Street BET-1', 'customer Uferlicht BET-1'])
})

test('who is on the list, by key or by name, is not proposed again', () => {
  expect(whom(['PERSON-1', ' street '])).toEqual(['customer Uferlicht BET-1'])
  expect(whom(['ada', 'TEAM-1', 'uferlicht'])).toEqual([])
})

test('a customer is told of what was committed or what they were told of, and not of what was let go', () => {
  const [bet] = ending.bets
  const shaped = [aRecord('BET-1', { ...bet?.fields, state: 'shaped' })]
  const heard = (fields: RecordShape['fields']) => [
    aRecord('INS-1', { customer: 'Uferlicht', bets: ['BET-1'], state: 'kept', ...fields }),
  ]
  const told = (bets: readonly RecordShape[], fields: RecordShape['fields']) =>
    whom([], { bets: [...bets], goals: [], insights: heard(fields) }).includes('customer Uferlicht BET-1')
  expect(told(shaped, {})).toBe(false)
  expect(told(shaped, { toldOn: '2026-01-01' })).toBe(true)
  expect(told(ending.bets, { state: 'let-go' })).toBe(false)
  expect(told(ending.bets, { bets: ['BET-2'] })).toBe(false)
})
