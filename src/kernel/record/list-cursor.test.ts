import { expect, test } from 'vitest'
import { readCursor, writeCursor } from './list-cursor.ts'

const id = '2f1c0c5e-6a0b-4f43-9b1e-0d8b6f1f5a11'

test.each([
  ['integer', '-17'],
  ['double precision', '0'],
  ['double precision', '-2.5e+20'],
  ['boolean', 'false'],
  ['date', '2026-02-28'],
  ['timestamptz', '2026-03-01 10:00:00.123+00'],
  ['timestamptz', '2026-03-01 10:00:00-03:30'],
  ['uuid', id],
  ['text', 'größer als „alles“'],
  ['integer', null],
])('a place by %s %s is read as it was written', (type, text) => {
  expect(readCursor(writeCursor('-field', { text, id }), '-field', type)).toEqual({ text, id })
})

test.each([
  ['integer', '99999999999'],
  ['integer', 'x'],
  ['double precision', '1e999'],
  ['double precision', '1e-999'],
  ['double precision', 'NaN'],
  ['boolean', 'perhaps'],
  ['date', '2026-02-30'],
  ['timestamptz', 'infinity'],
  ['timestamptz', '2026-02-30 10:00:00+00'],
  ['timestamptz', '2026-03-01 25:00:00+00'],
  ['uuid', '-'.repeat(36)],
  ['text', 'a\0'],
  ['text', '\ud800'],
])('a place by %s that says %j is refused', (type, text) => {
  expect(() => readCursor(writeCursor('key', { text, id }), 'key', type)).toThrow('none that this list gave')
})

test.each(['nonsense', '', 'bnVsbA', writeCursor('key', { text: '1', id: '-'.repeat(36) })])(
  'what is no place, as in %j, is refused',
  (cursor) => {
    expect(() => readCursor(cursor, 'key', 'integer')).toThrow('none that this list gave')
  },
)
