import { expect, test } from 'vitest'
import type { CommitKind } from '../history/commit-fact.ts'
import { investmentMix } from './delivery-investment-mix.ts'
import { afterQuarter, dailyCommits, quarter } from './testing/a-quarter.ts'
import { anEvidence, repositoryScope } from './testing/an-evidence.ts'

const figureOf = (kinds: readonly (CommitKind | null)[]) => {
  const commits = dailyCommits(kinds.length, (index) => {
    const kind = kinds[index]
    return kind === null || kind === undefined ? {} : { kind }
  })
  return investmentMix.compute(anEvidence({ commits, asOf: afterQuarter }), repositoryScope, quarter)
}

test('the share of features, with every kind beside it', () => {
  const figure = figureOf(['feat', 'feat', 'fix', 'refactor', 'chore', null, null, null])
  expect(figure).toMatchObject({ value: 0.25, sample: 8, coverage: 5 / 8 })
  expect(figure.parts).toEqual({
    feature: 0.25,
    foundation: 0.125,
    reliability: 0.125,
    learning: 0,
    upkeep: 0.125,
    unclassified: 0.375,
  })
})

test('a repository that announces nothing has no share of features, rather than none', () => {
  const figure = figureOf([null, null, null, null, null, null, 'fix'])
  expect(figure).toMatchObject({
    value: null,
    reason: { code: 'too-few', what: 'changes', needed: 5, got: 1 },
    parts: { unclassified: 6 / 7 },
  })
})

test('classified work without a feature is a true zero', () => {
  expect(figureOf(['fix', 'fix', 'fix', 'chore', 'docs']).value).toBe(0)
})
