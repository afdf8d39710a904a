import { describe, expect, test } from 'vitest'
import { columnsOf, fit, fitPath, wrap } from './columns.ts'
import { harmless } from './harmless.ts'
import { look, terminalOf } from './look.ts'
import { sparkline } from './sparkline.ts'

describe('harmless', () => {
  test('writes out whatever could steer a terminal', () => {
    expect(harmless('a\u{1b}[31mb\u{7}\r\n\u{9b}2J')).toBe(String.raw`a\u{1b}[31mb\u{7}\u{d}\u{a}\u{9b}2J`)
    expect(harmless('evil\u{202e}gpj.exe\u{200b}\u{2028}')).toBe(
      String.raw`evil\u{202e}gpj.exe\u{200b}\u{2028}`,
    )
    expect(harmless('half \ud83d of a pair')).toBe(String.raw`half \u{d83d} of a pair`)
  })

  test('leaves what people write', () => {
    expect(harmless('Straße/日本/naïve 🚀.ts')).toBe('Straße/日本/naïve 🚀.ts')
  })
})

describe('columns', () => {
  test('counts wide characters twice and marks not at all', () => {
    expect(columnsOf('abc')).toBe(3)
    expect(columnsOf('日本')).toBe(4)
    expect(columnsOf('e\u{301}')).toBe(1)
    expect(columnsOf('🚀')).toBe(2)
    expect(columnsOf('⚡✨')).toBe(4)
  })

  test('fills exactly the columns given', () => {
    expect(fit('abc', 5)).toBe('abc  ')
    expect(fit('abc', 5, 'right')).toBe('  abc')
    expect(fit('abcdef', 5)).toBe('abcd…')
    expect(fit('日本語', 4)).toBe('日… ')
    expect(fit('abc', 0)).toBe('')
    for (const width of [1, 2, 7, 20]) expect(columnsOf(fitPath('src/日本/file.ts', width))).toBe(width)
  })

  test('cuts a path at its beginning', () => {
    expect(fitPath('src/areas/delivery/page.tsx', 12)).toBe('…ry/page.tsx')
  })

  test('breaks lines at spaces and never inside a word', () => {
    expect(wrap('one two three', 7)).toEqual(['one two', 'three'])
    expect(wrap('incomprehensible', 5)).toEqual(['incomprehensible'])
  })
})

describe('sparkline', () => {
  test('goes from zero to the largest and leaves the unknown empty', () => {
    expect(sparkline([0, 4, null, 7], true)).toBe('▁▅ █')
    expect(sparkline([0, 4, null, 7], false)).toBe('_+ @')
  })

  test('of zeros is a low line, of nothing known is nothing', () => {
    expect(sparkline([0, 0], true)).toBe('▁▁')
    expect(sparkline([null, null], true)).toBe('')
  })
})

describe('terminalOf', () => {
  const terminal = { isTTY: true, columns: 100 }
  test.each([
    [terminal, {}, true],
    [terminal, { NO_COLOR: '1' }, false],
    [terminal, { NO_COLOR: '' }, true],
    [terminal, { TERM: 'dumb' }, false],
    [{}, {}, false],
    [{}, { FORCE_COLOR: '1' }, true],
    [{}, { FORCE_COLOR: '1', NO_COLOR: '1' }, true],
    [terminal, { FORCE_COLOR: '0' }, false],
  ])('%j with %j has colour: %j', (output, environment, colour) => {
    expect(terminalOf(output, environment).colour).toBe(colour)
  })

  test.each([
    [{ LANG: 'de_DE.UTF-8' }, true],
    [{}, true],
    [{ LC_ALL: 'C' }, false],
    [{ LANG: 'de_DE.ISO-8859-1' }, false],
    [{ LANG: 'C', LC_ALL: 'C.utf8' }, true],
    [{ TERM: 'dumb', LANG: 'C.UTF-8' }, false],
  ])('%j shows Unicode: %j', (environment, unicode) => {
    expect(terminalOf(terminal, environment).unicode).toBe(unicode)
  })

  test('uses the width there is, up to 120 columns; 80 where nobody says', () => {
    expect(terminalOf({ isTTY: true, columns: 100 }, {}).columns).toBe(100)
    expect(terminalOf({ isTTY: true, columns: 300 }, {}).columns).toBe(120)
    expect(terminalOf({ columns: 300 }, {}).columns).toBe(80)
  })
})

test('speaks and counts in the language of the environment', () => {
  const told = ['de_AT.UTF-8', 'en_US.UTF-8'].map((locale) => {
    const { say, number } = look(terminalOf({}, { LANG: locale }))
    return `${number(10_288.25, 1)} ${say({ en: 'commits', de: 'Änderungen' })}`
  })
  expect(told).toEqual(['10.288,3 Änderungen', '10,288.3 commits'])
})

test('a plain look sends no escape sequence and nothing beyond ASCII', () => {
  const plain = look({ columns: 80, colour: false, unicode: false, language: 'de' })
  const shown = [
    plain.ink('strong', 'a'),
    plain.fit('abcdef', 4),
    plain.sign.dash,
    plain.sign.rule,
    plain.sign.link,
    plain.say({ en: 'a “quote”', de: 'Straße, „Äpfel“' }),
  ]
  expect(shown.join('')).toMatch(/^[\u{20}-\u{7e}]+$/u)
})
