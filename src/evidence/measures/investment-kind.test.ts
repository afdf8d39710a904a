import { expect, test } from 'vitest'
import { commitOf, type ACommit } from '../history/testing/a-history.ts'
import { investmentKind } from './investment-kind.ts'
import { into } from './testing/a-quarter.ts'
import { anEvidence } from './testing/an-evidence.ts'

const kindOf = (commit: Omit<ACommit, 'id' | 'at'>) => {
  const evidence = anEvidence({
    commits: [
      { id: 'root', at: into(0), files: ['A src/x.ts'] },
      { id: 'change', at: into(1), ...commit },
    ],
  })
  return investmentKind(evidence, commitOf(evidence.history, 'change'))
}

test.each([
  ['feat', 'feature'],
  ['fix', 'reliability'],
  ['revert', 'reliability'],
  ['perf', 'reliability'],
  ['test', 'reliability'],
  ['refactor', 'foundation'],
  ['ci', 'foundation'],
  ['build', 'upkeep'],
  ['docs', 'upkeep'],
  ['chore', 'upkeep'],
  ['style', 'upkeep'],
] as const)('a %s is %s', (kind, expected) => {
  expect(kindOf({ kind, files: ['M src/x.ts'] })).toBe(expected)
})

test('without a type the paths decide, when all are of one sort', () => {
  expect(kindOf({ files: ['A test/x.ts', 'A src/x.test.ts'] })).toBe('reliability')
  expect(kindOf({ files: ['A package.json', 'A package-lock.json'] })).toBe('upkeep')
  expect(kindOf({ files: ['A test/x.ts', 'M src/x.ts'] })).toBe('unclassified')
  expect(kindOf({ files: ['A test/x.ts', 'A README.md'] })).toBe('unclassified')
  expect(kindOf({ files: [] })).toBe('unclassified')
})

test('a type outweighs the paths', () => {
  expect(kindOf({ kind: 'feat', files: ['A docs/guide.md'] })).toBe('feature')
})

test('what a bot delivers is upkeep, what a coding agent delivers is what it is', () => {
  expect(kindOf({ bot: true, kind: 'fix', files: ['M src/x.ts'] })).toBe('upkeep')
  expect(kindOf({ bot: true, assisted: true, kind: 'feat', files: ['M src/x.ts'] })).toBe('feature')
})

test('what a bot squashed for a person is that person’s', () => {
  const squash = { bot: true, author: 'merge-queue', coauthors: ['ann'], kind: 'feat' } as const
  expect(kindOf({ ...squash, files: ['M src/x.ts'] })).toBe('feature')
})

const merging = (branch: readonly Partial<ACommit>[], merge: Partial<ACommit> = {}) => {
  const commits: ACommit[] = [{ id: 'root', at: into(0), files: ['A src/x.ts'] }]
  for (const [index, commit] of branch.entries()) {
    commits.push({ id: `b${index}`, at: into(1, 0, index), files: ['M src/x.ts'], ...commit })
  }
  commits.push({ id: 'merge', at: into(2), parents: ['root', `b${branch.length - 1}`], ...merge })
  const evidence = anEvidence({ commits })
  return investmentKind(evidence, commitOf(evidence.history, 'merge'))
}

test('a merged feature with its own fixes and tests is one feature, as its squash would be', () => {
  expect(merging([{ kind: 'feat' }, { kind: 'fix' }, { kind: 'fix' }, { kind: 'test' }])).toBe('feature')
})

test('a merge that says what it is decides over what it brings', () => {
  expect(merging([{ kind: 'feat' }], { kind: 'chore' })).toBe('upkeep')
})

test('a merge of a bot’s branch is upkeep, one with a person’s commit in it is not', () => {
  expect(merging([{ bot: true, author: 'dependabot' }])).toBe('upkeep')
  expect(merging([{ bot: true, author: 'dependabot' }, { kind: 'fix' }])).toBe('reliability')
})
