import { expect, test } from 'vitest'
import type { Field } from '#kernel/shape.ts'
import { decimalSignOf, isUnclearAmount } from './read-amount.ts'
import { asTags, currencyOf, readCell, type ColumnSense } from './read-cell.ts'
import { dayOrderOf, isUnclearDay, readDay } from './read-day.ts'

const label = { en: '', de: '' }
const plain: ColumnSense = { order: 'unknown', currency: null, decimal: '.' }

test.each([
  ['2026-03-01', '2026-03-01'],
  ['2026-03-01T23:59:00Z', '2026-03-01'],
  ['2026-03-01 10:36:26', '2026-03-01'],
  ['Fri Oct 02 2026 17:00:00 GMT+0000 (GMT+00:00)', '2026-10-02'],
  ['03/Sep/26 9:05 AM', '2026-09-03'],
  ['3-Dez-2026', '2026-12-03'],
  ['Mar 5, 2026', '2026-03-05'],
  ['5 March 2026', '2026-03-05'],
  ['12.11.2026 15:04', '2026-11-12'],
  ['2.1.26', '2026-01-02'],
])('the day %s is %s', (text, day) => {
  expect(readDay(text, 'unknown')).toBe(day)
})

test('which number is the month is seen in the whole column, and else not guessed', () => {
  expect(dayOrderOf(['6/21/2025 16:14', '1/2/2025'])).toBe('month first')
  expect(dayOrderOf(['', '21/6/2025', '1/2/2025'])).toBe('day first')
  expect(dayOrderOf(['1/2/2025', 'soon'])).toBe('unknown')
  expect(dayOrderOf(['13/1/2025', '1/13/2025'])).toBe('unknown')
  expect(readDay('1/2/2025', 'month first')).toBe('2025-01-02')
  expect(readDay('1/2/2025', 'day first')).toBe('2025-02-01')
  expect(readDay('1/2/2025', 'unknown')).toBe('1/2/2025')
  expect([isUnclearDay('1/2/2025', 'unknown'), isUnclearDay('soon', 'unknown')]).toEqual([true, false])
})

test('labels get the form of ours, each once', () => {
  expect(asTags(['Type: Bug', 'area/Checkout', 'good first issue', 'C++', '🔥'])).toEqual([
    'type:bug',
    'area/checkout',
    'good-first-issue',
    'c',
  ])
  expect(asTags(['Feature, money; feature'])).toEqual(['feature', 'money'])
  expect(asTags(['x'.repeat(80)])[0]).toHaveLength(60)
})

test.each([
  ['3', 3],
  ['1,204', 1204],
  ['1.204.000', 1_204_000],
  ["1'204", 1204],
  ['1.204', 1.204],
  ['0.125', 0.125],
  ['0.125.000', '0.125.000'],
  ['1.234,567,890', '1.234,567,890'],
  ['0', null],
  ['many', 'many'],
])('the count %s is %s', (text, count) => {
  const field: Field = { kind: 'number', label, whole: true, least: 1 }
  expect(readCell(field, [text], plain)).toBe(count)
})

test.each([
  ['12,000 EUR', null, { amount: 1_200_000, currency: 'EUR' }],
  ['0.5 EUR', null, { amount: 50, currency: 'EUR' }],
  ['€12.000,50', null, { amount: 1_200_050, currency: 'EUR' }],
  ['$ 990', null, { amount: 99_000, currency: 'USD' }],
  ['4200', 'CHF', { amount: 420_000, currency: 'CHF' }],
  ['4200', null, '4200'],
  ['1.200,5 JPY', null, '1200.5 JPY'],
])('the money %s is read, with the currency of its column where it has none', (text, currency, read) => {
  expect(readCell({ kind: 'money', label }, [text], { ...plain, currency })).toEqual(read)
})

test('whether three digits are thousands is seen in the whole column or in its days, and else not guessed', () => {
  expect(decimalSignOf(['12.000', '1.204.000'], [])).toBe(',')
  expect(decimalSignOf(['12.000', '3,50'], [])).toBe(',')
  expect(decimalSignOf(['12.000', '1.5'], [])).toBe('.')
  expect(decimalSignOf(['12,000', '1,204.5'], [])).toBe('.')
  expect(decimalSignOf(['12.000', '0.125'], [])).toBe('.')
  expect(decimalSignOf(['12.000', '7', ''], ['2026-02-14', '14.2.2026'])).toBe(',')
  expect(decimalSignOf(['12.000', '4200'], ['2026-02-14'])).toBe('unknown')
  expect(decimalSignOf(['1.5', '1,5'], ['14.2.2026'])).toBe('unknown')
  const unclear = ['12.000', '0.125', '4200', '1.5', '1.204.000', 'many']
  expect(unclear.filter((text) => isUnclearAmount(text, 'unknown'))).toEqual(['12.000'])
})

test('the head of a column may name a currency', () => {
  expect(['ARR (EUR)', 'Umsatz in €', 'ARR', 'MRR USD'].map(currencyOf)).toEqual(['EUR', 'EUR', null, 'USD'])
})

test('a line is one line, texts of several columns follow each other, and nothing is nothing', () => {
  expect(readCell({ kind: 'short-text', label }, ['a\nb', 'c'], plain)).toBe('a b, c')
  expect(readCell({ kind: 'markdown', label }, ['a\nb', 'c'], plain)).toBe('a\nb\n\nc')
  expect(readCell({ kind: 'markdown', label }, [], plain)).toBeNull()
})
