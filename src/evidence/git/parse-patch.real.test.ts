import { execFileSync } from 'node:child_process'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { commitMark } from './parse-numstat.ts'
import { patchParser } from './parse-patch.ts'
import { aRepository, type TestRepository } from './testing/a-repository.ts'

/** What git writes about the commits of a repository, oldest first. */
function patches(repository: TestRepository): Buffer {
  const commits = repository.git('rev-list', '--reverse', '--topo-order', 'main').split('\n')
  const form = '--stdin --always --root -r -M -z --raw -p -U0'.split(' ')
  return execFileSync('git', ['diff-tree', ...form], {
    cwd: repository.path,
    input: commits.map((hash) => `${hash}\n${commitMark}`).join(''),
  })
}

const parse = (repository: TestRepository) =>
  patchParser()(patches(repository)).map((commit) => commit.entries)

test('added, changed, renamed and deleted files have their hunks', () => {
  const repository = aRepository()
    .commit({ files: { a: '1\n2\n3\n', b: '1\n2\n3\n4\n5\n6\n7\n8\n9\n', c: 'x\n' } })
    .commit({
      renames: { b: 'd' },
      files: { a: '1\n3\n4\n5\n', d: '0\n1\n2\n3\n4\n5\n6\n7\n8\n9\n', c: null },
    })
    .write()
  const content = { contentChanged: true }
  expect(parse(repository)).toEqual([
    [
      { status: 'A', path: 'a', ...content, hunks: [{ oldStart: 0, oldLines: 0, newLines: 3 }] },
      { status: 'A', path: 'b', ...content, hunks: [{ oldStart: 0, oldLines: 0, newLines: 9 }] },
      { status: 'A', path: 'c', ...content, hunks: [{ oldStart: 0, oldLines: 0, newLines: 1 }] },
    ],
    [
      {
        status: 'M',
        path: 'a',
        ...content,
        hunks: [
          { oldStart: 2, oldLines: 1, newLines: 0 },
          { oldStart: 3, oldLines: 0, newLines: 2 },
        ],
      },
      { status: 'D', path: 'c', ...content, hunks: [{ oldStart: 1, oldLines: 1, newLines: 0 }] },
      { status: 'R', path: 'd', from: 'b', ...content, hunks: [{ oldStart: 0, oldLines: 0, newLines: 1 }] },
    ],
  ])
})

test('a file that becomes a link has what went and what came', () => {
  const repository = aRepository()
    .commit({ files: { a: '1\n2\n', z: 'x\n' } })
    .commit({ files: { a: { mode: '120000', content: 'target' }, z: 'y\n' } })
    .write()
  expect(parse(repository)[1]).toEqual([
    {
      status: 'T',
      path: 'a',
      contentChanged: true,
      hunks: [{ oldStart: 1, oldLines: 2, newLines: 0 }],
      hunksOfNewType: [{ oldStart: 0, oldLines: 0, newLines: 1 }],
    },
    { status: 'M', path: 'z', contentChanged: true, hunks: [{ oldStart: 1, oldLines: 1, newLines: 1 }] },
  ])
})

test('binary, empty and merely renamed or switched files have no hunks, and the next file keeps its own', () => {
  const repository = aRepository()
    .commit({ files: { a: Buffer.from([0, 1]), b: '', c: 'c\n'.repeat(9), d: 'x\n', e: 'e\n' } })
    .commit({
      renames: { c: 'c2' },
      files: { a: Buffer.from([0, 2]), d: { mode: '100755', content: 'x\n' }, e: 'f\n' },
    })
    .write()
  expect(parse(repository)[1]).toEqual([
    { status: 'M', path: 'a', contentChanged: true, hunks: [] },
    { status: 'R', path: 'c2', from: 'c', contentChanged: false, hunks: [] },
    { status: 'M', path: 'd', contentChanged: false, hunks: [] },
    { status: 'M', path: 'e', contentChanged: true, hunks: [{ oldStart: 1, oldLines: 1, newLines: 1 }] },
  ])
})

const hostile = [
  'diff --git a/b b/b',
  '@@ -1 +1 @@',
  '--- a/b',
  '+++ b/b',
  '.',
  ':100644 100644 x y M',
  '\\ No newline at end of file',
  '-- a',
  '++ b',
  '',
]

test('content and names that look like headers, hunks or marks are neither', () => {
  const path = 'x\ndiff --git a/y b/y\n@@ -1 +1 @@\n.\n'
  const repository = aRepository()
    .commit({ files: { [path]: hostile.join('\n'), y: 'y\n', ':': hostile.join('\n') } })
    .commit({ files: { [path]: hostile.toReversed().join('\n'), y: hostile.join('\n'), ':': '.' } })
    .write()
  const [, second = []] = parse(repository)
  expect(second.map((entry) => entry.path)).toEqual([':', path, 'y'])
  expect(second[0]?.hunks).toEqual([{ oldStart: 1, oldLines: 9, newLines: 1 }])
  expect(second[2]?.hunks).toEqual([{ oldStart: 1, oldLines: 1, newLines: 9 }])
})

test('names that are no UTF-8 stay apart', () => {
  const repository = aRepository()
    .commit({
      rawFiles: [
        [Buffer.from([0xff]), 'a\n'],
        [Buffer.from([0xfe]), 'b\n'],
      ],
    })
    .write()
  expect(parse(repository)[0]?.map((entry) => entry.path)).toEqual([String.raw`\xfe`, String.raw`\xff`])
})

test('it does not matter where the stream is cut', () => {
  const repository = aRepository()
    .commit({ files: { a: hostile.join('\n'), 'ü\n': 'x'.repeat(300), c: '1\n2\n3\n4\n5\n6\n' } })
    .commit({ renames: { c: 'd' }, files: { a: hostile.slice(3).join('\n'), d: '1\n2\n3\n4\n5\n7\n' } })
    .commit({ files: { a: { mode: '120000', content: 'd' } } })
    .commit({})
    .write()
  const whole = patches(repository)
  const expected = patchParser()(whole)
  expect(expected).toHaveLength(4)
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(whole.length), { maxLength: 300 }), (cuts) => {
      const take = patchParser()
      const ends = [...cuts.sort((a, b) => a - b), whole.length]
      expect(ends.flatMap((end, at) => take(whole.subarray(at === 0 ? 0 : ends[at - 1], end)))).toEqual(
        expected,
      )
    }),
  )
})
