import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pathBytes, pathText } from './path-text.ts'

test.each([
  [Buffer.from('src/ümlaut — 日本.ts'), 'src/ümlaut — 日本.ts'],
  [Buffer.from([0x61, 0xff, 0x62]), String.raw`a\xffb`],
  [Buffer.from([0xc3, 0x28]), String.raw`\xc3(`],
  [Buffer.from('\uFFFD'), '\uFFFD'],
  [Buffer.from(String.raw`C:\new\x`), String.raw`C:\new\x`],
  [Buffer.from(String.raw`\xff`), String.raw`\x5cxff`],
])('%j is written %s', (bytes, text) => {
  expect(pathText(bytes)).toBe(text)
})

test('two different paths never become the same text, and the text leads back', () => {
  const byte = fc.oneof(
    fc.constantFrom(...Buffer.from(String.raw`\x5cf/a`)),
    fc.constantFrom(0xff, 0xc3, 0xbc, 0xe2, 0x80),
  )
  fc.assert(
    fc.property(fc.array(byte, { maxLength: 12 }), (bytes) => {
      const path = Buffer.from(bytes)
      expect(pathBytes(pathText(path))).toEqual(path)
    }),
    { numRuns: 2000 },
  )
})
