import { expect, test } from 'vitest'
import { readRecordedTime } from './recorded-time.ts'

test.each([
  ['0 +0000', 0, 0],
  ['1700000000 +0530', 1_700_000_000_000, 330],
  ['2147483648 -1400', 2_147_483_648_000, -840],
  ['1700000000 +1401', 1_700_000_000_000, null],
  ['1700000000 +0175', 1_700_000_000_000, null],
  ['1700000000 +51800', 1_700_000_000_000, null],
  ['1700000000', 1_700_000_000_000, null],
  ['8640000000000 +0000', 8.64e15, 0],
])('%j is the instant %j at the offset %j', (text, instant, offset) => {
  expect(readRecordedTime(text)).toEqual({ instant, offset })
})

test.each(['', ' +0000', 'soon +0000', '8640000000001 +0000', '1e400 +0000', '1.00001 +0000'])(
  '%j is no time',
  (text) => {
    expect(readRecordedTime(text)).toBeNull()
  },
)
