import { expect, test } from 'vitest'
import { type ACommit, aHistory } from './testing/a-history.ts'

/** For each commit the files it changed, as numbers, and the last path of every file. */
function followed(commits: readonly ACommit[], tree?: readonly string[]) {
  const history = aHistory(commits, tree ? { tree } : {})
  const changes = history.hashes.map((hash, at): [string, number[]] => [
    hash,
    [...history.changeFile.subarray(history.changeStart[at], history.changeStart[at + 1])],
  ])
  const atHead = [...history.filesAtHead].map((file) => `${file} ${history.files[file]}`)
  return { ...Object.fromEntries(changes), files: history.files, atHead }
}

test('a file stays the same file through renames', () => {
  expect(
    followed([
      { id: 'a', at: 1, files: ['A old', 'A other'] },
      { id: 'b', at: 2, files: ['R old -> new'] },
      { id: 'c', at: 3, files: ['M new'] },
      { id: 'd', at: 4, files: ['R new -> deep/newest'] },
    ]),
  ).toEqual({
    a: [0, 1],
    b: [0],
    c: [0],
    d: [0],
    files: ['deep/newest', 'other'],
    atHead: ['0 deep/newest', '1 other'],
  })
})

test('a path that is taken again after a rename or a deletion is another file', () => {
  expect(
    followed([
      { id: 'a', at: 1, files: ['A x', 'A y'] },
      { id: 'b', at: 2, files: ['R x -> z', 'D y'] },
      { id: 'c', at: 3, files: ['A x', 'A y'] },
    ]),
  ).toEqual({ a: [0, 1], b: [0, 1], c: [2, 3], files: ['z', 'y', 'x', 'y'], atHead: ['2 x', '3 y', '0 z'] })
})

test('a path that is taken again within the commit that renamed it away is another file', () => {
  const commits: ACommit[] = [
    { id: 'a', at: 1, files: ['A x'] },
    { id: 'b', at: 2, files: ['A x', 'R x -> y'] },
  ]
  expect(followed(commits, ['x', 'y'])).toMatchObject({
    b: [1, 0],
    files: ['y', 'x'],
    atHead: ['1 x', '0 y'],
  })
  const otherOrder = commits.with(1, { id: 'b', at: 2, files: ['R x -> y', 'A x'] })
  expect(followed(otherOrder, ['x', 'y'])).toMatchObject({
    b: [0, 1],
    files: ['y', 'x'],
    atHead: ['1 x', '0 y'],
  })
})

test('a branch that does not know of the rename yet changes the same file', () => {
  expect(
    followed(
      [
        { id: 'a', at: 1, files: ['A old'] },
        { id: 'rename', at: 2, parents: ['a'], files: ['R old -> new'] },
        { id: 'branch', at: 3, parents: ['a'], files: ['M old'] },
        { id: 'm', at: 4, parents: ['rename', 'branch'] },
      ],
      ['new'],
    ),
  ).toMatchObject({ rename: [0], branch: [0], atHead: ['0 new'] })
})

test('a rename made on two branches leads to one file', () => {
  expect(
    followed(
      [
        { id: 'a', at: 1, files: ['A old'] },
        { id: 'x', at: 2, parents: ['a'], files: ['R old -> new'] },
        { id: 'y', at: 3, parents: ['a'], files: ['R old -> new'] },
        { id: 'm', at: 4, parents: ['x', 'y'] },
      ],
      ['new'],
    ),
  ).toMatchObject({ x: [0], y: [0], files: ['new'], atHead: ['0 new'] })
})

test('a file added on two branches is one', () => {
  expect(
    followed(
      [
        { id: 'a', at: 1 },
        { id: 'x', at: 2, parents: ['a'], files: ['A f'] },
        { id: 'y', at: 3, parents: ['a'], files: ['A f'] },
        { id: 'm', at: 4, parents: ['x', 'y'] },
      ],
      ['f'],
    ),
  ).toMatchObject({ x: [0], y: [0], atHead: ['0 f'] })
})

test('what two branches renamed apart are two files at the head, and both paths are right', () => {
  const { atHead } = followed(
    [
      { id: 'a', at: 1, files: ['A f'] },
      { id: 'x', at: 2, parents: ['a'], files: ['R f -> g'] },
      { id: 'y', at: 3, parents: ['a'], files: ['R f -> h'] },
      { id: 'm', at: 4, parents: ['x', 'y'] },
    ],
    ['g', 'h'],
  )
  expect(atHead.map((file) => file.split(' ')[1])).toEqual(['g', 'h'])
  expect(new Set(atHead.map((file) => file.split(' ')[0])).size).toBe(2)
})

test('a file that only a merge made is at the head without any change', () => {
  expect(followed([{ id: 'a', at: 1, files: ['A f'] }], ['f', 'made by a merge'])).toMatchObject({
    atHead: ['0 f', '1 made by a merge'],
  })
})

test('beyond a shallow boundary a change is the first that is known of its file', () => {
  expect(followed([{ id: 'a', at: 1, files: ['M f', 'R g -> h'] }], ['f', 'h'])).toMatchObject({
    a: [0, 1],
    files: ['f', 'h'],
  })
})
