import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type NumstatCommit, numstatParser } from './parse-numstat.ts'

const hash = 'af30485e9f19433e4cfc8d18ba60989f4283a822'
const parse = (text: string): NumstatCommit[] => numstatParser()(Buffer.from(text))

test('a commit has its hash and the lines of each path', () => {
  expect(parse(`${hash}\x008\t0\t.babelrc\x005\t2\tsrc/a b.ts\0.\n`)).toEqual([
    {
      hash,
      entries: [
        { path: '.babelrc', lines: { added: 8, deleted: 0 } },
        { path: 'src/a b.ts', lines: { added: 5, deleted: 2 } },
      ],
    },
  ])
})

test('a rename tells both paths, and a binary file has no lines', () => {
  expect(parse(`${hash}\x001\t0\t\0old\0new\0-\t-\tlogo.png\0-\t-\t\0a.png\0b.png\0.\n`)[0]?.entries).toEqual(
    [
      { path: 'new', from: 'old', lines: { added: 1, deleted: 0 } },
      { path: 'logo.png', lines: null },
      { path: 'b.png', from: 'a.png', lines: null },
    ],
  )
})

test('paths with tabs, newlines, dots and the look of a mark stay paths', () => {
  const paths = ['ends with a tab\t', '\tstarts', '.', '.\n', '\n.\n', '1\t2\tx', hash]
  const told = paths.map((path) => `1\t2\t${path}\0`).join('')
  expect(parse(`${hash}\0${told}1\t2\t\0.\n\0\t\t\0.\n`)[0]?.entries.map((entry) => entry.path)).toEqual([
    ...paths,
    '\t\t',
  ])
})

test('a commit without entries is told, and so is a mark without a commit', () => {
  expect(parse(`${hash}\0.\n.\n`)).toEqual([
    { hash, entries: [] },
    { hash: null, entries: [] },
  ])
})

test('what comes before the mark is held back until the mark is there', () => {
  const take = numstatParser()
  expect(take(Buffer.from(`${hash}\x001\t1\ta\0`))).toEqual([])
  expect(take(Buffer.from('.'))).toEqual([])
  expect(take(Buffer.from('\n'))).toEqual([
    { hash, entries: [{ path: 'a', lines: { added: 1, deleted: 1 } }] },
  ])
})

test('it does not matter where the stream is cut', () => {
  const whole = Buffer.from(
    `${hash}\x001\t0\t\0old\0new\0-\t-\tü\t\0.\n${hash}\0.\n.\n${hash}\x0012\t3\t.\0.\n`,
  )
  const expected = numstatParser()(whole)
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(whole.length)), (cuts) => {
      const take = numstatParser()
      const ends = [...cuts.sort((a, b) => a - b), whole.length]
      const commits = ends.flatMap((end, at) => take(whole.subarray(at === 0 ? 0 : ends[at - 1], end)))
      expect(commits).toEqual(expected)
    }),
  )
})
