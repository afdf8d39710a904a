import { expect, test } from 'vitest'
import { actsOn } from './acts.ts'

const on = (fields: object, view: Parameters<typeof actsOn>[1] = 'new', mayBet = true) =>
  actsOn({ fields: { bets: null, toldOn: null, ...fields } }, view, mayBet).map(({ name }) => name)

test('what is new is kept or let go, and not told back before', () => {
  expect(on({ state: 'new' })).toEqual(['keep', 'let-go', 'bet', 'new-bet', 'weigh', 'consent'])
})

test('what is kept is acted on once it speaks for a bet', () => {
  expect(on({ state: 'kept' })).not.toContain('act')
  expect(on({ state: 'kept', bets: ['BET-1'] })).toContain('act')
})

test('each view offers first what it is for', () => {
  expect(on({ state: 'acted' }, 'untold')[0]).toBe('tell')
  expect(on({ state: 'acted' }, 'consent')[0]).toBe('consent')
  expect(on({ state: 'kept' }, 'without-bet')[0]).toBe('bet')
  expect(on({ state: 'acted', toldOn: '2026-01-01' }, 'consent')).not.toContain('tell')
})

test('who may not write bets makes none', () => {
  expect(on({ state: 'new' }, 'new', false)).not.toContain('new-bet')
})
