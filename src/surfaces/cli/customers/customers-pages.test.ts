import { expect, test } from 'vitest'
import { look } from '../terminal/look.ts'
import { customersPages } from './customers-pages.ts'

const terminal = (language: 'en' | 'de') => look({ columns: 80, colour: false, unicode: true, language })
const page = (name: string, answer: object, language: 'en' | 'de' = 'en') =>
  customersPages[name]?.(answer, terminal(language)) ?? ''

const bet = { key: 'BET-1', title: 'Refunds', insights: 2, customers: 1130, newest: '2026-09-15' }
const revenue = [
  { amount: 8_800_000, currency: 'EUR' },
  { amount: 1250, currency: 'CHF' },
]

test('what speaks for a bet is told in written amounts, and for which nothing does', () => {
  const bets = [
    { ...bet, revenue },
    { ...bet, key: 'BET-2', title: 'Vouchers', insights: 0, customers: 0, revenue: [] },
  ]
  expect(page('customers.weight', { bets })).toMatch(/BET-1 {2}Refunds +2 +1,130 {2}88,000 EUR, 12.50 CHF\n/)
  expect(page('customers.weight', { bets }, 'de')).toContain('88.000 EUR, 12,50 CHF')
  expect(page('customers.weight', { bets })).toContain('  Nothing speaks for BET-2 Vouchers.\n')
  expect(page('customers.weight', { bets: [] })).toBe('  No insight speaks for a bet yet.\n')
})

test('the inbox tells what waits in written amounts, and how much waits elsewhere', () => {
  const counts = { new: 1, 'without-bet': 0, untold: 3, consent: 0 }
  const fields = { heard: '2026-11-26', revenue: { amount: -5, currency: 'EUR' } }
  const insights = [{ key: 'INS-3', title: 'It hums', fields }]
  const told = page('customers.inbox', { view: 'new', counts, insights, more: true })
  expect(told).toMatch(/^ {2}INS-3 {2}It hums +2026-11-26 +-0\.05 EUR$/m)
  expect(told).toContain('more follow; --limit takes up to 200')
  expect(told).toMatch(/^ {2}Acted on, not told back +3 {2}untold$/m)
  const none = { view: 'new', counts, insights: [], more: false }
  expect(page('customers.inbox', none, 'de')).toContain('  Nichts Neues wartet.\n')
})
