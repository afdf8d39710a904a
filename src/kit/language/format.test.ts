import { expect, test } from 'vitest'
import { formatOf } from './format.ts'

const space = '\u00A0'

test('hours are told in the unit a person would say, in the reader’s language', () => {
  const told = (hours: number) => [
    formatOf('en').inUnit(hours, 'hours'),
    formatOf('de').inUnit(hours, 'hours'),
  ]
  expect(told(0.01)).toEqual([`36${space}seconds`, `36${space}Sekunden`])
  expect(told(0.5)).toEqual([`30${space}minutes`, `30${space}Minuten`])
  expect(told(1)).toEqual([`1${space}hour`, `1${space}Stunde`])
  expect(told(47.6)).toEqual([`48${space}hours`, `48${space}Stunden`])
  expect(told(76.8)).toEqual([`3.2${space}days`, `3,2${space}Tage`])
  expect(told(24_000)).toEqual([`1,000${space}days`, `1.000${space}Tage`])
})

test('small shares keep a decimal, nothing stays nothing', () => {
  const { share } = formatOf('de')
  expect([0, 0.083, 0.5, 1].map(share)).toEqual([`0${space}%`, `8,3${space}%`, `50${space}%`, `100${space}%`])
})

test('a window is named by the days in it: its end is not one of them', () => {
  const window = { from: '2026-08-17T00:00:00.000Z', to: '2026-11-16T00:00:00.000Z' }
  expect(formatOf('en').days(window).replaceAll(/\s/g, ' ')).toBe('17 Aug – 15 Nov 2026')
})

test('a figure that is not whole is told to two significant figures', () => {
  const { inUnit } = formatOf('en')
  expect([2, 6.51, 0.23, 12.4].map((value) => inUnit(value, 'count'))).toEqual(['2', '6.5', '0.23', '12'])
})
