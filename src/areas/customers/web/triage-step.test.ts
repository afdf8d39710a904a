import { expect, test } from 'vitest'
import { changedIn, contestedBy, fieldsOf, staysIn } from './triage-step.ts'

const isNew = { state: 'new', bets: null, toldOn: null, count: null }
const bet = { do: 'bet', bet: 'BET-2' } as const

test('a bet is added to those that are there, and what it speaks for is kept', () => {
  expect(fieldsOf(bet, isNew)).toEqual({ bets: ['BET-2'], state: 'kept' })
  expect(fieldsOf(bet, { ...isNew, state: 'acted', bets: ['BET-1'] })).toEqual({ bets: ['BET-1', 'BET-2'] })
  expect(fieldsOf(bet, { ...isNew, state: 'kept', bets: ['BET-2'] })).toEqual({ bets: ['BET-2'] })
})

test('only the same field, written otherwise by another, is contested', () => {
  expect(contestedBy({ do: 'keep' }, isNew, { ...isNew, count: 3 })).toEqual([])
  expect(contestedBy({ do: 'keep' }, isNew, { ...isNew, state: 'kept' })).toEqual([])
  expect(contestedBy({ do: 'keep' }, isNew, { ...isNew, state: 'let-go' })).toEqual(['state'])
  const weight = { do: 'write', fields: { count: 5, revenue: { amount: 1, currency: 'EUR' } } } as const
  const theirs = { ...isNew, count: 4, revenue: { currency: 'EUR', amount: 1 } }
  expect(contestedBy(weight, isNew, theirs)).toEqual(['count'])
})

test('two who name bets at once keep both, and a bet for what another let go is contested', () => {
  const kept = { ...isNew, state: 'kept', bets: ['BET-1'] }
  expect(contestedBy(bet, isNew, kept)).toEqual([])
  expect(fieldsOf(bet, kept)).toEqual({ bets: ['BET-1', 'BET-2'] })
  expect(contestedBy(bet, isNew, { ...isNew, state: 'let-go' })).toEqual(['state'])
  expect(fieldsOf(bet, { ...isNew, state: 'let-go' })).toMatchObject({ state: 'kept' })
})

test('what is so already is not written again', () => {
  expect(changedIn({ state: 'kept', bets: ['BET-1'] }, { state: 'kept', bets: null })).toEqual({
    bets: ['BET-1'],
  })
})

test('an insight stays in a view for as long as it waits for what the view is for', () => {
  expect([staysIn('new', isNew), staysIn('new', { ...isNew, state: 'kept' })]).toEqual([true, false])
  const kept = { ...isNew, state: 'kept' }
  expect([staysIn('without-bet', kept), staysIn('without-bet', { ...kept, bets: ['BET-1'] })]).toEqual([
    true,
    false,
  ])
  const acted = { ...isNew, state: 'acted' }
  expect([staysIn('untold', acted), staysIn('untold', { ...acted, toldOn: '2026-01-01' })]).toEqual([
    true,
    false,
  ])
  expect(staysIn('consent', isNew)).toBe(true)
})
