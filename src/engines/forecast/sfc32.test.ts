import { expect, test } from 'vitest'
import { nextOf, seedStream, wordOf } from './sfc32.ts'

/** The first numbers that PractRand itself gives, version pre0.95, and in the first two cases its command RNG_output. */
const references: [name: string, words: [number, number, number], rounds: number, first: number[]][] = [
  [
    'RNG_output sfc32, seed 0',
    [0, 0, 0],
    12,
    [0x514676c3, 0x08a809df, 0x30349d2b, 0xfb52c520, 0x38802be1, 0x948279e6, 0xec4bf1d9, 0x7cb0a909],
  ],
  [
    'RNG_output sfc32, seed 0x1160843560a847b1',
    [0, 0x60a847b1, 0x11608435],
    12,
    [0xf9ea2944, 0xb8de4818, 0xda3f8ef3, 0xdfe59c72, 0xda840bc6, 0x93eb481b, 0x80ff0e2d, 0x47a441a1],
  ],
  [
    'three words',
    [0, 0x89abcdef, 0x01234567],
    15,
    [0x35e05b54, 0x4c627ca1, 0x33a043e2, 0xb6113c67, 0x7cab9699, 0x4a52efeb, 0x5936797f, 0x139e2b9f],
  ],
  ['three small words', [0, 2, 1], 15, [0x03b80bb8, 0xa87dbc7e, 0x1787178c, 0x4c7b7234, 0xc65dade2]],
]

test.each(references)('sfc32 gives the numbers of its author: %s', (_, [a, b, c], rounds, first) => {
  const streams = new Int32Array(8)
  seedStream(streams, 1, a, b, c, rounds)
  expect(first.map(() => nextOf(streams, 1))).toEqual(first)
  expect(streams.slice(0, 4)).toEqual(new Int32Array(4))
})

test('a name has its word, by FNV-1a', () => {
  // Of the reference code for 32 bits: the empty text, “a” and “foobar”.
  expect(['', 'a', 'foobar'].map((text) => wordOf(text) >>> 0)).toEqual([0x811c9dc5, 0xe40c292c, 0xbf9cf968])
})
